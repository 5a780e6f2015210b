"""The library knows an article again, and takes no other for it."""

from pathlib import Path

from reader.library import Library
from tests.library.stories import OTHER, STORY, article, seen


def test_the_id_follows_from_the_text(tmp_path: Path) -> None:
    """Two machines call the same article the same, and the path is no part of it."""
    one = Library(tmp_path / "1").identify(article(STORY, "/x"))
    other = Library(tmp_path / "2").identify(article(STORY, "/y"))

    assert one == other


def test_the_id_follows_from_the_address(tmp_path: Path) -> None:
    """Trackers, `www.`, scheme, fragment and page number do not count."""
    library = Library(tmp_path)
    first = library.identify(article(STORY, "https://www.x.org/a/?utm_source=b&id=3#c"))

    assert first == library.identify(article(OTHER, "-", url="http://x.org/a?id=3&page=2"))


def test_an_edited_article_keeps_its_id(tmp_path: Path) -> None:
    """At the same path, with most of its words."""
    library = Library(tmp_path)
    first = seen(library, article(STORY))
    edited = article("New lead. " + STORY.replace("word7 ", "word8 ") + " Correction.")

    assert first == library.identify(edited)


def test_another_article_at_the_same_path_is_another(tmp_path: Path) -> None:
    """It does not inherit notes; the first one is known again when it comes back."""
    library = Library(tmp_path)
    first = seen(library, article(STORY))
    second = seen(library, article(OTHER))

    assert first != second
    assert (second, first) == (library.identify(article(OTHER)), library.identify(article(STORY)))


def test_the_same_text_elsewhere_keeps_its_id(tmp_path: Path) -> None:
    """Moved, or downloaded again."""
    library = Library(tmp_path)
    first = seen(library, article(STORY, "https://x.org/a"))

    assert first == library.identify(article(STORY, "/moved.txt"))


def test_a_downloaded_copy_edited_under_its_headline_keeps_its_id(tmp_path: Path) -> None:
    """Neither path nor text is known, but headline and likeness agree."""
    library = Library(tmp_path)
    first = seen(library, article(STORY, "/one.txt", title="A headline"))

    assert first == library.identify(article(STORY + " More.", "/two.txt", title="A headline"))
    assert first != library.identify(article(OTHER, "/two.txt", title="A headline"))


def test_a_file_that_was_moved_and_edited_keeps_its_id(tmp_path: Path) -> None:
    """It has no headline, but what it was read from is gone, and its words are much the same."""
    library = Library(tmp_path)
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(STORY)
    first = seen(library, article(STORY, str(old)))
    edited = article(STORY.replace("word7 ", "word8 ") + " Correction.", str(new))
    copied = library.identify(edited)
    old.rename(new)

    assert first != copied
    assert first == library.identify(edited)
    assert first != library.identify(article(OTHER, str(new)))


def test_articles_asked_for_in_a_row_are_known_as_the_first_is(tmp_path: Path) -> None:
    """From the second on, only rows are looked at that share something with the article."""
    library = Library(tmp_path)
    for number in range(20):
        seen(library, article(f"Story {number}. {STORY if number % 2 else OTHER}", f"/{number}"))
    asked = [
        article("Story 4. " + OTHER, "/moved"),
        article("New words. " + STORY + " More.", "/7"),
        article("Only this.", "/8"),
        article(OTHER, "https://x.org/a"),
    ]
    alone = [Library(tmp_path).identify(each) for each in asked]

    assert [library.identify(each) for each in asked] == alone
    assert [library.identify(each) for each in asked] == alone


def test_of_several_that_are_much_the_same_the_nearest_is_it(tmp_path: Path) -> None:
    """Among many others, and whatever its place in the library."""
    library = Library(tmp_path)
    words = STORY.split()
    for number in range(30):
        text = OTHER.replace("thing", f"thing{number}x")
        seen(library, article(text, f"/gone/{number}.txt", title="A headline"))
    far = " ".join(words[: len(words) * 2 // 3]) + OTHER
    near = " ".join(words[:-20])
    for text, path in ((far, "/gone/far.txt"), (near, "/gone/near.txt")):
        seen(library, article(text, path, title="A headline"))
    [expected] = [each.id for each in library.entries() if each.source == "/gone/near.txt"]

    assert Library(tmp_path).identify(article(STORY, "/new.txt", title="A headline")) == expected
