"""The export dialog: what will be written, in which format, and where to."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.exchange.ways import WAYS, Way

_SHOWN = 20_000
"""How many characters are shown: nobody pages through more, and it is to be there at once."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What would be written."""

    way: Way
    """In which way."""
    words: str
    """The text, as people read it."""
    path: Path
    """The file that it might go to."""


class ExportDialog(ModalScreen[tuple[Way, Path] | None]):
    """Shows the text and asks for a format and a file; returns both, or None.

    Args:
        first: what to begin with.
        offer: makes the offer of another way; it may take its time, and runs in a thread.
    """

    BINDINGS = [
        ("escape", "dismiss(None)", "Cancel"),
        ("up", "scroll(-3)", "Scroll up"),
        ("down", "scroll(3)", "Scroll down"),
        ("tab", "turn(1)", "Next format"),
        ("shift+tab", "turn(-1)", "Previous format"),
        ("ctrl+y", "copy", "Copy"),
    ]

    def __init__(self, first: Offer, offer: Callable[[Way], Offer]) -> None:
        super().__init__()
        self._way = first.way
        self._shown = first
        self._offer = offer
        self._before = ""
        self._waiting: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        # It is filled here, not when it is mounted: then it may have been closed again.
        with Vertical(classes="dialog export"):
            yield Static(_heading(self._shown), classes="title")
            with VerticalScroll(can_focus=False):
                yield Static(_preview(self._shown), classes="preview")
            yield Input(str(self._shown.path), select_on_focus=False)
            yield Static(
                "enter writes · tab format · ctrl+y copies · ↑↓ scroll · esc leaves",
                classes="keys",
            )

    def _show(self, offer: Offer) -> None:
        self._shown = offer
        self.query_one(".title", Static).update(_heading(offer))
        self.query_one(".preview", Static).update(_preview(offer))
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.query_one(Input).value = str(offer.path)

    def action_turn(self, steps: int) -> None:
        """Take another format; what was asked of the one before is asked no more."""
        self._way = WAYS[(WAYS.index(self._way) + steps) % len(WAYS)]
        self._before, self._waiting = self.query_one(Input).value, None
        self.query_one(".title", Static).update(Content(f"Export as {self._way.title} …"))
        self._make(self._way)

    @work(exclusive=True, group="offer")
    async def _make(self, way: Way) -> None:
        # Of several formats asked for one after another, the last is shown.
        offer = await asyncio.to_thread(self._offer, way)
        if not self.is_current:
            return
        line = self.query_one(Input)
        typed = line.value
        self._show(offer)
        if typed != self._before:
            line.value = typed
        if self._waiting:
            self._waiting()

    def _when_made(self, deed: Callable[[], None]) -> None:
        if self._is_made:
            deed()
        else:
            self._waiting = deed

    @property
    def _is_made(self) -> bool:
        return self._shown.way is self._way

    def action_copy(self) -> None:
        """Copy the text."""
        self._when_made(self._copy)

    def _copy(self) -> None:
        self.app.copy_to_clipboard(self._shown.words)
        self.notify(f"Copied: {self._shown.way.title}")

    def action_scroll(self, lines: int) -> None:
        """Move the preview."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    @on(Input.Submitted)
    def _answer(self, event: Input.Submitted) -> None:
        # What is in the line before the offer is there belongs to the format before.
        is_stale = not self._is_made and event.value == self._before
        self._when_made(partial(self._take, None if is_stale else event.value.strip()))

    def _take(self, typed: str | None) -> None:
        try:
            path = self._shown.path if typed is None else Path(typed).expanduser()
        except RuntimeError:
            self.notify("There is no such home folder", severity="warning")
            return
        if typed != "":
            self.dismiss((self._shown.way, path))


def _heading(offer: Offer) -> Content:
    return Content(f"Export as {offer.way.title}")


def _preview(offer: Offer) -> Content:
    words = offer.words
    return Content(words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…")
