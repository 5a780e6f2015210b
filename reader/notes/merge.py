"""Merging: copies of one note become one again, and no text is lost.

A note is a set of heads: versions of which none was made with sight of another. Each carries
the marks of the versions before it (`past`), so two copies fold into the union of their heads
less those that stand in another's past. This is commutative, associative and idempotent: copies
that have met the same versions are equal, whatever the order. The first head is the document
itself, the others stand in its `conflicts`.
"""

import json
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from reader.notes.document import Document, now

MEMORY = 64
"""The number of past versions that a head remembers; an older one counts as unseen, and is kept."""
_SHARED = ("id", "article", "created")


def heads(document: Document) -> list[Document]:
    """The versions in a document, the foremost first."""
    first = {key: value for key, value in document.items() if key != "conflicts"}
    shared = {key: document[key] for key in _SHARED if key in document}
    others = (other for other in _list(document, "conflicts") if isinstance(other, dict))
    return [first, *({**shared, **other} for other in others)]


def fold(one: Document, other: Document) -> Document:
    """The note that knows all that two copies of it know."""
    if one == other:
        return one
    found = {_mark(head): head for head in (*heads(one), *heads(other))}
    past = {mark for head in found.values() for mark in _past(head)}
    return _packed([head for mark, head in found.items() if mark not in past])


def settled(document: Document) -> Document:
    """The note as it is shown: the foremost text, with what the agreeing heads add to it."""
    if "conflicts" not in document:
        return document
    first, *others = heads(document)
    agreeing = [other for other in others if _agrees(first, other)]
    for field in ("tags", "links"):
        union = [value for head in (first, *agreeing) for value in _list(head, field)]
        first[field] = [value for i, value in enumerate(union) if value not in union[:i]]
    return first


def rivals(document: Document) -> list[Document]:
    """The heads whose text differs from the foremost and was not replaced with sight of it."""
    if "conflicts" not in document:
        return []
    first, *others = heads(document)
    return [other for other in others if not _agrees(first, other)]


def successor(document: Document, changes: Document) -> Document:
    """The note after a change by someone who sees it as `settled` shows it.

    Rival texts stay beside it; putting in the trash and taking out apply to them too.
    """
    others = rivals(document)
    seen = [head for head in heads(document) if head not in others]
    shown = {**settled(document), **changes}
    made = _next(shown, seen, heads(document))
    if "deleted" in changes:
        others = [_next({**head, "deleted": changes["deleted"]}, [head], [made]) for head in others]
    return _packed([made, *others])


def chosen(document: Document, body: str) -> Document:
    """The note after its conflict was settled: `body` replaces every rival text."""
    everything = heads(document)
    return _next({**settled(document), "body": body}, everything, everything)


def parted(document: Document, body: str, texts: Iterable[Document]) -> Document:
    """The note with `body`, and its conflict with the heads `texts` open once more."""
    made = successor(document, {"body": body})
    past, again = made["past"], list(texts)
    open_texts = {_text_mark(head) for head in again}
    # The texts were seen, but they are not to count as replaced.
    made["past"] = [m[:10] + "." * 8 if m[10:] in open_texts else m for m in past]
    return _packed([made, *({**head, "rev": made["rev"] - 1, "past": past} for head in again)])


def has_met(document: Document, body: str, since: str | None = None) -> bool:
    """Whether a text is among a note's versions, or was replaced with sight of it.

    Args:
        since: a text of the note; versions up to its last one do not count.
    """
    wanted, known = _text_mark({"body": body}), _text_mark({"body": since})
    for head in heads(document):
        met = [*(mark[10:] for mark in _past(head)), _text_mark(head)]
        if since is not None and known in met:
            met = met[len(met) - met[::-1].index(known) :]
        if wanted in met:
            return True
    return False


def _past(head: Document) -> list[str]:
    return [mark for mark in _list(head, "past") if isinstance(mark, str)]


def _list(document: Document, field: str) -> list[Any]:
    # Other hands write files as well: what is no list has nothing in it.
    value = document.get(field)
    return value if isinstance(value, list) else []


def _next(shown: Document, seen: list[Document], among: list[Document]) -> Document:
    past = [mark for head in seen for mark in (*_past(head), _mark(head))]
    modified = max([now(), *(str(head.get("modified", "")) for head in among)])
    rev = 1 + max(_rev(head) for head in among)
    memory = list(dict.fromkeys(past))[-MEMORY:]
    return {**shown, "modified": modified, "rev": rev, "past": memory}


def _packed(versions: list[Document]) -> Document:
    first, *others = sorted(versions, key=_rank, reverse=True)
    if not others:
        return first
    lean = [{k: v for k, v in head.items() if k not in _SHARED} for head in others]
    return {**first, "conflicts": lean}


def _rank(head: Document) -> tuple[bool, int, str, str]:
    return not head.get("deleted"), _rev(head), str(head.get("modified", "")), _mark(head)


def _rev(head: Document) -> int:
    rev = head.get("rev", 1)
    return rev if isinstance(rev, int) else 1


def _mark(head: Document) -> str:
    # The second part tells whether a text was replaced with sight of it, whatever came between.
    return _hash(head)[:10] + _text_mark(head)


def _text_mark(head: Document) -> str:
    return _hash(head.get("body", ""))[:8]


def _hash(value: Any) -> str:
    return blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=8).hexdigest()


def _agrees(first: Document, other: Document) -> bool:
    text = _text_mark(other)
    return text == _text_mark(first) or any(mark[10:] == text for mark in _past(first))
