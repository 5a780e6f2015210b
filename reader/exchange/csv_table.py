"""Notes as CSV with the columns that Readwise takes in.

Colour, links and the exact place are lost, and a cell that a spreadsheet would take for a formula
begins with an apostrophe.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from reader.exchange.document import ExportDocument
from reader.exchange.format import ExportOptions, Format
from reader.exchange.note_block import tame
from reader.exchange.reading.csv_rows import parse

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date", "Tags")
"""The first line."""
_FORMULA = ("=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def render(documents: Sequence[ExportDocument], options: ExportOptions) -> str:
    """One row a note, in reading order."""
    rows = (row for document in documents for row in _rows(document))
    return "".join(f"{row_of(row)}\n" for row in (COLUMNS, *rows))


def row_of(cells: Iterable[object]) -> str:
    """Cells as one row, without its end; none of them is a formula."""
    stream = StringIO()
    csv.writer(stream, lineterminator="\n").writerow([_cell(str(each)) for each in cells])
    return stream.getvalue().removesuffix("\n")


def _rows(document: ExportDocument) -> Iterator[tuple[str, ...]]:
    for placed in document.notes:
        note = placed.annotation
        yield (
            note.anchor.exact,
            document.title,
            document.article.author,
            document.article.url,
            note.body,
            str(placed.place.start),
            note.created,
            ", ".join(note.tags),
        )


def _cell(text: str) -> str:
    calm = tame(text)
    return f"'{calm}" if calm.lstrip(" \n").startswith(_FORMULA) else calm


FORMAT = Format("csv", "CSV for Readwise", ".csv", render, parse)
"""The entry of the registry."""
