"""Painting: a row and what lies over it become pieces of one line of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.ui.pane.cells import (
    Glyph,
    cluster_from,
    glyphs,
    harmless,
    is_plain,
    line_width,
    width_of,
)
from reader.ui.pane.layers import Layers, Stretch, stretches
from reader.ui.pane.layout import Layout
from reader.ui.pane.rows import Painted, Piece, Row, Run
from reader.ui.pane.scrollbar import cell

GUTTER = 3
"""The cells left of the text: the mark of a note, the cursor's ruler, a blank."""
_MARGIN = 2

_NOTE = "■"
_TEXT_NOTE = "✎"
_RULER = "▏"
_POINT_RULER = "▌"
_MORE_LEFT, _MORE_RIGHT = "‹", "›"
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things stand across the pane, in cells."""

    left: int
    """The left edge of the text column."""
    width: int
    """The width of the pane, the scroll bar's cell included."""

    @classmethod
    def of(cls, width: int, column: int) -> Frame:
        """A text column of that width in the middle of a pane."""
        return cls(max(min(GUTTER, width - _MARGIN), (width - column) // 2), width)


def text_width(width: int, measure: int) -> int:
    """How wide the text column is in a pane of a width, at most `measure`."""
    return min(measure, max(1, width - GUTTER - _MARGIN))


@dataclass(frozen=True, slots=True)
class Painter:
    """Everything that painting a row needs to know."""

    layout: Layout
    """What is painted."""
    layers: Layers
    """What lies over it."""
    has_colours: bool
    """Whether colours tell things apart; else letters must."""
    frame: Frame
    """The places across."""
    point: int
    """The code point that the cursor stands on."""
    across: int = 0
    """The cells of unwrapped code that are out of sight on the left."""

    def paint(self, row: Row, bar: str) -> Painted:
        """The row with the scroll bar's cell, of that component class, at its end."""
        frame = self.frame
        pieces = list(self._gutter(row))
        used = frame.left
        for column, width, parts in self._parts(row):
            start = frame.left + column
            if start > used:
                pieces.append(Piece(" " * (start - used)))
            pieces.extend(parts)
            used = start + width
        if used < frame.width - 1:
            pieces.append(Piece(" " * (frame.width - 1 - used)))
        return Painted([*pieces, cell(bar)], max(used, frame.width - 1) + 1)

    def empty(self, bar: str) -> Painted:
        """A row below the end of the text."""
        width = self.frame.width
        return Painted([Piece(" " * (width - 1)), cell(bar)], width)

    def _gutter(self, row: Row) -> Iterator[Piece]:
        left = self.frame.left
        mark, ruler = self._note_mark(row), self._ruler(row)
        if left < GUTTER or not (mark or ruler):
            yield Piece(" " * left)
            return
        yield Piece(" " * (left - GUTTER))
        yield mark or Piece(" ")
        yield ruler or Piece(" ")
        yield Piece(" ")

    def _ruler(self, row: Row) -> Piece | None:
        """The bar beside the cursor's rows, broader where the point is."""
        if row.is_gap:
            return None
        cursor, point = self.layers.cursor, self.point
        if row.start <= point < row.end or row.start == point == row.end:
            return Piece(_POINT_RULER, ("ruler",))
        if row.start < cursor.end and cursor.start < row.end:
            return Piece(_RULER, ("ruler",))
        return None

    def _note_mark(self, row: Row) -> Piece | None:
        notes = self.layers.annotated.over(row.start, row.end)
        if not notes:
            return None
        note = notes[-1].annotation
        names = (f"mark-{note.colour}",)
        if not self.has_colours:
            return Piece(note.colour[0].upper(), names)
        return Piece(_TEXT_NOTE if note.body else _NOTE, names)

    def _parts(self, row: Row) -> list[tuple[int, int, list[Piece]]]:
        """The row's parts from left to right: column, width in cells, pieces."""
        parts = []
        for column, text, name in row.ornaments:
            shown = harmless(text)
            parts.append((column, width_of(shown, 0, len(shown)), [Piece(shown, (name,))]))
        for run in row.runs:
            if row.block.kind == "code":
                parts.extend(self._code(row, run))
            else:
                parts.append((run.column, *self._run(row, run)))
        if row.ornaments:
            parts.sort(key=lambda part: part[0])
        return parts

    def _code(self, row: Row, run: Run) -> Iterator[tuple[int, int, list[Piece]]]:
        """A line of code on its ground, with a sign at each end where there is more of it."""
        text, ground = self.layout.article.text, ("code-block",)
        start, cell = cluster_from(text, run.start, run.end, self.across)
        blanks = min(cell - self.across, run.width)
        shown = Run(start, run.end, run.column + blanks, run.width - blanks)
        width, pieces = self._run(row, shown, cell) if start < run.end else (0, [])
        rest = run.width - blanks - width
        if self.across and run.column:
            yield run.column - 1, 1, [Piece(_MORE_LEFT, ("marker",))]
        padded = [Piece(" " * blanks, ground), *pieces, Piece(" " * rest, ground)]
        yield run.column, run.width, [piece for piece in padded if piece.text]
        if not self.layout.wraps_code and line_width(text, start, run.end) > shown.width:
            yield run.column + run.width, 1, [Piece(_MORE_RIGHT, ("marker",))]

    def _run(self, row: Row, run: Run, column: int = 0) -> tuple[int, list[Piece]]:
        text = self.layout.article.text
        end = run.start + len(text[run.start : run.end].rstrip(" \n"))
        base = base_style(row)
        if is_plain(text, run.start, end):
            end = min(end, run.start + run.width)
            parts = stretches(self.layers, base, run.start, end) if end > run.start else []
            return end - run.start, [_piece(text[part.start : part.end], part) for part in parts]
        return self._clusters(base, run, end, column)

    def _clusters(self, base: str, run: Run, end: int, column: int) -> tuple[int, list[Piece]]:
        """A run of any script, cluster by cluster; a style changes between clusters only."""
        parts = iter(stretches(self.layers, base, run.start, end))
        part = next(parts)
        pieces: list[Piece] = []
        used, painted = 0, ""
        for glyph in self._fitting(run, end, column):
            if glyph.start >= part.end:
                pieces.append(_piece(painted, part))
                painted = ""
                while glyph.start >= part.end:
                    part = next(parts)
            painted += glyph.text
            used += glyph.width
        if self.layout.article.text[run.end - 1] == _SOFT_HYPHEN and used < run.width:
            painted += "-"
            used += 1
        pieces.append(_piece(painted, part))
        return used, pieces

    def _fitting(self, run: Run, end: int, column: int) -> Iterator[Glyph]:
        used = 0
        for glyph in glyphs(self.layout.article.text, run.start, end, column):
            used += glyph.width
            if used > run.width:
                return
            yield glyph


def _piece(text: str, part: Stretch) -> Piece:
    return Piece(text, part.styles, safe_address(part.link) if part.link else "")


def base_style(row: Row) -> str:
    """The component class of a row's plain text, without its prefix."""
    block = row.block
    if block.kind == "heading":
        return f"heading-{min(6, max(1, block.level))}"
    if block.kind == "code":
        return "code-block"
    if block.kind == "table" and row.start == block.start:
        return "table-head"
    if block.kind == "paragraph" and "quote" in block.within:
        return "quote"
    return block.kind


def safe_address(address: str) -> str:
    """The address as the terminal may have it, or nothing where it is not one to be opened."""
    if not address.lower().startswith(("http://", "https://", "mailto:")):
        return ""
    from urllib.parse import quote

    return quote(address, safe="%/:=&?~#+!$,;'@()*[]", errors="replace")
