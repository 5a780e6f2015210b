"""Anchors: how an annotation finds its passage again, as pure functions on strings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from reader.notes.annotation import Anchor, Place

if TYPE_CHECKING:
    from reader.notes.passage import TextMap

CONTEXT = 64
"""The number of characters that an anchor remembers on each side."""
LEFT = 0.47
"""The least part of a passage that must be left for a note to have a place."""
CERTAIN = 0.85
"""Above this score a place is certain; below, the reader is asked to check it."""


def create(
    text: str, start: int, end: int, headings: Sequence[str] = (), digest: str = ""
) -> Anchor:
    """The anchor of the passage `[start, end)` of `text`.

    Args:
        text: the canonical text.
        start: the passage's first code point.
        end: the first code point after it.
        headings: the headings that it stands under, the outermost first.
        digest: the text's sha256, where it is known already.

    Raises:
        ValueError: the passage is empty or not in the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"there is no passage {start} to {end} in a text of {len(text)}")
    return Anchor(
        digest=digest or sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        headings=tuple(headings),
    )


def resolve(text: str, anchor: Anchor, old_text: str | None = None) -> Place:
    """Where the passage of `anchor` stands in `text`.

    Args:
        text: the canonical text at hand.
        anchor: made on this text or on an older one.
        old_text: the text that the anchor was made on, where it is kept.
    """
    return resolve_all(text, [anchor], old_text)[0]


def resolve_all(text: str, anchors: Sequence[Anchor], old_text: str | None = None) -> list[Place]:
    """The places of anchors that were made on one text; the two texts are compared once."""
    return TextSince(text, old_text).places(anchors)


class TextSince:
    """A text as it became from an older one; the two are compared once, when first asked.

    Args:
        text: the canonical text at hand.
        old_text: the text that anchors were made on, where it is kept.
    """

    def __init__(self, text: str, old_text: str | None) -> None:
        self._text = text
        self._old_text = old_text

    def places(self, anchors: Sequence[Anchor]) -> list[Place]:
        """The places of anchors that were made on the older text."""
        if self._old_text == self._text:
            return [Place(anchor.start, anchor.end, "ok", 1.0) for anchor in anchors]
        if self._old_text is None:
            return [_by_quote(self._text, anchor) for anchor in anchors]
        return [_by_map(self._map, anchor) for anchor in anchors]

    @cached_property
    def _map(self) -> TextMap:
        from reader.notes.passage import TextMap

        assert self._old_text is not None
        return TextMap(self._old_text, self._text)


def _by_map(texts: TextMap, anchor: Anchor) -> Place:
    if texts.old[anchor.start : anchor.end] != anchor.exact:
        return _by_quote(texts.new, anchor)
    found = texts.locate(anchor.start, anchor.end)
    if found is None or found.score < LEFT:
        return _orphan(texts.new, anchor, found.score if found else 0.0)
    return _place(texts.new, anchor, found.start, found.end, found.score)


def _by_quote(text: str, anchor: Anchor) -> Place:
    from reader.notes.quote import KEPT, guesses

    found = guesses(text, anchor)
    if not found or found[0].score < KEPT:
        return _orphan(text, anchor, found[0].score if found else 0.0)
    return _place(text, anchor, found[0].start, found[0].end, found[0].score)


def _orphan(text: str, anchor: Anchor, score: float) -> Place:
    spot = min(anchor.start, len(text))
    return Place(spot, spot, "orphan", score)


def _place(text: str, anchor: Anchor, start: int, end: int, score: float) -> Place:
    if start == anchor.start and text[start:end] == anchor.exact:
        return Place(start, end, "ok", score)
    return Place(start, end, "moved" if score > CERTAIN else "check", score)


def candidates(text: str, anchor: Anchor) -> list[Place]:
    """Where an orphan might be attached again, the best first; `confidence` is the score."""
    from reader.notes.quote import guesses

    return [Place(each.start, each.end, "check", each.score) for each in guesses(text, anchor)]
