"""The article screen: one session's article, and what is learned of it, handed to the widgets."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.worker import get_current_worker

from reader.article import Article, Span
from reader.config import Settings
from reader.ui.badges import draws_flags
from reader.ui.bars import Hints, TitleBar
from reader.ui.following import follow
from reader.ui.look_of import keep_look_of
from reader.ui.looks import keep_place
from reader.ui.own_files import warn_of_own_files
from reader.ui.pane.pane import ArticlePane
from reader.ui.panels.known import Known
from reader.ui.panels.side import SidePanel
from reader.ui.screens.commanded import CommandScreen, NotNowError
from reader.ui.search_bar import SearchBar

if TYPE_CHECKING:
    from reader.entities.mention import Recognition
    from reader.session import Session

LONG = 200_000
"""From this many characters on, the mentions on screen are worked out before the others."""


class ArticleScreen(CommandScreen):
    """Shows an article at once, and the rest as workers learn it.

    Args:
        settings: the reader's own.
        session: the article, or None while only `head` is there.
        head: the first part of a large article, shown until the whole is loaded.
        at: the id of the annotation to begin at.
    """

    AUTO_FOCUS = "ArticlePane"

    begins_at = 0
    """Where reading goes on, as far as is known before the library has been asked."""
    has_moved = False
    """Whether the reader has gone somewhere; then nothing takes them elsewhere."""

    pane: ArticlePane
    side: SidePanel
    search: SearchBar

    def __init__(
        self, settings: Settings, session: Session | None, head: Article | None, at: str
    ) -> None:
        super().__init__()
        article = session.article if session else head
        assert article is not None
        flags = draws_flags(settings.flags, os.environ)
        self.known = Known(article, draws_flags=flags)
        self.pane = ArticlePane()
        self.pane.measure = settings.measure
        self.pane.code_scrolls = settings.code == "scroll"
        self.side = SidePanel()
        self.panel_width = settings.panel
        self.search = SearchBar()
        self.title_bar = TitleBar()
        self.hints = Hints()
        self.settings = settings
        self._session = session
        self._at = at
        self._kept_place = (0, 0)
        self._has_arrived = False

    def compose(self) -> ComposeResult:
        yield self.title_bar
        with Horizontal(id="desk"):
            yield self.pane
            yield self.side
        yield self.search
        yield self.hints

    def on_mount(self) -> None:
        self.pane.show(self.article, self.begins_at)
        self.title_bar.article = self.article
        if self._session:
            self.call_after_refresh(self._learn)
        if not self.app.is_headless:
            self.call_after_refresh(keep_look_of, self)
        self.set_interval(0.5, self._look_again)

    @property
    def is_whole(self) -> bool:
        """Whether the article is all there."""
        return self._session is not None

    @property
    def session(self) -> Session:
        """The open article's session; raises NotNowError while only its head is there."""
        if self._session is None:
            raise NotNowError("One moment: the article is still being read")
        return self._session

    @property
    def article(self) -> Article:
        """The article on screen."""
        return self.known.article

    def quote(self, span: Span) -> str:
        """The words of a passage."""
        return self.article.text[span.start : span.end]

    def whole(self, session: Session) -> None:
        """Show the whole of an article whose head is on screen."""
        self._session = session
        self.known = replace(self.known, article=session.article)
        self.pane.show(session.article, self.pane.selection.start)
        self.title_bar.article = session.article
        self._learn()

    # What workers learn

    @work(thread=True, group="learn", exclusive=True, exit_on_error=False)
    def _learn(self) -> None:
        session = self.session
        self._place_notes()
        follow(self, self.settings)
        self.app.call_from_thread(self._arrive, session.position)
        session.note_opening()
        for notice in session.notices():
            self.notify(notice, severity="warning", timeout=10)
        if len(session.article.text) > LONG:
            shown = Span(max(0, session.position - 2_000), session.position + 20_000)
            self.app.call_from_thread(self._recognised, session.recognise_within(shown))
        self._recognise_all()
        warn_of_own_files(self)

    def _place_notes(self) -> None:
        # The places of notes in a text that has changed are worked out here, not for a key.
        try:
            self.session.place_notes()
        except OSError as error:
            self.app.call_from_thread(self._tell_of_unread_notes, error)
        else:
            self.app.call_from_thread(self.notes_changed)

    def _tell_of_unread_notes(self, error: OSError) -> None:
        self.notify(f"The notes cannot be read: {error}", severity="error", timeout=10)

    @work(thread=True, group="learn", exclusive=True, exit_on_error=False)
    def relearn(self) -> None:
        """Show what is known afresh: entities have been corrected, or the date changed."""
        self._recognise_all()

    def _recognise_all(self) -> None:
        self.app.call_from_thread(self._recognised, self.session.recognition)
        self._recount()
        self.session.keep_names()

    def _recount(self) -> None:
        as_of, day = self.session.as_of, self.session.claims_day
        rosters = self.session.rosters()
        known = replace(self.known, rosters=rosters, as_of=as_of, claims_day=day)
        self._tell_of(known)
        claims = self.session.claims()
        if claims != known.claims:
            self._tell_of(replace(known, claims=claims))

    def _tell_of(self, known: Known) -> None:
        # Another date may have been asked for meanwhile, and its rosters are on their way.
        if not get_current_worker().is_cancelled and self.session.as_of == known.as_of:
            self.app.call_from_thread(self._tell, known)

    def _arrive(self, position: int) -> None:
        placed = self.session.annotation(self._at) if self._at else None
        offset = placed.place.start if placed else position
        if offset and not self.has_moved and self.pane.cursor.point == self.begins_at != offset:
            self.pane.glance_at(Span(offset, offset), "sentence")
        self._has_arrived = True

    def _recognised(self, recognition: Recognition) -> None:
        self.known = replace(self.known, recognition=recognition, language=self.session.language)
        self.pane.recognition = recognition

    def _tell(self, known: Known) -> None:
        notes, torn = self.known.annotations, self.known.conflicts
        self.known = replace(known, annotations=notes, conflicts=torn)
        self.side.show(self.known)
        self.title_bar.is_undated = self.session.is_undated
        self.title_bar.as_of = known.as_of

    def notes_changed(self) -> None:
        """Show the notes as they are now."""
        torn = {each.annotation.id for each in self.session.conflicts}
        if torn - self.known.conflicts:
            told = "A note was changed in two places at once; r shows both texts"
            self.notify(told, severity="warning", timeout=10)
        notes = self.session.annotations()
        self.known = replace(self.known, annotations=notes, conflicts=frozenset(torn))
        self.pane.annotations = self.known.annotations
        self.side.show(self.known)

    def on_screen_resume(self) -> None:
        """Show what another screen did to the notes."""
        if self._has_arrived and self.session.annotations() is not self.known.annotations:
            self.notes_changed()

    def _look_again(self) -> None:
        if not self.is_current:
            return
        notebook = self._session.opened_notebook if self._session else None
        if notebook is None:
            return
        if notebook.has_news():
            self._take_in_news()
        for notice in notebook.notices():
            self.notify(notice, severity="warning", timeout=10)
        self.title_bar.trouble = notebook.trouble
        self._keep_place()

    @work(thread=True, group="news", exclusive=True, exit_on_error=False)
    def _take_in_news(self) -> None:
        # Another window has written to the notebook.
        if self.session.notebook.refresh():
            self._place_notes()

    def _keep_place(self) -> None:
        here = self._here()
        if self._has_arrived and here[0] != self._kept_place[0]:
            self._kept_place = here
            self._write_place()

    def _here(self) -> tuple[int, int]:
        return self.pane.selection.start, self.pane.position.end

    @work(thread=True, group="place", exclusive=True, exit_on_error=False)
    def _write_place(self) -> None:
        self.session.leave_at(*self._kept_place)

    def on_unmount(self) -> None:
        """Keep the place, and wait until the notes are on the disk."""
        if self._session:
            if self._has_arrived:
                self._session.leave_at(*self._here())
                keep_place(self.article.source, self.pane.selection.start)
            self._session.close()
