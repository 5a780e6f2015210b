"""What lies over the text: which styles each stretch of a row takes, by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from reader.article import Article, Mark, Span
from reader.text.selection import NOWHERE

if TYPE_CHECKING:
    from reader.entities.mention import Mention
    from reader.notes.annotation import PlacedAnnotation

_LOOK_BACK = 4096


class Annotated:
    """Annotations in the order of painting: the outer ones first, so that the inner one shows.

    Args:
        annotations: in any order; orphans have no place and are left out.
    """

    def __init__(self, annotations: Sequence[PlacedAnnotation] = ()) -> None:
        placed = [each for each in annotations if each.place.end > each.place.start]
        self._sorted = sorted(placed, key=lambda each: (each.place.start, -each.place.end))
        self._starts = [each.place.start for each in self._sorted]
        self._reach = list(accumulate((each.place.end for each in self._sorted), max))

    def over(self, start: int, end: int) -> list[PlacedAnnotation]:
        """The annotations that share a code point with `[start, end)`."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [each for each in self._sorted[first:last] if each.place.end > start]

    def first_between(self, start: int, end: int) -> PlacedAnnotation | None:
        """The first annotation that begins in `[start, end)`."""
        index = bisect_left(self._starts, start)
        if index == len(self._starts) or self._starts[index] >= end:
            return None
        return self._sorted[index]

    def spans(self) -> Iterator[tuple[int, str]]:
        """Start and colour of each."""
        return ((each.place.start, each.annotation.colour) for each in self._sorted)


@dataclass(frozen=True, slots=True)
class Layers:
    """Everything that lies over the text."""

    marks: Sequence[Mark] = ()
    """Inline markup, sorted by start."""
    mentions: Sequence[Mention] = ()
    """Sorted by start, apart."""
    annotated: Annotated = field(default_factory=Annotated)
    """The annotations."""
    hits: Sequence[Span] = ()
    """What was searched for, sorted, apart."""
    hit: Span | None = None
    """The hit that the reader is at."""
    cursor: Span = NOWHERE
    """The unit under the cursor."""
    selected: Span = NOWHERE
    """The extended selection; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a row painted in one style."""

    start: int
    """The first code point."""
    end: int
    """The first code point after it."""
    styles: tuple[str, ...]
    """Component classes without their prefix, the lowest first."""
    link: str = ""
    """The address that it leads to."""


def marks_over(article: Article, start: int, end: int) -> list[Mark]:
    """The inline markup that shares a code point with `[start, end)`."""
    return _over(article.marks, start, end)


def _over(marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    first = bisect_left(marks, start - _LOOK_BACK, key=lambda mark: mark.start)
    last = bisect_left(marks, end, lo=first, key=lambda mark: mark.start)
    return [mark for mark in marks[first:last] if mark.end > start]


def mentions_over(mentions: Sequence[Mention], start: int, end: int) -> Iterator[Mention]:
    """The mentions that share a code point with `[start, end)`."""
    first = max(0, bisect_right(mentions, start, key=lambda mention: mention.start) - 1)
    for number in range(first, len(mentions)):
        mention = mentions[number]
        if mention.start >= end:
            return
        if mention.end > start:
            yield mention


def _hits_over(hits: Sequence[Span], start: int, end: int) -> Iterator[Span]:
    first = max(0, bisect_right(hits, start, key=lambda hit: hit.start) - 1)
    for number in range(first, len(hits)):
        if hits[number].start >= end:
            return
        if hits[number].end > start:
            yield hits[number]


def stretches(layers: Layers, base: str, start: int, end: int) -> list[Stretch]:
    """The stretch `[start, end)` cut where the styles change."""
    covers = list(_covers(layers, start, end))
    if not covers:
        return [Stretch(start, end, (base,))]
    edges = {start, end}
    for cover in covers:
        edges.update((max(start, cover.start), min(end, cover.end)))
    ordered = sorted(edges)
    return [_stretch(covers, base, first, after) for first, after in pairwise(ordered)]


def _stretch(covers: list[Stretch], base: str, first: int, after: int) -> Stretch:
    styles, link = [base], ""
    for cover in covers:
        if cover.start <= first and after <= cover.end:
            styles.extend(cover.styles)
            link = cover.link or link
    return Stretch(first, after, tuple(styles), link)


def _covers(layers: Layers, start: int, end: int) -> Iterator[Stretch]:
    """What lies over `[start, end)`, from the bottom to the top."""
    for mark in _over(layers.marks, start, end):
        yield Stretch(mark.start, mark.end, (mark.kind,), mark.target)
    for mention in mentions_over(layers.mentions, start, end):
        yield Stretch(mention.start, mention.end, (mention.kind,))
    for note in layers.annotated.over(start, end):
        yield Stretch(note.place.start, note.place.end, (note.annotation.colour,))
    for hit in _hits_over(layers.hits, start, end):
        yield Stretch(hit.start, hit.end, ("hit-current" if hit == layers.hit else "hit",))
    for span, style in ((layers.cursor, "cursor"), (layers.selected, "selection")):
        if span.start < end and span.end > start:
            yield Stretch(span.start, span.end, (style,))
