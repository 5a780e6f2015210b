"""The card that greets a reader on the first run."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

KEYS = (
    (". ,", "next and previous sentence"),
    ("] e", "next person, organisation, state, place or date"),
    ("h", "highlight the sentence"),
    ("a", "write a note about it"),
    ("tab", "the member states of the organisations named"),
    ("?", "all other keys"),
)
"""The six keys to begin with."""


class Welcome(ModalScreen[None]):
    """Six keys to begin with; any key closes it."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog welcome"):
            yield Static("Welcome", classes="title")
            yield Static(_keys())
            yield Static(
                "Your notes are saved as you make them. Any key closes this card.", classes="keys"
            )

    def on_key(self, event: events.Key) -> None:
        """Close the card."""
        event.stop()
        self.dismiss(None)

    def on_click(self) -> None:
        """Close the card."""
        self.dismiss(None)


def _keys() -> Content:
    rows = [Content.assemble((f"{keys:<7}", "bold"), what) for keys, what in KEYS]
    return Content("\n").join(rows)
