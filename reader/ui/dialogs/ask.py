"""One line of text, with completion of its last word from a list."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input, Static


class LastWord(Suggester):
    """Completes what stands after the last comma from a list of words."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(case_sensitive=True)
        self._words = words

    async def get_suggestion(self, value: str) -> str | None:
        """The value with its last word completed."""
        typed = value.rpartition(",")[2].lstrip().casefold()
        fitting = (word for word in self._words if word.casefold().startswith(typed))
        found = next(fitting, None) if typed else None
        return value[: len(value) - len(typed)] + found if found else None


class Ask(ModalScreen[str | None]):
    """Asks for one line of text; returns it, or None when dismissed.

    Args:
        title: what is asked.
        value: what stands in the line at first.
        words: completions, the likeliest first.
        typed: is told of every change of the line.
        refusal: says why a line cannot be taken; empty where it can. The line then stays open.
    """

    BINDINGS = [("escape", "dismiss(None)", "Cancel")]

    def __init__(
        self,
        title: str,
        value: str = "",
        words: Sequence[str] = (),
        typed: Callable[[str], None] | None = None,
        refusal: Callable[[str], str] | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._value = value
        self._words = words
        self._typed = typed
        self._refusal = refusal

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="title")
            yield Input(self._value, select_on_focus=False, suggester=LastWord(self._words))
            if self._words:
                used = Content("in use: " + ", ".join(self._words[:12]))
                yield Static(used, classes="choices")
            yield Static(classes="refusal")
            completes = "→ completes · " if self._words else ""
            yield Static(f"enter takes it · {completes}esc leaves it", classes="keys")

    def on_mount(self) -> None:
        self._refuse("")

    def _refuse(self, reason: str) -> None:
        line = self.query_one(".refusal", Static)
        line.update(Content(reason))
        line.display = bool(reason)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell what stands in the line now."""
        self._refuse("")
        if self._typed:
            self._typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the line, or say why it cannot be taken."""
        if reason := self._refusal(event.value) if self._refusal else "":
            self._refuse(reason)
        else:
            self.dismiss(event.value)
