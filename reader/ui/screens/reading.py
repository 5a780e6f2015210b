"""The reading screen: keys become commands, and the hints say which matter now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on

from reader.article import Article
from reader.config import RANGES, Settings
from reader.text.selection import nearest
from reader.ui.command import Place, Situation
from reader.ui.deeds import review, unfinished
from reader.ui.desk import WIDE
from reader.ui.keyboard import Keyboard
from reader.ui.messages import WidthsChosen
from reader.ui.pane.pane import ArticlePane
from reader.ui.panels.page import Page
from reader.ui.screens.searching import SearchingScreen
from reader.ui.trail import Trail

if TYPE_CHECKING:
    from reader.notes.annotation import Colour
    from reader.session import Session

_PAGES: dict[str, Situation] = {"states": "panel", "notes": "notes-page", "outline": "outline"}


class ReadingScreen(SearchingScreen):
    """One article, read and annotated.

    Args:
        keyboard: the commands and their keys.
        settings: the reader's own.
        trail: the articles that were read before.
        session: the article, or None while only `head` is there.
        head: the first part of a large article, shown until the whole is loaded.
        at: the id of the annotation to begin at.
    """

    def __init__(
        self,
        keyboard: Keyboard,
        settings: Settings,
        trail: Trail,
        session: Session | None,
        head: Article | None = None,
        at: str = "",
    ) -> None:
        super().__init__(settings, session, head, at)
        self.keyboard = keyboard
        self.trail = trail
        self.colour: Colour = "yellow"
        self.is_narrow = False
        self.reviewed: set[str] = set()
        """The ids of the notes whose places the reader has been asked about."""

    def on_mount(self) -> None:
        self._fit(self.app.size.width)
        self.hint()

    def notes_changed(self) -> None:
        """Show the notes as they are now, and the keys that go with them."""
        super().notes_changed()
        self.hint()

    def _arrive(self, position: int) -> None:
        super()._arrive(position)
        review.tell(self)
        unfinished.tell(self)

    def run_command(self, command_id: str) -> None:
        """Run a command of the table."""
        super().run_command(command_id)
        # At once, not when the message comes, so that one frame shows all that changed.
        self._moved()

    # Where one is

    @on(ArticlePane.CursorMoved)
    def _moved(self) -> None:
        position = self.pane.position
        left = f" · {_time(position.minutes_left)} left" if position.minutes_left else ""
        self.title_bar.progress = f"{position.percent} %{left}"
        self.side.here = self.pane.selection.start
        self.hint()

    def place(self) -> Place | None:
        """The article or the side panel, unless one searches."""
        if self.focused is not None and self.search in self.focused.ancestors:
            return None
        return "panel" if isinstance(self.focused, Page) else "pane"

    def situation(self) -> Situation:
        """What one is at."""
        if isinstance(self.focused, Page):
            return _PAGES.get(self.side.front, "page")
        if self.pane.is_extending:
            return "selecting"
        here = self.pane.selection
        return "on-note" if self.pane.is_annotated(here) else "reading"

    # What the widgets ask for

    @on(Page.Chosen)
    def _go_to_row(self, event: Page.Chosen) -> None:
        found = nearest(event.row.spans, self.pane.selection.start, 1)
        if found:
            self.pane.move_to(found, "entity")

    def on_descendant_focus(self) -> None:
        """Hint at the keys that count where the focus is now."""
        self.hint()

    def on_screen_suspend(self) -> None:
        """Keep the place: one may come back to it from another article."""
        if self.is_whole:
            self._keep_place()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the side panel to the new width."""
        self._fit(event.size.width)

    def _fit(self, width: int) -> None:
        """Beside the article where there is room, else a drawer that opens on demand."""
        self.is_narrow = width < WIDE
        self.side.set_class(self.is_narrow, "narrow")
        self.side.styles.width = "100%" if self.is_narrow else self.panel_width

    def choose_widths(self, measure: int, panel: int) -> None:
        """Take other widths, within their limits, and let the program remember them."""
        self.pane.measure = _within("measure", measure)
        self.panel_width = _within("panel", panel)
        self._fit(self.size.width)
        self.post_message(WidthsChosen(self.pane.measure, self.panel_width))


def _time(minutes: int) -> str:
    return f"{minutes} min" if minutes < 2 * 60 else f"{minutes // 60} h"


def _within(name: str, columns: int) -> int:
    least, most = RANGES[name]
    return max(least, min(columns, most))
