"""The lazy layout: rows near the viewport, found from any place and kept only for a while."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from reader.article import Article, Block, Span
from reader.ui.pane.blocks import gap_rows, pieces, text_rows
from reader.ui.pane.rows import Row
from reader.ui.pane.tables import column_widths, table_rows

_KEPT = 512


class Place(NamedTuple):
    """A row's address: block, piece of the block, row of the piece."""

    block: int
    """The number of the block."""
    piece: int
    """The number of the piece of that block."""
    row: int
    """The number of the row in that piece."""


class Layout:
    """An article laid out at one width; places are in text order.

    Args:
        article: what is laid out.
        width: of the text column, in cells.
        wraps_code: whether a long line of code goes on below; else it runs out of the column.
    """

    def __init__(self, article: Article, width: int, wraps_code: bool = True) -> None:
        self.article = article
        self.width = width
        self.wraps_code = wraps_code
        self._rows: dict[tuple[int, int], list[Row]] = {}
        self._pieces: dict[int, list[Span]] = {}
        self._columns: dict[int, list[int]] = {}

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks laid out."""
        return self.article.blocks

    def row(self, place: Place) -> Row:
        """The row at a place."""
        return self.rows(place.block, place.piece)[place.row]

    def rows(self, block: int, piece: int) -> list[Row]:
        """The rows of a piece of a block; the first piece begins with the gap above it."""
        found = self._rows.get((block, piece))
        if found is None:
            if len(self._rows) >= _KEPT:
                for old in list(self._rows)[: _KEPT // 2]:
                    del self._rows[old]
            found = self._rows[block, piece] = self._laid_out(block, piece)
        return found

    def _laid_out(self, number: int, piece: int) -> list[Row]:
        block, text = self.blocks[number], self.article.text
        span = self._pieces_of(number)[piece]
        above: list[Row] = []
        if piece == 0 and number:
            above = gap_rows(block, self.blocks[number - 1], self.width)
        if block.kind == "table":
            columns = self._columns.get(number)
            if columns is None:
                columns = self._columns[number] = column_widths(text, block, self.width)
            rows = table_rows(text, block, span, self.width, columns)
            return above + (rows or [Row(block, block.start, block.end)])
        wraps = self.wraps_code or block.kind != "code"
        return above + text_rows(text, block, span, self.width, wraps)

    def _pieces_of(self, number: int) -> list[Span]:
        block = self.blocks[number]
        if number not in self._pieces:
            if len(self._pieces) >= _KEPT:
                self._pieces.clear()
            self._pieces[number] = pieces(self.article.text, block)
        return self._pieces[number]

    # Finding places

    def first(self) -> Place:
        """The first row's place."""
        return Place(0, 0, 0)

    def last(self) -> Place:
        """The last row's place."""
        block = len(self.blocks) - 1
        piece = len(self._pieces_of(block)) - 1
        return Place(block, piece, len(self.rows(block, piece)) - 1)

    def after(self, place: Place) -> Place | None:
        """The place of the row below, or None at the end."""
        block, piece, row = place
        if row + 1 < len(self.rows(block, piece)):
            return Place(block, piece, row + 1)
        if piece + 1 < len(self._pieces_of(block)):
            return Place(block, piece + 1, 0)
        return Place(block + 1, 0, 0) if block + 1 < len(self.blocks) else None

    def before(self, place: Place) -> Place | None:
        """The place of the row above, or None at the start."""
        block, piece, row = place
        if row:
            return Place(block, piece, row - 1)
        if not piece and not block:
            return None
        block, piece = (block, piece - 1) if piece else (block - 1, -1)
        if piece < 0:
            piece = len(self._pieces_of(block)) - 1
        return Place(block, piece, len(self.rows(block, piece)) - 1)

    def down(self, place: Place) -> Iterator[Place]:
        """The place and all below it."""
        here: Place | None = place
        while here is not None:
            yield here
            here = self.after(here)

    def moved(self, place: Place, rows: int) -> Place:
        """The place so many rows below, or above where negative, as far as there are any."""
        step = self.after if rows > 0 else self.before
        for _ in range(abs(rows)):
            following = step(place)
            if following is None:
                break
            place = following
        return place

    def filled(self, top: Place, height: int) -> list[Place]:
        """The rows of a screen that begins at `top`, or above it where the text is too short."""
        places = list(islice(self.down(top), max(1, height)))
        short = height - len(places)
        if short > 0 and top != self.first():
            return list(islice(self.down(self.moved(top, -short)), height))
        return places

    def block_at(self, offset: int) -> int:
        """The number of the block that holds `offset` or is the last before it."""
        return max(0, bisect_right(self.blocks, offset, key=lambda block: block.start) - 1)

    def place_of(self, offset: int) -> Place:
        """The place of the row that shows the code point at `offset`."""
        block = self.block_at(offset)
        spans = self._pieces_of(block)
        piece = max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)
        return Place(block, piece, self._row_of(self.rows(block, piece), offset))

    @staticmethod
    def _row_of(rows: list[Row], offset: int) -> int:
        best = 0
        for number, row in enumerate(rows):
            for run in row.runs:
                if run.start <= offset < run.end:
                    return number
                if run.start <= offset:
                    best = number
            if not row.runs and not row.is_gap and row.start <= offset:
                best = number
        return best or next((n for n, row in enumerate(rows) if row.runs), len(rows) - 1)
