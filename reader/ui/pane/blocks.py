"""Laying out blocks: a piece of a block becomes rows."""

from collections.abc import Iterator

from reader.article import Block, Span
from reader.text.graphemes import cluster_at
from reader.ui.pane.cells import width_of
from reader.ui.pane.rows import Ornament, Row, Run
from reader.ui.pane.wrapping import unwrapped, wrap

PIECE = 16_384
"""The most code points that are wrapped at once; a longer block is cut at blanks."""

_INDENT = 3
_BAR = "▎"
_NARROWEST = 8


def pieces(text: str, block: Block) -> list[Span]:
    """The stretches in which a block is laid out: itself, or many where it is huge."""
    start, cuts = block.start, []
    while block.end - start > PIECE:
        after = _cut(text, start + PIECE // 2, start + PIECE)
        cuts.append(Span(start, after))
        start = after
    return [*cuts, Span(start, block.end)]


def _cut(text: str, floor: int, limit: int) -> int:
    """The best place in `(floor, limit]` to cut: after a line feed, a blank, or a cluster."""
    for parting in "\n ":
        found = text.rfind(parting, floor, limit)
        if found >= 0:
            return found + 1
    return cluster_at(text, limit)[0]


def gap_before(block: Block, previous: Block | None) -> int:
    """The number of empty rows above a block."""
    if previous is None:
        return 0
    if block.kind == "heading":
        return 2 if block.level <= 2 and previous.kind != "heading" else 1
    listed = block.kind == "item" and "item" in previous.within
    noted = block.kind == previous.kind == "footnote"
    return 0 if listed or noted else 1


def gap_rows(block: Block, previous: Block | None, width: int) -> list[Row]:
    """The empty rows above a block, with the bars of the quotes that go on through them."""
    if previous is None:
        return []
    shared = 0
    for ours, theirs in zip(block.within, previous.within, strict=False):
        if ours != theirs:
            break
        shared += 1
    bars = tuple(_bars(block.within[:shared], width))
    return [Row(block, block.start, block.start, (), bars)] * gap_before(block, previous)


def text_rows(
    text: str, block: Block, piece: Span, width: int, has_to_fit: bool = True
) -> list[Row]:
    """The rows of a piece of any block but a table; lines are wrapped where they have to fit."""
    if block.kind == "rule":
        rule = Ornament(0, "─" * width, "rule")
        return [Row(block, block.start, block.end, (), (rule,))]
    indent, bars = lead(block, width)
    column = max(1, width - indent)
    rows: list[Row] = []
    start = piece.start
    breaks = wrap if has_to_fit else unwrapped
    for end in breaks(text, piece.start, piece.end, column):
        marker = _marker(block, indent) if start == block.start else ()
        run = Run(start, end, indent, column)
        rows.append(Row(block, start, end, (run,), (*bars, *marker)))
        start = end
    return rows


def lead(block: Block, width: int) -> tuple[int, tuple[Ornament, ...]]:
    """The cells before a block's text, and the bars that stand in them."""
    indent = 0
    for depth, container in enumerate(block.within):
        own = container == "item" and block.kind == "item" and depth == len(block.within) - 1
        indent += _marker_width(block) if own else _container_width(container)
    if block.kind == "footnote":
        indent += _marker_width(block)
    if block.kind == "code":
        indent += 2
    if width - indent < _NARROWEST:
        return 0, ()
    return indent, tuple(_bars(block.within, width))


def _bars(within: tuple[str, ...], width: int) -> Iterator[Ornament]:
    column = 0
    for container in within:
        if container == "quote" and width - column > _NARROWEST:
            yield Ornament(column, _BAR, "quote-bar")
        column += _container_width(container)


def _container_width(container: str) -> int:
    return _INDENT if container == "item" else 2


def _marker_width(block: Block) -> int:
    return max(_INDENT, width_of(block.marker, 0, len(block.marker)) + 1)


def _marker(block: Block, indent: int) -> tuple[Ornament, ...]:
    if not block.marker or not indent:
        return ()
    width = width_of(block.marker, 0, len(block.marker)) + 1
    return (Ornament(max(0, indent - width), block.marker, "marker"),)
