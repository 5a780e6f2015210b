"""The viewport whose code scrolls sideways, where long lines of it are not wrapped."""

from textual import events

from reader.ui.pane.cells import cell_at, line_width
from reader.ui.pane.overlaid import OverlaidViewport
from reader.ui.pane.rows import Row

_STEP = 8


class SidewaysViewport(OverlaidViewport):
    """Shows code from a column on; all blocks of code have the same."""

    @property
    def code_scrolls(self) -> bool:
        """Whether long lines of code run out of the column, to be scrolled to; else they wrap."""
        return not self._wraps_code

    @code_scrolls.setter
    def code_scrolls(self, scrolls: bool) -> None:
        self._wraps_code, self._across = not scrolls, 0
        self._relay()

    def hidden_left(self, row: Row) -> int:
        """The cells of a row that are out of sight on the left."""
        return self._across if row.block.kind == "code" else 0

    def scroll_across(self, step: int) -> None:
        """Show what is right of the code on the screen, or left where `step` is negative."""
        self._show_across(max(0, min(self._across + step * _STEP, self._most_across())))

    def _most_across(self) -> int:
        text = self._article.text
        rows = (self.laid.row(place) for place in self.in_view)
        runs = [row.runs[0] for row in rows if row.block.kind == "code" and row.runs]
        return max((line_width(text, run.start, run.end) - run.width for run in runs), default=0)

    def _show_across(self, cells: int) -> None:
        if cells != self._across:
            self._across = cells
            self._repaint()

    def reveal(self, offset: int, margin: int = 2) -> None:
        """Bring `offset` on the screen, sideways too where it stands in a long line of code."""
        super().reveal(offset, margin)
        if self._wraps_code:
            return
        row = self.laid.row(self.laid.place_of(offset))
        if row.block.kind != "code" or not row.runs:
            return
        run = row.runs[0]
        cell = cell_at(self._article.text, run.start, min(offset, max(run.start, run.end - 1)))
        if not self._across <= cell < self._across + run.width:
            self._show_across(max(0, cell - run.width // 2) if cell >= run.width else 0)

    def _on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        event.stop()
        self.scroll_across(1)

    def _on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        event.stop()
        self.scroll_across(-1)
