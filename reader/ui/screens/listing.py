"""A screen that is one long list with a line to narrow it."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from reader.ui.bars import Hints
from reader.ui.command import ListPlace, Place, Situation
from reader.ui.keyboard import Keyboard
from reader.ui.long_list import LongList
from reader.ui.rows import Rows, told
from reader.ui.screens.commanded import CommandScreen


class ListScreen(CommandScreen):
    """Lists things; what is typed in the line narrows the list.

    Args:
        keyboard: the commands and their keys.
    """

    AUTO_FOCUS = "LongList"
    BINDINGS = [("escape", "leave", "Back")]
    """For the line, which has all other keys to itself."""

    heading = ""
    """The first line of the screen."""
    placeholder = ""
    """What may be typed to narrow the list."""
    where: ListPlace
    """The place of its commands."""

    def __init__(self, keyboard: Keyboard) -> None:
        super().__init__()
        self.keyboard = keyboard
        self.hints = Hints()

    def compose(self) -> ComposeResult:
        yield Static(Content.styled(f" {self.heading}", "bold"), classes="bar heading")
        yield LongList()
        yield Static(classes="detail")
        yield Input(placeholder=self.placeholder, compact=True, classes="filter")
        yield self.hints

    def on_mount(self) -> None:
        self.query_one(".detail").display = False
        self.hint()
        self.fill("")

    def place(self) -> Place | None:
        """The list, unless one types."""
        return None if self.line.has_focus else self.where

    def situation(self) -> Situation:
        """That of the list."""
        return self.where

    def fill(self, narrowed: str) -> None:
        """Find what fits the line, and show it."""

    def refill(self) -> None:
        """Find again what fits the line as it stands now; only on the thread of the screen."""
        self.fill(self.line.value)

    def tell(self, facts: str) -> None:
        """Say something of the list beside its heading."""
        told = f" · {facts}" if facts else ""
        self.query_one(".heading", Static).update(
            Content.assemble((f" {self.heading}", "bold"), told)
        )

    def show_rows(self, rows: Rows[Any], empty: str) -> None:
        """Show rows and keep the highlight where it was; `empty` where there are none."""
        self.options.show(rows if len(rows) else told(empty))

    @property
    def options(self) -> LongList:
        """The list."""
        return self.query_one(LongList)

    @property
    def line(self) -> Input:
        """The line that narrows it."""
        return self.query_one(Input)

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        if event.value:
            self.options.forget()
        self.fill(event.value)

    @on(Input.Submitted)
    def _narrowed(self) -> None:
        self.narrowed(self.line.value)

    def narrowed(self, line: str) -> None:
        """Go on to the list: what is typed is complete."""
        self.options.focus()

    def search(self) -> None:
        """Type to narrow the list."""
        self.line.focus()

    def open_row(self) -> None:
        """Open what is highlighted."""
        self.options.choose()

    def leave(self) -> None:
        """From the line to the list; from there back to the article, or out of the program."""
        if self.line.has_focus or self.line.value:
            self.line.value = ""
            self.options.focus()
        elif len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit()

    def action_leave(self) -> None:
        """Leave by a key that the line has let go."""
        self.leave()
