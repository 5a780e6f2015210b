"""Cards to read: scrolled by keys, closed by escape."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static


class Scrolled(ModalScreen[None]):
    """Shows what may be longer than the screen."""

    BINDINGS = [
        ("escape,q,enter,question_mark", "dismiss(None)", "Close"),
        ("j", "scroll(1)", "Down"),
        ("k", "scroll(-1)", "Up"),
        ("space,ctrl+f", "page(1)", "Page down"),
        ("ctrl+b", "page(-1)", "Page up"),
        ("g", "end(-1)", "Start"),
        ("G", "end(1)", "End"),
    ]

    kind = "card"
    """The class of its frame."""

    def parts(self) -> Iterable[Widget]:
        """What is shown, from the top."""
        return ()

    def compose(self) -> ComposeResult:
        with Vertical(classes=f"dialog {self.kind}"):
            with VerticalScroll():
                yield from self.parts()
            yield Static("↑↓ scroll · esc closes", classes="keys")

    def on_mount(self) -> None:
        self._text.focus()

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def action_scroll(self, lines: int) -> None:
        """Move the text."""
        self._text.scroll_relative(y=lines, animate=False)

    def action_page(self, step: int) -> None:
        """Move the text by nearly its height."""
        self._text.scroll_relative(y=step * max(1, self._text.size.height - 2), animate=False)

    def action_end(self, step: int) -> None:
        """Move to the start or the end."""
        self._text.scroll_to(y=0 if step < 0 else self._text.max_scroll_y, animate=False)


class Card(Scrolled):
    """Shows a text."""

    def __init__(self, text: Content) -> None:
        super().__init__()
        self.text = text

    def parts(self) -> Iterable[Widget]:
        """The text."""
        yield Static(self.text)
