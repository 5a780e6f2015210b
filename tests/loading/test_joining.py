"""Articles put behind one another."""

from reader.loading.joining import joined, repeats, under_heading
from reader.loading.markdown import from_text
from tests.loading.cases import described, faults

FIRST = from_text("# Six members\n\nThe first page of *it*.\n")


def test_a_page_that_goes_on_is_put_behind_the_first() -> None:
    """A headline that is said twice is said once; marks keep to their words."""
    second = from_text("# Six members\n\nThe second page of [it](https://x.org/).\n")
    whole = joined(FIRST, second)

    assert described(whole) == (
        "heading1: Six members\nparagraph: The first page of it.\n"
        "paragraph: The second page of it.\n[emphasis] it\n[link] it -> https://x.org/"
    )
    assert (repeats(FIRST, second), faults(whole)) == (False, [])


def test_the_same_article_under_another_number_does_not_go_on() -> None:
    """As where the numbers are those of its comments."""
    again = from_text("# Six members\n\nThe first page of *it*.\n\nA comment.\n")

    assert repeats(FIRST, again)


def test_an_article_can_stand_under_its_title() -> None:
    """As a message does that another one sends on."""
    whole = under_heading(from_text("---\ntitle: Title\n---\n\nSome **text**.\n"))

    assert described(whole) == "heading1: Title\nparagraph: Some text.\n[strong] text"
    assert faults(whole) == []
