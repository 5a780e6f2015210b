"""The library: what is known, found as one types, opened by enter; it fills from its folders."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from itertools import groupby
from pathlib import Path

from textual import on, work
from textual.content import Content
from textual.worker import Worker, WorkerState, get_current_worker

from reader.knowledge import Knowledge
from reader.library import Entry, Library
from reader.library.folders import Folders
from reader.library.order import ORDERS, Order, Period, in_order, periods
from reader.library.taking import take_names
from reader.library.wanted import parse_wanted
from reader.ui.keyboard import Keyboard
from reader.ui.long_list import LongList
from reader.ui.messages import OpenSource
from reader.ui.rows import Rows
from reader.ui.screens.listing import ListScreen

_PAUSE = 0.5
"""Seconds between two words of how far a long work is."""
_EVERY = 2.0
"""Seconds between two looks at the folders."""
_TOLD = {
    "opened": "last opened first",
    "published": "latest first",
    "title": "by title",
    "site": "by site",
}
_EMPTY = "Nothing here yet.\nw watches a folder; `reader FILE` or `reader URL` opens an article."
_NOTHING = "Nothing here has that.\nIf it is a file or an address, enter opens it."


class LibraryScreen(ListScreen):
    """Lists the known articles, the last opened first.

    Args:
        keyboard: the commands and their keys.
        library: the articles known.
        data_dir: where notes and the library live.
    """

    heading = "Library"
    placeholder = "words #tag state:AM org:CSTO site:tass is:unread"
    where = "library"

    def __init__(self, keyboard: Keyboard, library: Library, data_dir: Path) -> None:
        super().__init__(keyboard)
        self._library = library
        self._folders = Folders(data_dir)
        self._know = partial(Knowledge, data_dir=data_dir)
        self._order: Order = ORDERS[0]
        self._found: Sequence[Entry] = ()

    def on_mount(self) -> None:
        self.call_after_refresh(self._look)
        for notice in self._library.notices():
            self.notify(notice, severity="warning", timeout=10)
        self._looks = self.set_interval(_EVERY, self._look)

    def fill(self, narrowed: str) -> None:
        """The articles that answer what is typed."""
        found = self._library.find(narrowed) if narrowed else self._library.entries()
        self._found = in_order(found, self._order)
        self.show_rows(self._rows(), _NOTHING if narrowed else _EMPTY)
        count = len(found)
        told = f"{count:,} {'article' if count == 1 else 'articles'} · {_TOLD[self._order]}"
        self.tell(told if count else "")
        if parse_wanted(narrowed).asks_for_names:
            self._read_names()

    def _rows(self) -> Rows[Entry | Period]:
        """A row for each article; in the order of dates each year has a line of its own."""
        if self._order != "published":
            return Rows(self._found, _label, name=_name)
        items: list[Entry | Period] = []
        heads = []
        for _, entries in groupby(self._found, lambda each: each.published[:4]):
            of_year = [*entries]
            heads.append(len(items))
            items += [*periods(of_year, "year"), *of_year]
        return Rows(items, _label, heads, _name)

    def turn_order(self) -> None:
        """Let the rows stand in another order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.options.forget()
        self.refill()

    @on(LongList.Chosen)
    def _open(self, event: LongList.Chosen) -> None:
        assert isinstance(event.item, Entry)
        if event.item.place == "-":
            self.notify("This came from standard input, and was not kept")
        else:
            self.post_message(OpenSource(event.item.place))

    def narrowed(self, line: str) -> None:
        """Go on to the list; where nothing answers, open what is typed as a file or an address."""
        if self._found or not line.strip():
            super().narrowed(line)
        else:
            self.post_message(OpenSource(os.path.expanduser(line.strip())))

    def remove_row(self) -> None:
        """Take the highlighted article off the list; its notes stay."""
        if entry := self.options.item:
            self._library.remove(entry.id)
            self.refill()
            self.notify("Removed from the library; its notes stay, and opening brings it back")

    async def watch_folder(self) -> None:
        """Watch a folder, or one that is watched no more."""
        from reader.ui.dialogs.ask import Ask

        held = ", ".join(self._folders.all()) or "none yet"
        ask = Ask(f"Folder to watch, or to let go of ({held})", refusal=self._no_folder)
        line = await self.app.push_screen_wait(ask)
        if not line:
            return
        folder = _folder(line)
        if self._folders.remove(folder):
            self.notify(f"{folder} is watched no more; its articles stay")
        else:
            self._folders.add(folder)
            self._looks.resume()
            self._look()

    def _no_folder(self, line: str) -> str:
        folder = _folder(line)
        fits = not line or folder.is_dir() or str(folder) in self._folders.all()
        return "" if fits else f"{folder}: is no folder"

    # What comes in by itself

    def _look(self) -> None:
        if self.is_current and not self._is_busy("folders"):
            self._take_files()

    @on(Worker.StateChanged)
    def _look_no_more(self, event: Worker.StateChanged) -> None:
        # What went wrong once would go wrong, and be told, every other second.
        if event.worker.group == "folders" and event.state is WorkerState.ERROR:
            self._looks.pause()

    def _is_busy(self, group: str) -> bool:
        return any(each.group == group and each.is_running for each in self.workers)

    @work(thread=True, group="folders", exit_on_error=False)
    def _take_files(self) -> None:
        worker = get_current_worker()
        last = time.monotonic()

        def tell(number: int, count: int) -> None:
            nonlocal last
            if worker.is_cancelled:
                raise InterruptedError
            if time.monotonic() - last > _PAUSE:
                last = time.monotonic()
                self.app.call_from_thread(self.tell, f"reading {number:,} of {count:,} files")

        with suppress(InterruptedError):
            if self._folders.take(self._library, self._know, tell):
                self.app.call_from_thread(self.refill)

    def _read_names(self) -> None:
        if not self._is_busy("names"):
            self._take_names()

    @work(thread=True, group="names", exit_on_error=False)
    def _take_names(self) -> None:
        worker = get_current_worker()

        def tell(number: int, count: int) -> None:
            if worker.is_cancelled:
                raise InterruptedError

        with suppress(InterruptedError):
            if self._library.unnamed():
                take_names(self._library, self._know, tell)
                self.app.call_from_thread(self.refill)


def _folder(line: str) -> Path:
    return Path(os.path.expanduser(line)).absolute()


def _year(period: Period) -> Content:
    count = f"{period.articles:,} {'article' if period.articles == 1 else 'articles'}"
    named = f" · named {period.mentions:,}×" if period.mentions else ""
    return Content.styled(f"{period.when or 'undated'} · {count}{named}", "bold")


def _name(entry: Entry | Period) -> str:
    return entry.when if isinstance(entry, Period) else entry.id


def _label(entry: Entry | Period) -> Content:
    if isinstance(entry, Period):
        return _year(entry)
    title = " ".join((entry.title or entry.source).split())
    named = f"named {entry.mentions}×" if entry.mentions else ""
    read = f"{entry.progress} {entry.percent} %" if entry.progress == "reading" else entry.progress
    facts = (entry.site, entry.published, read, named, entry.whence)
    line = " · ".join(fact for fact in facts if fact)
    return Content.assemble((title, "bold"), "\n  ", (line, "dim"))
