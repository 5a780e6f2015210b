"""The viewport with a mouse: wheel, click, drag, and the scroll bar."""

from typing import Literal, TypeAlias

from textual import events

from reader.article import Span
from reader.text.selection import Selection, Unit
from reader.ui.pane import units
from reader.ui.pane.cells import offset_at
from reader.ui.pane.scrollbar import offset_of
from reader.ui.pane.travel import TravelViewport

_WHEEL_ROWS = 3
_Held: TypeAlias = Literal["", "text", "bar"]
_CLICKED: dict[int, Unit] = {1: "sentence", 2: "word", 3: "paragraph"}


class MouseViewport(TravelViewport):
    """Turns the pointer's deeds into those of the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self._held: _Held = ""
        self._pressed = 0

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(_WHEEL_ROWS)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(-_WHEEL_ROWS)

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        event.stop()
        if event.button != 1:
            return
        self.capture_mouse()
        if event.x >= self.size.width - 1:
            self._held = "bar"
            self._scroll_to_bar(event.y)
            return
        self._held, self._pressed = "text", self.offset_under(event.x, event.y)

    def _on_mouse_move(self, event: events.MouseMove) -> None:
        if self._held == "bar":
            self._scroll_to_bar(event.y)
        elif self._held == "text":
            self._drag(event.x, event.y)

    def _drag(self, x: int, y: int) -> None:
        """Select by words from where the button went down; beyond an edge the text scrolls."""
        if y < 0 or y >= self.size.height:
            self.scroll_rows(-1 if y < 0 else 1)
        head, tail = self.offset_under(x, y), self._pressed
        if head == tail and not self.is_extending:
            return
        first, last = (self._word(offset) for offset in (tail, head))
        self._set(Selection(last.start, last, "word", first))

    def _word(self, offset: int) -> Span:
        return units.unit_at(self.laid, (), offset, "word")

    async def _on_mouse_up(self, event: events.MouseUp) -> None:
        event.stop()
        self._held = ""
        self.release_mouse()

    async def _on_click(self, event: events.Click) -> None:
        event.stop()
        offset = self.offset_under(event.x, event.y)
        if event.x >= self.size.width - 1 or offset != self._pressed:
            return
        self._put(offset, _CLICKED.get(event.chain, "paragraph"), None)
        self.clicked(offset, has_ctrl=event.ctrl)

    def clicked(self, offset: int, *, has_ctrl: bool) -> None:
        """Called when the text has been clicked on."""

    def offset_under(self, x: int, y: int) -> int:
        """The code point painted nearest to a cell of the pane."""
        visible = self.in_view
        row = self.laid.row(visible[max(0, min(y, len(visible) - 1))])
        if not row.runs:
            return row.start
        column = x - self.frame.left
        run = max(
            (run for run in row.runs if run.column <= column),
            key=lambda run: run.column,
            default=row.runs[0],
        )
        cell = column - run.column + self.hidden_left(row)
        offset = offset_at(self._article.text, run.start, run.end, cell)
        return max(run.start, min(offset, run.end - 1))

    def _scroll_to_bar(self, y: int) -> None:
        """Show the part of the text that a cell of the scroll bar stands for."""
        length = len(self._article.text)
        offset = offset_of(max(0, min(y, self.size.height - 1)), self.size.height, length)
        self._set_top(self.laid.place_of(offset))
