"""The article screen with a search line, and with links that lead somewhere."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on, work

from reader.article import Article, Span
from reader.config import Settings
from reader.text.selection import nearest
from reader.ui.messages import OpenSource
from reader.ui.pane.pane import ArticlePane
from reader.ui.screens.article import LONG, ArticleScreen
from reader.ui.search_bar import SearchBar
from reader.ui.type_ahead import DEEDS

if TYPE_CHECKING:
    from reader.session import Session


class SearchingScreen(ArticleScreen):
    """Finds words in the article, and goes where its links lead."""

    def __init__(
        self, settings: Settings, session: Session | None, head: Article | None, at: str
    ) -> None:
        super().__init__(settings, session, head, at)
        self._origin = Span(0, 0)
        self._query = ""

    async def begin_search(self) -> None:
        """Open the search line."""
        self._origin = self.pane.selection
        await self.search.begin()

    @on(SearchBar.Typed)
    def _find(self, event: SearchBar.Typed) -> None:
        from reader.text.hits import all_hits

        self._query, text = event.query, self.article.text
        if len(text) > LONG:
            self._seek(event.query)
        else:
            self._show_hits(all_hits(text, event.query))

    @work(thread=True, group="search", exit_on_error=False)
    def _seek(self, query: str, goes_there: bool = True) -> None:
        from reader.text.hits import all_hits

        def is_wanted() -> bool:
            # Another letter may be typed meanwhile: only the last search counts.
            return self._query == query and self.is_attached

        hits = all_hits(self.article.text, query, is_wanted)
        if is_wanted():
            self.app.call_from_thread(self._show_hits, hits, goes_there)

    def _show_hits(self, hits: Sequence[Span], goes_there: bool = True) -> None:
        self.pane.hits = hits
        first = nearest(hits, self._origin.start - 1, 1)
        if goes_there:
            self.pane.glance_at(first or self._origin, "word" if first else "sentence")
        self.count_hits()

    @on(SearchBar.Kept)
    def _keep_hit(self) -> None:
        self.run_worker(self._keep(), group=DEEDS, exit_on_error=False)

    async def _keep(self) -> None:
        # Enter may be there before the hit is, in a long article.
        if seeking := [each for each in self.workers if each.group == "search"]:
            await self.workers.wait_for_complete(seeking)
        self.search.display = bool(self.pane.hits)
        if self.pane.selection != self._origin:
            self.pane.leap_from(self._origin.start)
        self.pane.focus()

    @on(SearchBar.Cancelled)
    def _return(self) -> None:
        self.end_search()
        self.pane.glance_at(self._origin, "sentence")
        self.pane.focus()

    def whole(self, session: Session) -> None:
        """Show the whole of an article whose head is on screen, and search it through."""
        super().whole(session)
        if self._query:
            self._seek(self._query, goes_there=False)

    def end_search(self) -> None:
        """Mark no hits any more."""
        self._query = ""
        self.search.close()
        self.pane.hits = ()

    def count_hits(self) -> None:
        """Show which hit the cursor is on."""
        hits, here = self.pane.hits, self.pane.selection.start
        number = bisect_right(hits, here, key=lambda hit: hit.start)
        is_there = number and hits[number - 1].start == here
        self.search.tell(f"{number} of {len(hits)}" if is_there else f"{len(hits)} found")

    # Links

    @on(ArticlePane.LinkFollowed)
    def _follow(self, event: ArticlePane.LinkFollowed) -> None:
        from reader.text.references import beside, heading_of

        target = event.target
        heading = heading_of(self.article, target)
        file = beside(self.article, target)
        if target.startswith(("http://", "https://", "mailto:")):
            self._browse(target)
        elif heading:
            self.pane.move_to(heading, "sentence")
        elif file:
            self.post_message(OpenSource(file))
        else:
            self.notify(f"This link leads to {target}")

    def _browse(self, address: str) -> None:
        import webbrowser

        try:
            webbrowser.get()
        except webbrowser.Error:
            self.notify(f"No browser was found; the link leads to {address}", severity="warning")
        else:
            self.app.open_url(address)
