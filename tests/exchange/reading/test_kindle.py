"""Kindle's clippings, as devices in several languages write them."""

from pathlib import Path

import pytest

from reader.exchange.format import ExchangeError
from reader.exchange.reading.kindle import parse
from reader.exchange.reading.recognise import recognised

CASES = [
    line.split("\t")
    for line in (Path(__file__).parents[2] / "cases/exchange/kindle.tsv")
    .read_text("utf-8")
    .splitlines()
]
HIGHLIGHTS = {details: created for kind, created, details in CASES if kind == "highlight"}
NOTES = [details for kind, _, details in CASES if kind == "note"]
MARKS = [details for kind, _, details in CASES if kind == "bookmark"]


def entry(details: str, text: str, title: str = "Pakta (Atlantik) (Budi, A.)") -> str:
    """One clipping."""
    return f"{title}\n{details}\n\n{text}\n==========\n"


@pytest.mark.parametrize(("details", "created"), HIGHLIGHTS.items())
def test_a_highlight_is_read_in_every_language(details: str, created: str) -> None:
    """With its time, a device's clock taken for UTC."""
    [found] = parse(entry(details, "Enam negara."))

    assert (found.annotation.anchor.exact, found.annotation.created) == ("Enam negara.", created)
    assert (found.title, found.annotation.motivation) == ("Pakta (Atlantik)", "highlighting")


@pytest.mark.parametrize("details", NOTES)
def test_a_note_is_put_on_its_highlight(details: str) -> None:
    """By the position at which the highlight ends, in whatever order they stand."""
    mark = entry(next(iter(HIGHLIGHTS)), "Enam negara.")
    note = entry(details, "Benarkah?")
    found = [parse(mark + note), parse(note + mark)]

    told = [(each.annotation.anchor.exact, each.annotation.body) for [each] in found]
    assert told == [("Enam negara.", "Benarkah?")] * 2


def test_a_byte_order_mark_and_dos_line_ends_do_not_matter() -> None:
    """A Kindle writes both, and a mark before every title."""
    text = "".join(f"\ufeff{entry(details, 'Enam.')}" for details in HIGHLIGHTS)
    found = parse(text.replace("\n", "\r\n"))

    assert recognised(text.replace("\n", "\r\n").removeprefix("\ufeff")) == "kindle"
    assert {each.annotation.anchor.exact for each in found} == {"Enam."}
    assert {each.title for each in found} == {"Pakta (Atlantik)"}


@pytest.mark.parametrize("details", MARKS)
def test_a_bookmark_is_no_note(details: str) -> None:
    """It has no text of its own."""
    with pytest.raises(ExchangeError, match="no clipping"):
        parse(entry(details, ""))


def test_a_note_without_a_highlight_is_about_the_whole() -> None:
    """And one on another book stays there."""
    mark = entry(next(iter(HIGHLIGHTS)), "Enam negara.")
    found = parse(mark + entry(NOTES[0], "Lain.", title="Buku lain"))

    told = [(each.title, each.annotation.anchor.exact, each.annotation.body) for each in found]
    assert told == [("Pakta (Atlantik)", "Enam negara.", ""), ("Buku lain", "", "Lain.")]


def test_the_same_clipping_has_the_same_id() -> None:
    """Whenever the file is read."""
    text = "".join(entry(details, "Enam.") for details in HIGHLIGHTS)

    assert [each.annotation.id for each in parse(text)] == [
        each.annotation.id for each in parse(text)
    ]
