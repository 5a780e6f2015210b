"""A page on its way: a line that tells how much of it has come, and what ends it early."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader.loading.amount import amount
from reader.loading.errors import LoadError
from reader.loading.open import is_address

if TYPE_CHECKING:
    from textual.app import App

    from reader.session import Session
    from reader.text.rests import Rest
    from reader.ui.request import Request

_PAUSE = 0.1
"""Seconds between two changes of the line."""


class CancelledError(Exception):
    """The reader does not wait for the page any more."""


class FetchLine(Widget):
    """One line: what is fetched, how much has come, and the key that ends it.

    Args:
        source: the address.
    """

    come: reactive[str] = reactive("")
    """How much has come."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source

    def render(self) -> Content:
        """The address is cut where there is no room for it."""
        told = " · ".join(filter(None, (self.come, "esc cancels")))
        room = max(0, self.size.width - len(told) - 14)
        name = Content(self._source).truncate(room, ellipsis=True).plain
        return Content.assemble(" Fetching ", (name, "bold"), f" · {told}")


class Fetcher:
    """Fetches pages for an application, one at a time.

    Args:
        app: where it is shown.
        rest: called between stretches of all work on an article.
    """

    def __init__(self, app: App[int], rest: Rest) -> None:
        self._app = app
        self._rest = rest
        self._line: FetchLine | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a page is on its way."""
        return self._line is not None

    def session(self, request: Request) -> Session:
        """Open what is asked for, in the thread that calls; a page is told of while it comes.

        Raises:
            LoadError: it cannot be read as an article.
            CancelledError: nobody waits for it any more.
        """
        if not is_address(request.source):
            return request.session(rest=self._rest)
        line = FetchLine(request.source)
        self._app.call_from_thread(self._begin, line)
        last = 0.0

        def tell(arrived: int, expected: int) -> None:
            nonlocal last
            self._check(line)
            now = time.monotonic()
            if now - last >= _PAUSE:
                last = now
                self._app.call_from_thread(setattr, line, "come", amount(arrived, expected))

        try:
            session = request.session(tell, self._rest)
        except LoadError:
            self._check(line)
            self._app.call_from_thread(self.cancel)
            raise
        self._check(line)
        self._app.call_from_thread(self.cancel)
        return session

    def _check(self, line: FetchLine) -> None:
        if self._line is not line:
            raise CancelledError

    def _begin(self, line: FetchLine) -> None:
        self.cancel()
        self._line = line
        self._app.screen.mount(line)

    def cancel(self) -> None:
        """Wait no more; a silent server may hold the thread for a while, but nobody else."""
        line, self._line = self._line, None
        if line and line.is_attached:
            line.remove()
