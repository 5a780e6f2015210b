"""The help page: every command with its keys, made from the table of commands."""

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reader.ui.command import WHERE, Command
from reader.ui.dialogs.card import Scrolled
from reader.ui.keyboard import Keyboard
from reader.ui.keymap import shown


class HelpScreen(Scrolled):
    """Lists the commands by group, and where keys count, unless it is in the article alone.

    Args:
        keyboard: the commands and their keys.
    """

    kind = "help"

    def __init__(self, keyboard: Keyboard) -> None:
        super().__init__()
        self._keys = keyboard.keys
        self._commands = tuple(keyboard.commands.values())

    def parts(self) -> Iterable[Widget]:
        """A heading and the keys of each group."""
        for group in dict.fromkeys(command.group for command in self._commands):
            yield Static(Content(group), classes="title")
            yield Static(self._rows(group))

    def _rows(self, group: str) -> Content:
        rows = [self._row(command) for command in self._commands if command.group == group]
        return Content("\n").join(rows)

    def _row(self, command: Command) -> Content:
        keys = (f"{shown(self._keys[command.id]):<18}", "bold")
        if command.where == "pane":
            return Content.assemble(keys, " ", command.title)
        return Content.assemble(keys, f" {command.title:<36}", (f"  {WHERE[command.where]}", "dim"))
