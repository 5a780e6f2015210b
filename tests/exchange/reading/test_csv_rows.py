"""Readwise's CSV in the shapes that it has."""

import pytest

from reader.exchange.format import ExchangeError
from reader.exchange.reading.csv_rows import parse

OWN = (
    "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,"
    "Highlighted at,Document tags\n"
    '"Enam,\nnegara",Pakta,Budi,,Benar?,blue,"csto, nato",page,12,2022-05-03 22:11:12+00:00,\n'
)


def test_an_export_of_readwise_is_read() -> None:
    """Quote, words, colour, tags, time and title."""
    [found] = parse(OWN)
    note = found.annotation

    assert (note.anchor.exact, note.body, found.title) == ("Enam,\nnegara", "Benar?", "Pakta")
    assert (note.colour, note.tags) == ("blue", ("csto", "nato"))
    assert note.created == "2022-05-03T22:11:12.000Z"


def test_short_rows_and_empty_ones_do_no_harm() -> None:
    """A row may end early; one without words is left out."""
    found = parse("Highlight,Note,URL\nEnam\n\n, ,\n,Benar?\n")

    assert [(each.annotation.anchor.exact, bool(each.refused)) for each in found] == [
        ("Enam", False),
        ("", True),
        ("", False),
    ]


def test_a_file_without_the_column_is_refused() -> None:
    """One line says so."""
    with pytest.raises(ExchangeError, match="column Highlight"):
        parse("a,b\n1,2\n")
