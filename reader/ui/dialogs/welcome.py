"""The card that greets a reader on the first run."""

from collections.abc import Iterator, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.keyboard import Keyboard
from reader.ui.keymap import Keys, key_name, parse_keys, shown

_FIRST = (
    (("sentence.next", "sentence.previous"), "next and previous sentence"),
    (("entity.next",), "next person, organisation, state, place or date"),
    (("highlight",), "highlight the sentence"),
    (("note",), "write a note about it"),
    (("panel",), "the member states of the organisations named"),
    (("help",), "all other keys"),
)
"""The ids of the commands to begin with, and what they do."""
_GAP = 4
"""The blanks between the longest keys and what they do."""


class Welcome(ModalScreen[events.Key | None]):
    """Some keys to begin with; any key closes it, and one of those is returned to be obeyed.

    Args:
        keyboard: the commands and their keys.
    """

    def __init__(self, keyboard: Keyboard) -> None:
        super().__init__()
        self._rows = list(_rows(keyboard))
        self._named = {keys[0] for row, _ in self._rows for keys in row}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog welcome"):
            yield Static("Welcome", classes="title")
            yield Static(_told(self._rows))
            yield Static(
                "Your notes are saved as you make them. Any key closes this card;"
                " these do what they say at once.",
                classes="keys",
            )

    def on_key(self, event: events.Key) -> None:
        """Close the card."""
        event.stop()
        event.prevent_default()
        is_named = key_name(event.key, event.character) in self._named
        self.dismiss(event if is_named else None)

    def on_click(self) -> None:
        """Close the card."""
        self.dismiss(None)


def _rows(keyboard: Keyboard) -> Iterator[tuple[list[Keys], str]]:
    """The keys that are named, and what they do; none for what the reader has no keys for."""
    for commands, what in _FIRST:
        keys = [parse_keys(keyboard.keys[each]) for each in commands]
        if all(keys):
            yield [each[0] for each in keys], what


def _told(rows: Sequence[tuple[Sequence[Keys], str]]) -> Content:
    named = [
        (Content.styled(" ".join(shown(" ".join(each)) for each in keys), "bold"), what)
        for keys, what in rows
    ]
    width = max((keys.cell_length for keys, _ in named), default=0) + _GAP
    lines = (keys.pad_right(width - keys.cell_length) + what for keys, what in named)
    return Content("\n").join(lines)
