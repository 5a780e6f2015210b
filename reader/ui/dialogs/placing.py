"""Where a note belongs: its old passage on the left, each place that it may have on the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from reader.article import Span


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """One place that a note may have."""

    label: str
    """What speaks for it, in a few words."""
    context: Content
    """The passage with what stands around it."""
    span: Span
    """Where it stands; empty to leave the note without a place."""


class Placing(ModalScreen[Span | None]):
    """Asks where a note belongs; returns the place, or None to leave it as it is.

    Args:
        number: which of how many notes it is.
        words: the note itself, in a line.
        before: the passage that the note was made on, with what stood around it.
        choices: the places, the likeliest first.
    """

    BINDINGS = [("escape", "dismiss(None)", "Leave it")]

    def __init__(
        self, number: str, words: Content, before: Content, choices: Sequence[PlaceChoice]
    ) -> None:
        super().__init__()
        self._title = f"Where does this note belong? · {number}"
        self._words = words
        self._before = before
        self._choices = choices

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog placing"):
            yield Static(Content(self._title), classes="title")
            yield Static(self._words, classes="words")
            with Horizontal(classes="sides"):
                yield Static(self._before, classes="before")
                yield Static(classes="after")
            yield OptionList(
                *(Option(Content(choice.label)) for choice in self._choices), classes="choices"
            )
            yield Static("enter takes it · ↑↓ choose · esc leaves it", classes="keys")

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.highlighted = 0
        options.focus()

    @on(OptionList.OptionHighlighted)
    def _show(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one(".after", Static).update(self._choices[event.option_index].context)

    @on(OptionList.OptionSelected)
    def _take(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index].span)
