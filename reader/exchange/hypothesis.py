"""Notes as the JSON of Hypothesis (https://h.readthedocs.io/en/latest/api-reference/).

Its positions count UTF-16 code units, as browsers do.
"""

from collections.abc import Sequence
from typing import Any

from reader.exchange.document import ExportDocument
from reader.exchange.fence import note_fields
from reader.exchange.format import ExportOptions, Format
from reader.exchange.json_text import json_text
from reader.exchange.reading.hypothesis import OWN, parse
from reader.exchange.source_iri import source_iri
from reader.notes.annotation import PlacedAnnotation

Json = dict[str, Any]


def render(documents: Sequence[ExportDocument], options: ExportOptions) -> str:
    """An object with `rows`, as the search of a Hypothesis server answers."""
    rows = [_row(document, placed) for document in documents for placed in document.notes]
    return f"{json_text({'total': len(rows), 'rows': rows}, indent=2)}\n"


def _row(document: ExportDocument, placed: PlacedAnnotation) -> Json:
    note, uri = placed.annotation, source_iri(document)
    return {
        "id": note.id,
        "created": note.created,
        "updated": note.modified,
        "uri": uri,
        "document": {"title": [document.title]},
        "text": note.body,
        "tags": list(note.tags),
        "target": [{"source": uri, "selector": selectors(document, placed)}],
        OWN: note_fields(note),
    }


def selectors(document: ExportDocument, placed: PlacedAnnotation) -> list[Json]:
    """Where a note stands: its quote, and its position where it has one."""
    anchor, place = placed.annotation.anchor, placed.place
    quote = {"exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix}
    quoted: list[Json] = [{"type": "TextQuoteSelector", **quote}]
    if place.status == "orphan":
        return quoted
    text = document.article.text
    start = utf16_length(text[: place.start])
    end = start + utf16_length(text[place.start : place.end])
    return [{"type": "TextPositionSelector", "start": start, "end": end}, *quoted]


def utf16_length(text: str) -> int:
    """The number of UTF-16 code units of `text`."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


FORMAT = Format("hypothesis", "Hypothesis JSON", ".json", render, parse)
"""The entry of the registry."""
