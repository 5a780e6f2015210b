"""A list that makes a row when it is shown: its keys take as long whatever its length."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from reader.ui.rows import Rows

_KEPT = 256
"""How many painted rows are kept."""


class LongList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows, one of them highlighted; only those on the screen are made.

    Textual's OptionList holds and measures each row before the first is shown.
    """

    ALLOW_SELECT = False
    BINDINGS = [("pageup", "page(-1)", "Page up"), ("pagedown", "page(1)", "Page down")]
    COMPONENT_CLASSES = {
        "long-list--row",
        "long-list--heading",
        "long-list--highlighted",
        "long-list--hover",
    }

    highlighted: reactive[int | None] = reactive(None)
    """The number of the row that the keys are about."""
    hovered: reactive[int | None] = reactive(None)
    """The number of the row under the mouse."""

    class Highlighted(Message):
        """Another row is highlighted, or the rows are others; None where none can be."""

        def __init__(self, item: object) -> None:
            super().__init__()
            self.item = item

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, item: object) -> None:
            super().__init__()
            self.item = item

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows[Any] = Rows((), Content)
        self._painted: LRUCache[tuple[int, Style, int], list[Strip]] = LRUCache(_KEPT)

    @property
    def item(self) -> Any:
        """What the highlighted row stands for; None where none is."""
        return None if self.highlighted is None else self.rows.items[self.highlighted]

    def show(self, rows: Rows[Any]) -> None:
        """Show other rows; what was highlighted stays so, or the row as near as can be to it."""
        number = self._now(rows)
        # No number may be of the rows that were.
        self.set_reactive(LongList.highlighted, None)
        self.hovered = None
        self.rows = rows
        self._fit()
        # What was scrolled to may lie beyond the end now.
        self.scroll_to(y=min(self.scroll_y, self.max_scroll_y), animate=False, force=True)
        self.highlighted = number
        if number is None:
            self.post_message(self.Highlighted(None))

    def _now(self, rows: Rows[Any]) -> int | None:
        """The number of what is highlighted among other rows, or one near it."""
        if self.highlighted is None:
            return rows.near(0)
        number = rows.named(self.rows.name(self.highlighted), self.highlighted)
        return rows.near(self.highlighted) if number is None else number

    def _fit(self) -> None:
        self._painted.clear()
        self.virtual_size = Size(self.scrollable_content_region.width, self.rows.height)
        self.refresh()

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        self._fit()
        self._scroll_there()

    def notify_style_update(self) -> None:
        """Paint anew in other colours."""
        self._painted.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        line = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if line >= self.rows.height:
            return Strip.blank(width, self.get_visual_style("long-list--row").rich_style)
        number = self.rows.at(line)
        return self._strips(number, width)[line - self.rows.lines(number).start]

    def _strips(self, number: int, width: int) -> list[Strip]:
        style = self.get_visual_style("long-list--row", *self._looks(number))
        painted = self._painted.get((number, style, width))
        if painted is None:
            height = len(self.rows.lines(number))
            strips = Visual.to_strips(self, self.rows.label(number), width, None, style)[:height]
            meta = self._meta(number)
            painted = [
                strip.extend_cell_length(width, style.rich_style).apply_meta(meta)
                for strip in (*strips, *[Strip([])] * (height - len(strips)))
            ]
            self._painted[number, style, width] = painted
        return painted

    def _meta(self, number: int) -> dict[str, int | str]:
        """What is painted says which row it is to the mouse, unless it is a heading."""
        is_head = number in self.rows.heads
        return {} if is_head else {"row": number, "name": self.rows.name(number)}

    def _looks(self, number: int) -> list[str]:
        if number in self.rows.heads:
            return ["long-list--heading"]
        if number == self.highlighted:
            return ["long-list--highlighted"]
        return ["long-list--hover"] if number == self.hovered else []

    def watch_highlighted(self, number: int | None) -> None:
        """Bring the row onto the screen, and tell of it."""
        if number is not None:
            self._scroll_there()
            self.post_message(self.Highlighted(self.item))

    def _scroll_there(self) -> None:
        if self.highlighted is not None:
            lines = self.rows.with_heads(self.highlighted)
            width = self.scrollable_content_region.width
            region = Region(0, lines.start, width, len(lines))
            self.scroll_to_region(region, force=True, animate=False, immediate=True)

    def move(self, step: int) -> None:
        """Highlight the next row, 1 down or -1 up, and go round at the end."""
        if self.highlighted is not None:
            self.highlighted = self.rows.after(self.highlighted, step)

    def action_page(self, step: int) -> None:
        """Go a screen on, 1 down or -1 up."""
        if self.highlighted is not None:
            height = self.scrollable_content_region.height
            line = self.rows.lines(self.highlighted).start + step * height
            self.highlighted = self.rows.near(self.rows.at(line), step)

    def go_to_start(self) -> None:
        """Highlight the first row."""
        self.highlighted = self.rows.near(0)

    def go_to_end(self) -> None:
        """Highlight the last row."""
        self.highlighted = self.rows.near(len(self.rows) - 1, -1)

    def forget(self) -> None:
        """Highlight the first of the rows that come next, whichever row is highlighted now."""
        self.set_reactive(LongList.highlighted, None)

    def choose(self) -> None:
        """Choose the highlighted row."""
        if self.highlighted is not None:
            self.post_message(self.Chosen(self.item))

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked."""
        meta = event.style.meta
        if "row" in meta:
            # The rows may be others since they were painted.
            number = self.rows.named(meta["name"], meta["row"])
            if number is not None:
                self.highlighted = number
                self.choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show what a click would choose."""
        self.hovered = event.style.meta.get("row")

    def on_leave(self) -> None:
        """Show it no more."""
        self.hovered = None
