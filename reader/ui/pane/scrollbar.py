"""The scroll bar: which of its cells are the thumb, and where hits lie, by offsets."""

from bisect import bisect_left
from collections.abc import Sequence

from reader.article import Span
from reader.ui.pane.layers import Annotated
from reader.ui.pane.rows import Piece

_NOTE = "▪"
_GLYPHS = {"thumb": "┃", "bar": "│", "bar-hit": "━"}


def cells(
    height: int, length: int, shown: Span, hits: Sequence[Span], notes: Annotated
) -> list[str]:
    """The component class of each cell of the bar, from the top.

    Args:
        height: of the bar, in cells.
        length: of the text.
        shown: the stretch of the text on the screen.
        hits: what was searched for, sorted.
        notes: what the reader has marked.
    """
    first, last = thumb(height, length, shown)
    names = ["thumb" if first <= row < last else "bar" for row in range(height)]
    for row in range(height if length else 0):
        start, end = row * length // height, (row + 1) * length // height
        index = bisect_left(hits, start, key=lambda hit: hit.start)
        if index < len(hits) and hits[index].start < end:
            names[row] = "bar-hit"
        elif note := notes.first_between(start, end):
            names[row] = f"mark-{note.annotation.colour}"
    return names


def thumb(height: int, length: int, shown: Span) -> tuple[int, int]:
    """The first cell of the thumb and the first below it."""
    if not length or (shown.start == 0 and shown.end >= length):
        return 0, 0
    size = max(1, min(height, round(height * len(shown) / length)))
    room = height - size
    hidden = max(1, length - len(shown))
    first = min(room, round(room * shown.start / hidden))
    return first, first + size


def offset_of(row: int, height: int, length: int) -> int:
    """The offset in the text that a cell of the bar stands for."""
    return min(length, max(0, row) * length // max(1, height - 1))


def cell(name: str) -> Piece:
    """What is painted for a cell of that class."""
    return Piece(_GLYPHS.get(name, _NOTE), (name,))
