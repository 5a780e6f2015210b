"""The cursor as a value: a point, the unit of text around it, and what is selected."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol, TypeAlias

from reader.article import Span

Unit: TypeAlias = Literal["word", "sentence", "line", "paragraph", "entity", "section", "all"]


NOWHERE = Span(0, 0)
"""The empty span at the start."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Where the reader is and what the next deed is done to."""

    point: int = 0
    """The code point that the cursor stands on."""
    span: Span = NOWHERE
    """The unit that the cursor covers; it holds the point, or is empty in an empty text."""
    unit: Unit = "sentence"
    """What sort of stretch `span` is."""
    anchor: Span | None = None
    """The unit that extending began with; None while it is off."""
    is_resized: bool = False
    """Whether the reader has made the unit larger or smaller, rather than come upon it."""

    @property
    def whole(self) -> Span:
        """Everything selected: from the anchor to the cursor's unit."""
        return self.span if self.anchor is None else self.anchor.joined(self.span)

    @property
    def is_extending(self) -> bool:
        """Whether movement extends the selection."""
        return self.anchor is not None

    @property
    def is_chosen(self) -> bool:
        """Whether the reader has selected something, rather than gone somewhere."""
        return self.is_extending or self.is_resized

    def moved(self, point: int, span: Span, unit: Unit) -> "Selection":
        """The cursor on another unit, with the same anchor."""
        return replace(self, point=point, span=span, unit=unit, is_resized=False)

    def toggled(self) -> "Selection":
        """Begin to extend from here, or give up extending."""
        return replace(self, anchor=None if self.is_extending else self.span)

    def turned(self) -> "Selection":
        """The same selection with the cursor at its other end."""
        if self.anchor is None:
            return self
        return replace(self, point=self.anchor.start, span=self.anchor, anchor=self.span)


def trimmed(text: str, span: Span) -> Span:
    """The span without the blanks at its ends; empty where it holds nothing else."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))


class Stretch(Protocol):
    """Anything that stands at a place in the text: a span, a mention, a block."""

    @property
    def start(self) -> int:
        """Its first code point."""

    @property
    def end(self) -> int:
        """The first code point after it."""


def nearest(stretches: Sequence[Stretch], point: int, step: int) -> Span | None:
    """The next (step 1) or previous (step -1) stretch from `point` on, around the end.

    Args:
        stretches: in text order; not all are looked at, so there may be very many.
    """
    if not stretches:
        return None
    if step > 0:
        found = stretches[bisect_right(stretches, point, key=_start) % len(stretches)]
    else:
        found = stretches[bisect_left(stretches, point, key=_start) - 1]
    return Span(found.start, found.end)


def _start(stretch: Stretch) -> int:
    return stretch.start
