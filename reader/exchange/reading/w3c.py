"""W3C Web Annotations as notes, of our own exports and of other programs.

The whole annotation is judged before any of it is taken in. Words in a body become the note's,
tags its tags, and what a body only points at becomes a link.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

from reader.exchange.format import ExchangeError, Incoming
from reader.exchange.reading.foreign import (
    edits_of,
    foreign_id,
    foreign_note,
    said,
    utc_time,
)
from reader.exchange.reading.w3c_checks import fault_of, is_iri, listed
from reader.exchange.reading.w3c_targets import passages
from reader.exchange.source_iri import path_of
from reader.notes.annotation import Anchor, Annotation, Link, Motivation
from reader.notes.document import annotation_of

KEY = "w3c"
"""The field of a note that tells which annotation elsewhere it is."""
OWN = "urn:x-reader:note"
"""The field of an annotation that holds a note of ours in whole, and the head of our ids."""
_PAGES = frozenset({"AnnotationPage", "AnnotationCollection"})
_MEANT: tuple[Motivation, ...] = ("questioning", "bookmarking", "linking")

Json = Mapping[str, Any]


def parse(text: str) -> list[Incoming]:
    """The notes of an annotation, of an array of them, or of a collection.

    Raises:
        ExchangeError: it is no JSON, or an annotation in it is not what it must be.
    """
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ExchangeError(f"this is no JSON: {error}") from error
    rows = list(_rows(held, is_embedded=False))
    if not rows:
        raise ExchangeError("there is no annotation in it")
    found: list[Incoming] = []
    for number, (row, is_embedded) in enumerate(rows, start=1):
        fault = fault_of(row, is_embedded=is_embedded)
        if fault:
            raise ExchangeError(f"annotation {number} is no Web Annotation: {fault}")
        found += _incoming(row, number)
    return found


def _rows(held: Any, *, is_embedded: bool) -> Iterator[tuple[Any, bool]]:
    for each in listed(held):
        types = set(map(str, listed(each.get("type")))) if isinstance(each, Mapping) else set()
        if not types & _PAGES:
            yield each, is_embedded
            continue
        yield from _rows(each.get("items", []), is_embedded=True)
        if isinstance(each.get("first"), Mapping):
            yield from _rows(each["first"], is_embedded=True)


def _incoming(row: Json, number: int) -> Iterator[Incoming]:
    own = row.get(OWN)
    if own is not None:
        yield _own(row, own, number)
        return
    targets = list(passages(row["target"]))
    for index, passage in enumerate(targets):
        names = (row["id"], str(index)) if len(targets) > 1 else (row["id"],)
        note, source = _note(row, names, passage.anchor), path_of(passage.source)
        yield Incoming(note, source, unplaced=passage.unplaced, refused=passage.refused)


def _own(row: Json, own: Any, number: int) -> Incoming:
    note = annotation_of(own) if isinstance(own, Mapping) else None
    source = next((passage.source for passage in passages(row["target"])), "")
    if note is None or not note.id or not note.anchor.exact or not source:
        raise ExchangeError(f"annotation {number} has no id, no quote or no source")
    body, tags, _ = _told(row)
    return Incoming(note, path_of(source), edits=edits_of(note, body, tags))


def _note(row: Json, names: tuple[str, ...], anchor: Anchor) -> Annotation:
    body, tags, links = _told(row)
    created = utc_time(row.get("created"))
    meant = next((each for each in _MEANT if each in listed(row.get("motivation"))), None)
    note = foreign_note(
        _id(row["id"], created, names),
        anchor,
        body=body,
        tags=tags,
        links=links,
        created=created,
        extra={KEY: said(row["id"], body, tags)},
    )
    modified = utc_time(row.get("modified")) or created
    return replace(note, modified=modified, motivation=meant or note.motivation)


def _id(iri: str, created: str, names: tuple[str, ...]) -> str:
    # One of ours that another program has passed on without what only we understand.
    ours = iri.removeprefix(f"{OWN}:")
    return unquote(ours) if ours != iri and len(names) == 1 else foreign_id(created, KEY, *names)


def _told(row: Json) -> tuple[str, tuple[str, ...], list[Link]]:
    """The words, the tags and the addresses in the bodies."""
    words: list[str] = [row["bodyValue"]] if row.get("bodyValue") else []
    tags: list[str] = []
    links: list[Link] = []
    default = "tagging" if row.get("motivation") == "tagging" else ""
    for body in _bodies(row.get("body") or []):
        if isinstance(body, str) or "value" not in body:
            links += [Link("url", iri) for iri in _addresses(body)]
        elif body.get("purpose", default) == "tagging":
            tags.append(body["value"])
        else:
            words.append(_plain(body))
    return "\n\n".join(words), tuple(tags), links


def _bodies(held: Any) -> Iterator[Any]:
    for body in listed(held):
        if isinstance(body, Mapping) and "items" in body:
            yield from _bodies(body["items"])
        else:
            yield body


def _plain(body: Json) -> str:
    value: str = body["value"]
    if "text/html" not in listed(body.get("format")):
        return value
    from reader.loading.htmltext import paragraphs

    return "\n\n".join(paragraphs(value))


def _addresses(body: Any) -> Iterator[str]:
    if isinstance(body, str):
        yield body
    elif "source" in body:
        yield from _addresses(body["source"])
    elif is_iri(body.get("id")):
        yield body["id"]
