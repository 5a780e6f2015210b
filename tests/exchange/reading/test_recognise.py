"""A format is told by what a file holds, and a file in none of them is refused in one line."""

import json

import pytest

from reader.exchange.format import ExchangeError, ExportOptions
from reader.exchange.reading.recognise import SOURCES, read_notes, recognised
from reader.exchange.registry import FORMATS, find_format
from tests.exchange.notes import document
from tests.exchange.reading.test_taking import FILES, quoted, row, w3c

EXPORTED = document([("CSTO: 6 anggota, ==========", "- Benar, 100%?", ("csto",))])


@pytest.mark.parametrize("name", sorted(FORMATS.keys() & SOURCES.keys()))
def test_every_export_is_known_again(name: str) -> None:
    """Without being told what it is."""
    text = find_format(name).render([EXPORTED], ExportOptions())

    assert recognised(text) == name
    assert [each.annotation.anchor.exact for each in read_notes(text)] == [
        each.annotation.anchor.exact for each in EXPORTED.notes
    ]


OTHERS = [
    ("w3c", json.dumps(json.loads(w3c(quoted(1, "x")))[0])),
    ("w3c", json.dumps({"@context": "x", "type": "AnnotationPage", "items": []})),
    ("hypothesis", json.dumps(row("a", "x"))),
    ("hypothesis", json.dumps([row("a", "x")])),
    ("hypothesis", json.dumps({"export_date": "2024", "annotations": [row("a", "x")]})),
    ("csv", '\ufeff"Highlight","Book Title","Tags"\r\n"x","y","z"\r\n'),
    ("kindle", FILES["kindle"].replace("\n", "\r\n")),
    ("markdown", "# My diary\n\n- 1\n\nHeading\n==========\n"),
]


@pytest.mark.parametrize(("name", "text"), OTHERS)
def test_the_files_of_others_are_told_apart(name: str, text: str) -> None:
    """By their shape alone."""

    assert recognised(text) == name


BROKEN = [
    "",
    " \n",
    "# My diary\n",
    "[",
    "{",
    "[1]",
    "{}",
    '{"rows": [1]}',
    '{"rows": [{"uri": 1}]}',
    '{"rows": [{"uri": "https://example.org", "text": 5}]}',
    '{"rows": [{"uri": "https://example.org", "target": [{"selector": [{}]}]}]}',
    '{"note": {"id": "1"}}',
    '{"note": 1}\n{"note": 2}',
    'Highlight,Note\n"never ended',
    "T\n- Your Bookmark on Location 1 | Added on x\n\n\n==========\n",
    "[" * 100_000,
    '{"a":' * 100_000,
]


@pytest.mark.parametrize("text", BROKEN)
def test_what_cannot_be_read_is_one_line(text: str) -> None:
    """And no other error."""
    with pytest.raises(ExchangeError) as caught:
        read_notes(text)

    assert len(str(caught.value).splitlines()) == 1
