"""The annotation as a JSON document, the form in which it is stored and merged.

A document is never cut down to what this version knows: whatever else it holds stays in it.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias, TypeVar, get_args

from reader.notes.annotation import COLOURS, Anchor, Annotation, Link, LinkKind, Motivation

Document: TypeAlias = dict[str, Any]
Value = TypeVar("Value", str, int, bool)

BOOKKEEPING = frozenset({"past", "conflicts"})
"""Fields that the merge keeps for itself."""
_KNOWN = BOOKKEEPING.union(Annotation.__slots__) - {"extra"}
_LINKS = frozenset(get_args(LinkKind))


def now() -> str:
    """The RFC 3339 time in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def anchor_document(anchor: Anchor) -> Document:
    """The anchor as JSON; empty fields are left out."""
    whole = {name: getattr(anchor, name) for name in Anchor.__slots__}
    whole["headings"] = list(anchor.headings)
    return {key: value for key, value in whole.items() if value or isinstance(value, int)}


def link_documents(links: Iterable[Link]) -> list[Document]:
    """The links as JSON."""
    return [{"kind": link.kind, "target": link.target} for link in links]


def anchor_of(document: Any) -> Anchor:
    """The anchor that a JSON value describes; what is missing or ill-typed is empty."""
    given = document if isinstance(document, Mapping) else {}
    start = max(0, _value(given, "start", 0))
    return Anchor(
        digest=_value(given, "digest", ""),
        start=start,
        end=max(start, _value(given, "end", 0)),
        exact=_value(given, "exact", ""),
        prefix=_value(given, "prefix", ""),
        suffix=_value(given, "suffix", ""),
        headings=_words(given.get("headings")),
    )


def annotation_of(document: Mapping[str, Any]) -> Annotation:
    """The annotation that a document describes; what is missing or ill-typed is its default."""
    colour = document.get("colour")
    return Annotation(
        id=_value(document, "id", ""),
        article=_value(document, "article", ""),
        anchor=anchor_of(document.get("anchor")),
        motivation=_motivation(document.get("motivation")),
        body=_value(document, "body", ""),
        tags=_words(document.get("tags")),
        colour=colour if colour in COLOURS else "yellow",
        links=_links(document.get("links")),
        created=_value(document, "created", ""),
        modified=_value(document, "modified", ""),
        deleted=_value(document, "deleted", False),
        rev=_value(document, "rev", 1),
        extra={key: value for key, value in document.items() if key not in _KNOWN},
    )


def fields_document(fields: Mapping[str, Any]) -> Document:
    """Fields of an `Annotation`, by name, as JSON."""
    made: Document = dict(fields)
    if isinstance(made.get("anchor"), Anchor):
        made["anchor"] = anchor_document(made["anchor"])
    if "links" in made:
        made["links"] = link_documents(made["links"])
    if "tags" in made:
        made["tags"] = list(dict.fromkeys(made["tags"]))
    made.update(made.pop("extra", {}))
    return made


def _value(document: Mapping[str, Any], key: str, default: Value) -> Value:
    value = document.get(key)
    # A bool is an int to `isinstance`, but not to the reader.
    return value if type(value) is type(default) else default


def _motivation(value: Any) -> Motivation:
    known: tuple[Motivation, ...] = get_args(Motivation)
    return next((each for each in known if each == value), "highlighting")


def _words(value: Any) -> tuple[str, ...]:
    return tuple(word for word in value if isinstance(word, str)) if type(value) is list else ()


def _links(value: Any) -> tuple[Link, ...]:
    given = [link for link in value if isinstance(link, dict)] if type(value) is list else []
    return tuple(
        Link(link["kind"], link["target"])
        for link in given
        if link.get("kind") in _LINKS and isinstance(link.get("target"), str)
    )
