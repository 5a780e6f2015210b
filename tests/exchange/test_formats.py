"""The formats beside Markdown: what goes out comes back, and no cell is a formula."""

import csv
import json
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange.document import ExportDocument
from reader.exchange.format import ExchangeError, ExportOptions
from reader.exchange.registry import FORMATS, find_format
from tests.exchange.notes import document, lines, words

OPTIONS = ExportOptions()
notes = st.lists(
    st.tuples(words, lines, st.lists(words, max_size=2, unique=True).map(tuple)),
    min_size=1,
    max_size=3,
).map(document)


@settings(max_examples=100, deadline=None)
@given(given_document=notes)
def test_hypothesis_positions_cut_the_quote_out_of_utf_16(given_document: ExportDocument) -> None:
    """A browser's string gives the passage at the exported offsets."""
    units = given_document.article.text.encode("utf-16-le")
    rows = json.loads(find_format("hypothesis").render([given_document], OPTIONS))["rows"]

    cut = []
    for row in rows:
        position, quote = row["target"][0]["selector"]
        found = units[2 * position["start"] : 2 * position["end"]].decode("utf-16-le")
        cut.append((found, quote["exact"]))

    expected = [each.annotation.anchor.exact for each in given_document.notes]
    assert cut == [(exact, exact) for exact in expected]


@settings(max_examples=100, deadline=None)
@given(given_document=notes)
def test_no_cell_starts_a_formula(given_document: ExportDocument) -> None:
    """Every row has every column, and no cell begins as a spreadsheet's formula does."""
    text = find_format("csv").render([given_document], OPTIONS)

    first, *rows = csv.reader(StringIO(text))

    assert {len(row) for row in rows} == {len(first)}
    assert not [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "markdown"])
def test_the_same_notes_give_the_same_bytes(name: str) -> None:
    """Two exports of the same notes are equal."""
    given_document = document([("CSTO: 6 anggota", "Benar?", ("csto",))])
    form = find_format(name)

    first = form.render([given_document], OPTIONS)

    assert form.render([given_document], OPTIONS) == first


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("jsonl", "{}"),
        ("jsonl", "nothing"),
        ("jsonl", '{"note": {"id": "1"}}'),
        ("w3c", "nothing"),
        ("w3c", "[1]"),
        ("w3c", '[{"type": "Annotation", "target": "https://example.org/"}]'),
    ],
)
def test_what_is_no_export_is_refused(name: str, text: str) -> None:
    """A file of another make is an error of one line."""
    form = find_format(name)
    assert form.parse

    with pytest.raises(ExchangeError):
        form.parse(text)
