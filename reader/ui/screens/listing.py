"""A screen that is one long list with a line to narrow it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.ui.bars import Hints
from reader.ui.command import ListPlace, Place, Situation
from reader.ui.keyboard import Keyboard
from reader.ui.screens.commanded import CommandScreen


class ListScreen(CommandScreen):
    """Lists things; what is typed in the line narrows the list.

    Args:
        keyboard: the commands and their keys.
    """

    AUTO_FOCUS = "OptionList"
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
        yield OptionList(markup=False)
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

    def tell(self, facts: str) -> None:
        """Say something of the list beside its heading."""
        told = f" · {facts}" if facts else ""
        self.query_one(".heading", Static).update(
            Content.assemble((f" {self.heading}", "bold"), told)
        )

    def show_rows(self, rows: list[Option], empty: str) -> None:
        """Show rows and keep the highlight near where it was; `empty` where there are none."""
        kept = self.options.highlighted or 0
        self.options.set_options(rows or [Option(Content(empty), disabled=True)])
        able = [number for number, row in enumerate(rows) if not row.disabled]
        if not able:
            self.query_one(".detail").display = False
        self.options.highlighted = min(able, key=lambda each: abs(each - kept)) if able else None

    @property
    def options(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)

    @property
    def line(self) -> Input:
        """The line that narrows it."""
        return self.query_one(Input)

    @property
    def highlighted(self) -> str:
        """The id of the highlighted row; empty where there is none."""
        number = self.options.highlighted
        return "" if number is None else self.options.get_option_at_index(number).id or ""

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
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
        self.options.action_select()

    def go_to_end(self) -> None:
        """Go to the last row."""
        self.options.action_last()

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
