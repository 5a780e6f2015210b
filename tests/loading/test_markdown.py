"""Markdown becomes an article."""

from time import process_time

import pytest

from reader.article import Article
from reader.loading.markdown import from_text, segments
from tests.loading.cases import Case, cases, described, faults


@pytest.mark.parametrize("case", list(cases("markdown.txt")), ids=lambda case: case.title)
def test_each_case_has_its_blocks(case: Case) -> None:
    """The case file holds."""
    article = from_text(case.source)

    assert (case.expected, []) == (described(article), faults(article))


def test_front_matter_is_metadata() -> None:
    """Title, authors, date, language and address come from the YAML."""
    article = from_text(
        "---\ntitle: A & B\ndate: 2024-06-25 10:00:00\nauthor: [X, Y]\nlang: en-GB\n"
        "source: https://x.org/a\nsite: News\n---\n# Other\n\ntext"
    )

    assert (
        article.title,
        article.author,
        article.published,
        article.language,
        article.url,
        article.site,
        article.text,
    ) == ("A & B", "X, Y", "2024-06-25", "en", "https://x.org/a", "News", "Other\n\ntext")


@pytest.mark.parametrize(
    "yaml", ["title: [", "- a\n- b", "a: &a [*a]", "[" * 5000, "title: {a: 1}", "date: 2024-99-99"]
)
def test_bad_front_matter_is_no_metadata(yaml: str) -> None:
    """The article can be read all the same."""
    article = from_text(f"---\n{yaml}\n---\ntext")

    assert (article.text, article.title, article.published) == ("text", "", "")


def test_the_first_heading_is_the_title() -> None:
    """Where no front matter names one."""

    assert from_text("intro\n\n# One *two*\n\n# Three").title == "One two"


def parts(article: Article) -> tuple[str, list[object], list[object]]:
    """What two articles are compared by."""
    return article.text, list(article.blocks), list(article.marks)


def test_a_long_text_in_segments_is_the_same() -> None:
    """References, fences and comments go on over the borders of segments."""
    unit = (
        "# H [ref]\n\nText **a** [b][ref].\n\n```\ncode\n\nMore # x\n```\n\n"
        "<!-- c\n\nHidden -->\n\n- a\n\n  Item\n\nParagraph\n\n> q\n\n"
    )
    text = unit * 40 + "[ref]: https://x.org\n"
    long = unit * 800 + "[ref]: https://x.org\n"
    short = parts(from_text(text))
    times = 20

    assert len(list(segments(long))) > 1
    assert (len(short[1]) * times, len(short[2]) * times) == tuple(
        map(len, parts(from_text(long))[1:])
    )


HOSTILE = {
    "brackets": "[" * 100_000,
    "images": "![" * 20_000,
    "stars": "*a " * 33_000,
    "quotes": ">" * 100_000,
    "nested lists": "".join("  " * depth + "- a\n" for depth in range(300)),
    "links": "[a](b " * 16_000,
    "ticks": "".join("`" * length + " " for length in range(1, 440)),
    "comments": "<!--" * 25_000,
    "entities": "&#" * 50_000,
    "one word": "a" * 100_000,
    "cells": "|a" * 20_000 + "\n" + "|-" * 20_000,
    "references": "".join(f"[a{n}]: /u\n" for n in range(8_000)) + "[x] " * 1_000,
}


@pytest.mark.timed
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_linear_time(name: str) -> None:
    """A line of 100,000 characters, or any depth, is read in a few seconds."""
    start = process_time()
    article = from_text(HOSTILE[name])

    assert (faults(article), process_time() - start < 10) == ([], True)


def test_front_matter_may_be_in_toml() -> None:
    """As Hugo writes it; what is no TOML is text."""
    head = '+++\ntitle = "Six"\ndate = 2024-06-25T10:00:00+07:00\nauthor = "Jane"\n+++\n'
    article = from_text(f"{head}# Head\n")

    assert (article.title, article.author, article.published) == ("Six", "Jane", "2024-06-25")
    assert article.text == "Head"
    assert from_text("+++\nno toml\n+++\n\nText\n").text.endswith("+++\n\nText")
