"""Textual's own widgets showing a text, to measure the article pane against."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Markdown, TextArea


class PeerApp(App[None]):
    """One of Textual's widgets with a whole text in it."""

    def __init__(self, widget: str, text: str) -> None:
        super().__init__()
        self.widget, self.text = widget, text
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        """The widget."""
        if self.widget == "markdown":
            yield Markdown(self.text)
        else:
            yield TextArea(self.text, read_only=True)


if __name__ == "__main__":
    PeerApp(sys.argv[1], Path(sys.argv[2]).read_text("utf-8")).run()
