"""The viewport whose cursor travels: by lines, words, sentences, paragraphs, screens and jumps."""

from reader.article import Span
from reader.text.selection import Unit
from reader.ui.pane import units
from reader.ui.pane.cells import cell_at, offset_at
from reader.ui.pane.cursor import CursorViewport
from reader.ui.pane.jumps import Jumps
from reader.ui.pane.layout import Place


class TravelViewport(CursorViewport):
    """Moves the cursor and keeps it in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._jumps = Jumps()
        self._column: int | None = None

    def _move(self, span: Span | None, unit: Unit) -> None:
        self._column = None
        if span is None:
            return
        self._set(self._cursor.moved(span.start, span, unit))
        self.reveal(span.start)

    def _from(self) -> Span:
        """Where a movement starts: the cursor, or the top of the screen where it is not seen."""
        seen = self.visible_span()
        if self.is_extending or self._cursor.span.meets(seen) or not seen.end:
            return self._cursor.span
        return Span(seen.start, seen.start)

    def move_sentence(self, step: int) -> None:
        """To the next sentence, or the one before."""
        self._move(units.sentence_beside(self.laid, self._from(), step), "sentence")

    def move_paragraph(self, step: int) -> None:
        """To the next block, or the one before."""
        self._move(units.paragraph_beside(self.laid, self._from(), step), "paragraph")

    def move_word(self, step: int) -> None:
        """To the next word, or the one before."""
        start = self._from()
        if self._cursor.unit != "word":
            start = Span(start.start, start.start)
        self._move(units.word_beside(self.laid, start, step), "word")

    def move_line(self, step: int) -> None:
        """A row down or up, on the same column; the unit stays the sentence or paragraph."""
        laid = self.laid
        here = laid.place_of(self._cursor.point)
        if here not in self.in_view and not self.is_extending:
            here = self.in_view[0]
        column = self._column_of(here) if self._column is None else self._column
        target = laid.after(here) if step > 0 else laid.before(here)
        while target and laid.row(target).is_gap:
            target = laid.after(target) if step > 0 else laid.before(target)
        if target is None:
            self.scroll_rows(step)
            return
        self._land(target, column)

    def _column_of(self, place: Place) -> int:
        point, row = self._cursor.point, self.laid.row(place)
        for run in row.runs:
            if run.start <= point < run.end:
                cell = cell_at(self._article.text, run.start, point)
                return run.column + cell - self.hidden_left(row)
        return 0

    def _land(self, target: Place, column: int) -> None:
        row = self.laid.row(target)
        run = row.runs[0]
        cell = column - run.column + self.hidden_left(row)
        point = offset_at(self._article.text, run.start, run.end, cell)
        point = max(run.start, min(point, run.end - 1))
        kept: Unit = self._cursor.unit if self._cursor.unit in ("line", "paragraph") else "sentence"
        self._put(point, "line" if self.is_extending else kept, self._cursor.anchor)
        self._column = column
        self.reveal(point)

    def move_to(self, span: Span, unit: Unit) -> None:
        """Jump to a span; an empty one means the unit at its place."""
        self._jumps.leap(self._cursor.point)
        self.glance_at(span, unit)

    def glance_at(self, span: Span, unit: Unit) -> None:
        """Show a span as `move_to` does, but leave the jump list as it is."""
        if span.start == span.end:
            span = units.unit_at(self.laid, self._shown_layers.mentions, span.start, unit)
        self._move(span, unit)

    def leap_from(self, offset: int) -> None:
        """Let `back` lead to an offset, as if the reader had jumped from there."""
        self._jumps.leap(offset)

    def page(self, step: int) -> None:
        """A screen down or up, but for two rows."""
        self._turn(step * max(1, self.size.height - 2))

    def half_page(self, step: int) -> None:
        """Half a screen down or up."""
        self._turn(step * max(1, self.size.height // 2))

    def _turn(self, rows: int) -> None:
        before = self.in_view[0]
        self.scroll_rows(rows)
        if self.in_view[0] != before:
            self._put(self._first_in_sight(), "sentence", self._cursor.anchor)
        elif rows > 0:
            self._to_last()
        else:
            self._put(self.laid.blocks[0].start, "sentence", self._cursor.anchor)

    def _first_in_sight(self) -> int:
        """The start of the first sentence that begins on the screen."""
        seen = self.visible_span()
        span = units.unit_at(self.laid, (), seen.start, "sentence")
        if span.start >= seen.start:
            return span.start
        following = units.sentence_beside(self.laid, span, 1)
        return following.start if following and following.start < seen.end else seen.start

    def _to_last(self) -> None:
        last = self.laid.blocks[-1]
        self._put(max(last.start, last.end - 1), "sentence", self._cursor.anchor)
        self._set_top(self.laid.last())

    def home(self) -> None:
        """To the start of the text."""
        self._jumps.leap(self._cursor.point)
        self._put(self.laid.blocks[0].start, "sentence", self._cursor.anchor)
        self._set_top(self.laid.first())

    def end(self) -> None:
        """To the end of the text."""
        self._jumps.leap(self._cursor.point)
        self._to_last()

    def go_to_percent(self, percent: float) -> None:
        """To the sentence at that part of the text, 0 to 100."""
        length = len(self._article.text)
        offset = int(length * max(0.0, min(100.0, percent)) / 100)
        self.move_to(Span(offset, offset), "sentence")

    def back(self) -> bool:
        """To where the reader was before the last jump; whether there is such a place."""
        return self._return_to(self._jumps.back(self._cursor.point))

    def forward(self) -> bool:
        """To where the reader last came back from; whether there is such a place."""
        return self._return_to(self._jumps.forward(self._cursor.point))

    def _return_to(self, offset: int | None) -> bool:
        if offset is not None:
            self._put(offset, "sentence", None)
            self.reveal(offset)
        return offset is not None
