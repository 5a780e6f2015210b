"""The line above the article and the line below it."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from reader.article import Article
from reader.ui.hint import Hint, cells, fitting

_LEAST = 12
"""The cells that the title has, before any fact beside it."""


class TitleBar(Widget):
    """The title on the left; the date of the rosters and how far one has read on the right."""

    article: reactive[Article | None] = reactive(None)
    """The article on screen."""
    as_of: reactive[str] = reactive("")
    """The date of the rosters."""
    is_undated: reactive[bool] = reactive(False)
    """Whether that is today for want of a date in the article."""
    progress: reactive[str] = reactive("")
    """How far the cursor has come."""

    trouble: reactive[str] = reactive("")
    """What keeps the notes from being saved; empty where nothing does."""

    def watch_trouble(self) -> None:
        """Stand out while notes are not saved."""
        self.set_class(bool(self.trouble), "trouble")

    def render(self) -> Content:
        """One line."""
        date = "no date found: as of today" if self.is_undated else f"as of {self.as_of}"
        title = Content(self.article.headline if self.article else "")
        least = min(title.cell_length, _LEAST)
        rights = [f"not saved: {self.trouble}"] if self.trouble else self._facts(date)
        rooms = [(max(0, self.size.width - len(right) - 4), right) for right in rights]
        room, right = next((each for each in rooms if each[0] >= least), rooms[-1])
        title = title.truncate(room, ellipsis=True)
        gap = " " * max(1, room - title.cell_length + 2)
        return Content.assemble(" ", (title.plain, "bold"), gap, right, " ")

    def _facts(self, date: str) -> list[str]:
        """What may stand on the right, from all that there is to how far one has read."""
        read = self.progress.split(" · ")
        told = [[date, *read], [date, *read[:1]]] if self.as_of else [read]
        return [" · ".join(filter(None, facts)) for facts in (*told, read[:1])]


class Hints(Widget):
    """Keys with a word each, on one line."""

    COMPONENT_CLASSES = {"hints--key"}

    hints: reactive[tuple[Hint, ...]] = reactive(())
    """What is hinted at, from left to right."""

    class Chosen(Message):
        """A hint was clicked on: its command should run."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def render(self) -> Content:
        """One line."""
        parts = [
            Content.assemble((hint.key, ".hints--key"), " ", hint.word)
            for hint in fitting(self.hints, self.size.width)
        ]
        return Content("  ").join([Content(""), *parts])

    def on_click(self, event: events.Click) -> None:
        """Run what is under the pointer."""
        edge = 0
        for hint in fitting(self.hints, self.size.width):
            edge += cells(hint)
            if event.x < edge:
                if hint.command:
                    self.post_message(self.Chosen(hint.command))
                return
