"""Rosters in Markdown."""

from itertools import pairwise
from pathlib import Path

from markdown_it import MarkdownIt

from reader.exchange.rosters import roster_markdown
from reader.session import Session
from tests.ui.story import SEED


def test_a_roster_is_a_table_with_a_row_a_state(tmp_path: Path) -> None:
    """As a parser of tables reads it."""
    session = Session.open(str(SEED), tmp_path)
    text = "\n\n".join(roster_markdown(session.rosters()[0]))
    tokens = MarkdownIt().enable("table").parse(text)
    cells = [
        token.children[0].content
        for opened, token in pairwise(tokens)
        if opened.type == "td_open" and token.children
    ]

    assert cells[::4][:6] == [
        "Rusia",
        "Kazakhstan",
        "Belarusia",
        "Kyrgyzstan",
        "Tajikistan",
        "Armenia",
    ]
    assert "frozen since 2024-02" in text
    assert tokens[0].tag == "h2"


def test_doubt_and_absence_are_written_too(tmp_path: Path) -> None:
    """In April 1999 three states may have left; in 1948 there was no organisation."""
    session = Session.open(str(SEED), tmp_path)
    session.as_of = "1999-04"
    doubtful = "\n\n".join(roster_markdown(session.rosters()[0]))
    session.as_of = "1948"
    absent = "\n\n".join(roster_markdown(session.rosters()[0]))

    assert doubtful.count("member, in doubt") == 3
    assert "did not exist in 1948" in absent and "|" not in absent
