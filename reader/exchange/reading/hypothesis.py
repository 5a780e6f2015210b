"""Notes of Hypothesis: the rows of its API, and the files that its client and its tools export.

Documentation: https://h.readthedocs.io/en/latest/api-reference/v1/. Positions count UTF-16 code
units of the page's text, which is not ours, so they are but a hint to where a quote stands.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reader.exchange.format import ExchangeError, Incoming
from reader.exchange.reading.foreign import (
    edits_of,
    foreign_anchor,
    foreign_id,
    foreign_note,
    said,
    utc_time,
)
from reader.exchange.source_iri import path_of
from reader.notes.annotation import Anchor, Annotation
from reader.notes.document import annotation_of

KEY = "hypothesis"
"""The field of a note that tells which annotation of a server it is."""
OWN = "reader"
"""The field of a row that holds a note of ours in whole."""
_PARTS = ("exact", "prefix", "suffix")

Json = Mapping[str, Any]


def parse(text: str) -> list[Incoming]:
    """The notes of a file.

    Raises:
        ExchangeError: it is no JSON, or a row in it is no annotation.
    """
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExchangeError(f"this is no JSON: {error}") from error
    return incoming_rows(rows_in(held))


def rows_in(held: Any) -> list[Any]:
    """The rows of a search, of a client's export, or of a bare list."""
    if isinstance(held, Mapping):
        lists = (held.get(name) for name in ("rows", "annotations"))
        held = next((each for each in lists if isinstance(each, list)), [held])
    return held if isinstance(held, list) else [held]


def incoming_rows(rows: list[Any]) -> list[Incoming]:
    """The notes that rows hold; a reply stands on the passage that it replies to.

    Raises:
        ExchangeError: a row is no annotation; the message says which.
    """
    anchors: dict[str, Anchor] = {}
    found = []
    for number, row in enumerate(rows, start=1):
        try:
            incoming = _incoming(row, anchors)
        except (LookupError, TypeError, AttributeError, ValueError) as error:
            raise ExchangeError(f"annotation {number} is none of Hypothesis") from error
        anchors[str(row.get("id", ""))] = incoming.annotation.anchor
        found.append(incoming)
    return found


def _incoming(row: Json, anchors: Mapping[str, Anchor]) -> Incoming:
    source = path_of(_text(row["uri"]))
    body, tags = _text(row.get("text") or ""), _texts(row.get("tags") or [])
    title = next(iter(_titles(row)), "")
    own = row.get(OWN)
    if isinstance(own, Mapping) and own.get("id") and own.get("anchor"):
        note = annotation_of(own)
        return Incoming(note, source, title, edits_of(note, body, tags))
    anchor = _anchor(row)
    for parent in row.get("references") or ():
        anchor = anchors.get(str(parent), anchor) if not anchor.exact else anchor
    return Incoming(_note(row, anchor, body, tags), source, title)


def _note(row: Json, anchor: Anchor, body: str, tags: tuple[str, ...]) -> Annotation:
    created = utc_time(row.get("created"))
    name = _text(row.get("id") or "")
    names = [KEY, name] if name else [KEY, anchor.exact, body]
    known = said(name, body, tags) if name else {}
    own = row.get(OWN)
    ours = _text(own.get("id") or "") if isinstance(own, Mapping) else ""
    note = foreign_note(
        ours or foreign_id(created, *names),
        anchor,
        body=body,
        tags=tags,
        created=created,
        extra={KEY: known} if known else {},
    )
    return replace(note, modified=utc_time(row.get("updated")) or created)


def _anchor(row: Json) -> Anchor:
    targets = row.get("target") or [{}]
    selectors = {each["type"]: each for each in targets[0].get("selector") or ()}
    quote = selectors.get("TextQuoteSelector", {})
    place = selectors.get("TextPositionSelector", {})
    start = place.get("start", 0)
    exact, prefix, suffix = (_text(quote.get(part) or "") for part in _PARTS)
    return foreign_anchor(exact, prefix, suffix, start if type(start) is int else 0)


def _titles(row: Json) -> tuple[str, ...]:
    document = row.get("document")
    titles = document.get("title") if isinstance(document, Mapping) else None
    return (titles,) if isinstance(titles, str) else _texts(titles or [])


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(each) for each in value)
