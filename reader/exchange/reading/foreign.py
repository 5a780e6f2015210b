"""A note from another program as an annotation of ours, the same each time it comes."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from reader.notes.annotation import Anchor, Annotation, Link, Motivation
from reader.notes.ulid import ulid


def foreign_id(created: str, *names: str) -> str:
    """The id of a note that another program made at a time and knows by these names."""
    digest = sha256("\0".join(names).encode("utf-8", "surrogatepass")).digest()
    return ulid(_milliseconds(created), digest[:10])


def body_mark(body: str) -> str:
    """A short digest of a reader's words, whatever their line ends and the space around them."""
    told = body.replace("\r\n", "\n").strip()
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def said(name: str, body: str, tags: Iterable[str]) -> dict[str, Any]:
    """What an annotation elsewhere says, kept with a note to tell later who changed what."""
    return {"id": name, "body": body_mark(body), "tags": list(tags)}


def edits_of(note: Annotation, body: str, tags: tuple[str, ...]) -> dict[str, Any]:
    """What was changed of a note of ours in a file that holds these words and tags of it."""
    told = {"body": body, "tags": tags}
    return {key: value for key, value in told.items() if getattr(note, key) != value}


def utc_time(text: Any) -> str:
    """An ISO 8601 time as RFC 3339 in UTC; empty for what is none, UTC where no zone is named."""
    try:
        moment = datetime.fromisoformat(text.strip())
        moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, AttributeError, TypeError, OverflowError):
        return ""
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def foreign_anchor(
    exact: str, prefix: str = "", suffix: str = "", start: int = 0, end: int = 0
) -> Anchor:
    """An anchor of a text that is not at hand; `start` and `end` are but a hint."""
    quote, before, after = (_canonical(part) for part in (exact, prefix, suffix))
    start = max(0, start)
    return Anchor("", start, max(start + len(quote), end), quote, before, after)


def foreign_note(
    note_id: str,
    anchor: Anchor,
    *,
    body: str = "",
    tags: Iterable[str] = (),
    links: Iterable[Link] = (),
    colour: str = "",
    created: str = "",
    extra: Mapping[str, Any] | None = None,
) -> Annotation:
    """An annotation of ours; what it is for follows from what it holds."""
    from reader.notes.annotation import COLOURS

    body = _canonical(body).strip("\n")
    links = tuple(dict.fromkeys(links))
    return Annotation(
        id=note_id,
        article="",
        anchor=anchor,
        motivation=_motivation(body, links),
        body=body,
        tags=tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip())),
        colour=next((each for each in COLOURS if each == colour.strip().lower()), "yellow"),
        links=links,
        created=created,
        modified=created,
        extra=dict(extra or {}),
    )


def _motivation(body: str, links: tuple[Link, ...]) -> Motivation:
    if body:
        return "commenting"
    return "linking" if links else "highlighting"


def _canonical(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _milliseconds(created: str) -> int:
    try:
        return max(0, int(datetime.fromisoformat(created).timestamp() * 1000))
    except (ValueError, OverflowError):
        return 0
