"""The Textual application: settings, keys, styles, and which article is on screen."""

from __future__ import annotations

import asyncio
import gc
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.binding import Binding
from textual.command import Provider
from textual.screen import ModalScreen, Screen
from textual.worker import get_current_worker

from reader.article import Article
from reader.config import Settings
from reader.loading.errors import LoadError
from reader.loading.open import is_address
from reader.session import Session
from reader.ui.commands import COMMANDS
from reader.ui.fetching import CancelledError, Fetcher
from reader.ui.first_screen import FirstScreen
from reader.ui.keyboard import Keyboard
from reader.ui.messages import OpenSource, WidthsChosen
from reader.ui.pace import Pace
from reader.ui.request import Request
from reader.ui.runtime import collect_garbage_from_here, let_keys_in
from reader.ui.screens.reading import ReadingScreen
from reader.ui.stylesheets import stylesheets
from reader.ui.terminal_app import TerminalApp
from reader.ui.trail import Trail
from reader.ui.type_ahead import OPENING, TypeAhead
from reader.ui.widths import WidthKeeper

if TYPE_CHECKING:
    from reader.library import Library


def _palette() -> type[Provider]:
    from reader.ui.palette import CommandProvider

    return CommandProvider


class ReaderApp(TerminalApp):
    """Reads one article after another.

    Args:
        request: what to open first; an empty source opens the library.
        settings: the reader's own.
        session: the article, or None where `head` stands in while it loads.
        head: the first part of the article.
        welcome: whether to greet a reader who is here for the first time.
    """

    TITLE = "reader"
    COMMANDS = TerminalApp.COMMANDS | {_palette}
    CSS_PATH = stylesheets()
    BINDINGS = [Binding("escape", "cancel_fetching", show=False, priority=True)]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-medium"), (30, "-tall")]

    def __init__(
        self,
        request: Request,
        settings: Settings,
        session: Session | None = None,
        head: Article | None = None,
        welcome: bool = False,
    ) -> None:
        super().__init__(settings)
        self.request = request
        self.trail = Trail(request.source)
        self.keyboard = Keyboard.of(COMMANDS, settings.keys)
        self.pace = Pace()
        self.type_ahead = TypeAhead(self, super().on_event, self.pace)
        self.failure: LoadError | None = None
        self.sessions = [session] if session else []
        for each in self.sessions:
            each.rest = self.pace.rest
        self.animation_level = "none"
        self.begins_at = 0
        self.first_screen: FirstScreen | None = None
        self.shelf: Library | None = None
        self.fetcher = Fetcher(self, self.pace.rest)
        self.widths = WidthKeeper(self, request.data_dir)
        self._session, self._head = session, head
        self._welcome = welcome

    def get_default_screen(self) -> Screen[None]:
        """The article, so that it is what is painted first; without one, the library."""
        if not self.request.source:
            return self._library()
        screen = self._reading(self._session, self._head, self.request.at)
        screen.begins_at = self.begins_at
        return screen

    def _library(self) -> Screen[None]:
        from reader.library import Library
        from reader.ui.screens.library import LibraryScreen

        # What the start has read of a long library need not be read again.
        self.shelf = self.shelf or Library(self.request.data_dir)
        return LibraryScreen(self.keyboard, self.shelf, self.request.data_dir)

    def _reading(self, session: Session | None, head: Article | None, at: str) -> ReadingScreen:
        return ReadingScreen(self.keyboard, self.settings, self.trail, session, head, at)

    def on_mount(self) -> None:
        self.type_ahead.begin()
        self.call_after_refresh(collect_garbage_from_here)
        let_keys_in()
        if self.settings.theme in self.available_themes:
            self.theme = self.settings.theme
        if self._head:
            self.call_after_refresh(self._load_rest)
        if self._welcome:
            from reader.ui.dialogs.welcome import Welcome

            self.push_screen(Welcome(self.keyboard), self._obey)

    def _obey(self, key: events.Key | None) -> None:
        """Do what a key that closed the card is for."""
        if key and isinstance(self.screen, ReadingScreen):
            self.screen.on_key(key)

    def on_unmount(self) -> None:
        """Take no more keys."""
        self.type_ahead.end()
        self.widths.settle()

    async def on_event(self, event: events.Event) -> None:
        """Let what is typed wait for what was typed before it."""
        if self.type_ahead.takes(event) and not event.is_forwarded:
            self.type_ahead.put(event)
        else:
            await super().on_event(event)

    @work(thread=True)
    def _load_rest(self) -> None:
        try:
            session = self.fetcher.session(self.request)
        except CancelledError:
            return
        except LoadError as error:
            self.failure = error
            self.call_from_thread(self.exit, 1)
        else:
            self._session = session
            self.sessions.append(session)
            screen = self.screen_stack[0]
            assert isinstance(screen, ReadingScreen)
            self.call_from_thread(screen.whole, session)

    @on(WidthsChosen)
    def _keep_widths(self, chosen: WidthsChosen) -> None:
        self.settings = replace(self.settings, measure=chosen.measure, panel=chosen.panel)
        self.widths.choose(self.settings)

    @on(OpenSource)
    def _open_source(self, request: OpenSource) -> None:
        if request.source == "-" and (request.at or self._piped() is None):
            self.notify("This came from standard input, which cannot be read again")
            return
        wanted = replace(self.request, source=request.source, as_of="", encoding="", at=request.at)
        opening = self._open(wanted)
        # Keys are for the article that is asked for, unless it takes its time on the network.
        self.type_ahead.awaited = None if is_address(wanted.source) else opening

    @work(thread=True, exclusive=True, group="open")
    def _open(self, request: Request) -> None:
        try:
            piped = self._piped() if request.source == "-" else None
            session = piped or self.fetcher.session(request)
        except CancelledError:
            return
        except LoadError as error:
            # What waits was typed for the article, and is none of the list's business.
            self.call_from_thread(self.type_ahead.drop)
            self.call_from_thread(self.notify, str(error), severity="error")
        else:
            if not get_current_worker().is_cancelled:
                self.sessions.append(session)
                self.call_from_thread(self._show_article, session, request)

    def _piped(self) -> Session | None:
        """The article that was read from standard input, once more; None where none was."""
        if self._session is None or self._session.article.source != "-":
            return None
        session = Session(self._session.article, self.request.data_dir)
        session.rest = self.pace.rest
        return session

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let escape cancel only while a page is on its way, and no dialog is open."""
        if action == "cancel_fetching":
            return self.fetcher.is_busy and not isinstance(self.screen, ModalScreen)
        return super().check_action(action, parameters)

    async def action_cancel_fetching(self) -> None:
        """Wait no more for the page; where there is nothing else to read, show the library."""
        self.fetcher.cancel()
        if self._head and not self.sessions:
            self.add_mode("library", self._library)
            await self.switch_mode("library")
        self.notify("The page was not opened")

    @work(group=OPENING)
    async def _show_article(self, session: Session, request: Request) -> None:
        while isinstance(self.screen, ModalScreen):
            # Words may be half written there.
            await asyncio.sleep(0.1)
        self.trail.arrive(request.source)
        before, mode = self.current_mode, f"article {id(session)}"
        self.add_mode(mode, lambda: self._reading(session, None, request.at))
        await self.switch_mode(mode)
        if before != "_default":
            await self.remove_mode(before)
        kept = (session, self._session)
        self.sessions = [each for each in self.sessions if each in kept or not each.is_saved]
        self.run_worker(gc.collect, thread=True, group="garbage", exit_on_error=False)
