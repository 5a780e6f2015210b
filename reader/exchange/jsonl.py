"""Notes as JSON Lines: one object a line, with everything that is known of a note."""

import json
from collections.abc import Iterator, Sequence

from reader.exchange.document import ExportDocument
from reader.exchange.fence import note_fields
from reader.exchange.format import ExchangeError, ExportOptions, Format, Incoming
from reader.exchange.json_text import json_text
from reader.notes.document import annotation_of


def render(documents: Sequence[ExportDocument], options: ExportOptions) -> str:
    """One line a note, in reading order."""
    return "".join(f"{line}\n" for document in documents for line in _lines(document))


def _lines(document: ExportDocument) -> Iterator[str]:
    for placed in document.notes:
        place = placed.place
        yield json_text(
            {
                "source": document.source(),
                "title": document.title,
                "status": place.status,
                "start": place.start,
                "end": place.end,
                "note": note_fields(placed.annotation),
            }
        )


def parse(text: str) -> list[Incoming]:
    """The notes of a file.

    Raises:
        ExchangeError: a line is no note; the message says which.
    """
    lines = enumerate(text.split("\n"), start=1)
    return [_incoming(line, number) for number, line in lines if line.strip()]


def _incoming(line: str, number: int) -> Incoming:
    try:
        row = json.loads(line)
        note = annotation_of(row["note"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ExchangeError(f"line {number} is no note") from error
    if not note.id or not note.anchor.exact:
        raise ExchangeError(f"line {number}: the note has no id or no quote")
    return Incoming(note, str(row.get("source", "")), str(row.get("title", "")))


FORMAT = Format("jsonl", "JSON Lines", ".jsonl", render, parse)
"""The entry of the registry."""
