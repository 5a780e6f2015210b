"""Notes as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/).

What the model has no word for stands under a key of our own, so that nothing is lost.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from reader.exchange.document import ExportDocument
from reader.exchange.fence import note_fields
from reader.exchange.format import ExportOptions, Format
from reader.exchange.json_text import json_text
from reader.exchange.reading.w3c import OWN, parse
from reader.exchange.reading.w3c_checks import CONTEXT
from reader.exchange.source_iri import source_iri
from reader.notes.annotation import Annotation

Json = dict[str, Any]


def render(documents: Sequence[ExportDocument], options: ExportOptions) -> str:
    """An array of annotations, in reading order."""
    made = [
        _annotation(placed.annotation, source_iri(document))
        for document in documents
        for placed in document.notes
    ]
    return f"{json_text(made, indent=2)}\n"


def _annotation(note: Annotation, source: str) -> Json:
    bodies = _bodies(note)
    times = {"created": note.created, "modified": note.modified}
    return {
        "@context": CONTEXT,
        "id": f"{OWN}:{quote(note.id, safe='')}",
        "type": "Annotation",
        "motivation": note.motivation,
        **{key: value for key, value in times.items() if value},
        **({"body": bodies} if bodies else {}),
        "target": {"source": source, "selector": _selectors(note)},
        OWN: note_fields(note),
    }


def _bodies(note: Annotation) -> list[Json]:
    words = {"type": "TextualBody", "value": note.body, "format": "text/markdown"}
    tags = [{"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags]
    return [*([words] if note.body else []), *tags]


def _selectors(note: Annotation) -> list[Json]:
    anchor = note.anchor
    around = {"prefix": anchor.prefix, "suffix": anchor.suffix}
    return [
        {
            "type": "TextQuoteSelector",
            "exact": anchor.exact,
            **{key: value for key, value in around.items() if value},
        },
        {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
    ]


FORMAT = Format("w3c", "W3C Web Annotations (JSON-LD)", ".jsonld", render, parse)
"""The entry of the registry."""
