"""The card that greets a reader on the first run."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.ui.keymap import key_name

KEYS = (
    (". ,", "next and previous sentence"),
    ("] e", "next person, organisation, state, place or date"),
    ("h", "highlight the sentence"),
    ("a", "write a note about it"),
    ("tab", "the member states of the organisations named"),
    ("?", "all other keys"),
)
"""The six keys to begin with."""
_NAMED = frozenset({".", "comma", "]", "h", "a", "tab", "?"})
"""Those with which one of them begins."""


class Welcome(ModalScreen[events.Key | None]):
    """Six keys to begin with; any key closes it, and one of those is returned to be obeyed."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog welcome"):
            yield Static("Welcome", classes="title")
            yield Static(_keys())
            yield Static(
                "Your notes are saved as you make them. Any key closes this card;"
                " these do what they say at once.",
                classes="keys",
            )

    def on_key(self, event: events.Key) -> None:
        """Close the card."""
        event.stop()
        event.prevent_default()
        is_named = key_name(event.key, event.character) in _NAMED
        self.dismiss(event if is_named else None)

    def on_click(self) -> None:
        """Close the card."""
        self.dismiss(None)


def _keys() -> Content:
    rows = [Content.assemble((f"{keys:<7}", "bold"), what) for keys, what in KEYS]
    return Content("\n").join(rows)
