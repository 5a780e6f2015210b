"""The notes of all articles: narrowed as one types, opened by enter, tagged and deleted in bulk."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from textual import on, work
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.entities.names import state_code
from reader.library import Library
from reader.notes.annotation import Annotation
from reader.notes.bulk import delete_all, tag_all
from reader.notes.filter import parse_filter
from reader.notes.index import search_notes
from reader.notes.notebook import Notebook
from reader.notes.several import Notebooks
from reader.ui.keyboard import Keyboard
from reader.ui.long_list import LongList
from reader.ui.messages import OpenSource
from reader.ui.rows import Rows
from reader.ui.screens.listing import ListScreen
from reader.ui.screens.note_rows import by_article, note_detail, note_label, note_name

LIMIT = 1000
"""The greatest number of notes listed at once."""
Beings = dict[str, str]
"""How the notes of one article stand, by their ids."""


class NotesScreen(ListScreen):
    """Lists notes, article by article or the last changed first.

    Args:
        keyboard: the commands and their keys.
        library: the articles known.
        data_dir: where the notes live.
        notebooks: where deeds are done.
    """

    heading = "Notes of all articles"
    placeholder = "words #tag colour:red state:AM is:orphan is:conflict"
    where = "all-notes"

    def __init__(
        self, keyboard: Keyboard, library: Library, data_dir: Path, notebooks: Notebooks
    ) -> None:
        super().__init__(keyboard)
        self._library = library
        self._data_dir = data_dir
        self._notes: dict[str, Annotation] = {}
        self._marked: set[str] = set()
        self._notebooks = notebooks
        self._done: list[Sequence[str]] = []
        self._places: dict[str, Beings] = {}
        self._torn: dict[str, Beings] = {}
        self._being = ""
        self._is_by_time = False
        self._is_looking = False

    def fill(self, narrowed: str) -> None:
        """The notes that fit the filter."""
        wanted = parse_filter(narrowed, state_code)
        self._being = wanted.being
        most = None if wanted.being else LIMIT
        found = search_notes(self._data_dir, wanted.query(), most)
        notes = [note for note in found if wanted.has(note)]
        if wanted.being:
            notes = self._which_are(wanted.being, notes)[:LIMIT]
        if self._is_by_time:
            notes.sort(key=lambda note: note.modified, reverse=True)
        self._notes = {note.id: note for note in notes}
        self._marked &= self._notes.keys()
        self._list()

    def _list(self) -> None:
        nothing = (
            "No note has that." if self.line.value else "No notes yet. h highlights a passage."
        )
        self.show_rows(self._rows(), "Looking into the articles…" if self._is_looking else nothing)

    def _rows(self) -> Rows[Annotation | str]:
        """A row for each note; article by article, the title of each stands above."""
        if self._is_by_time:
            return Rows([*self._notes.values()], self._label, name=note_name)
        items, heads = by_article(self._notes.values(), self._title)
        return Rows(items, self._label, heads, note_name)

    def _label(self, item: Annotation | str) -> Content:
        if isinstance(item, str):
            return Content.styled(item, "bold")
        title = self._title(item.article) if self._is_by_time else ""
        return note_label(item, item.id in self._marked, title)

    def _title(self, article: str) -> str:
        entry = self._library.entry(article)
        return entry.title if entry else article

    @on(LongList.Highlighted)
    def _preview(self) -> None:
        # The rows may be others again by now.
        note = self.options.item
        detail = self.query_one(".detail", Static)
        detail.display = isinstance(note, Annotation)
        detail.update(note_detail(note) if isinstance(note, Annotation) else "")

    @on(LongList.Chosen)
    def _open(self, event: LongList.Chosen) -> None:
        note = event.item
        assert isinstance(note, Annotation)
        entry = self._library.entry(note.article)
        if entry is None:
            self.notify("The article is no longer in the library", severity="warning")
        else:
            self.post_message(OpenSource(entry.place, note.id))

    def turn_order(self) -> None:
        """Article by article, or the last changed first."""
        self._is_by_time = not self._is_by_time
        self.refill()
        self.notify("The last changed first" if self._is_by_time else "Article by article")

    # How notes stand

    def _which_are(self, being: str, notes: Sequence[Annotation]) -> list[Annotation]:
        known = self._torn if being == "conflict" else self._places
        unknown = {note.article for note in notes} - known.keys()
        if unknown and not self._is_looking:
            self._is_looking = True
            self._look_into(unknown, being, known)
        return [note for note in notes if known.get(note.article, {}).get(note.id) == being]

    @work(thread=True, group="standing", exit_on_error=False)
    def _look_into(self, articles: Iterable[str], being: str, known: dict[str, Beings]) -> None:
        worker = get_current_worker()
        try:
            for article in articles:
                # Another filter may be typed meanwhile, and the list may be left.
                if worker.is_cancelled or self._being != being:
                    break
                known[article] = self._looked(article, being)
        finally:
            self._is_looking = False
            if not worker.is_cancelled:
                self.app.call_from_thread(self._list)
        if not worker.is_cancelled:
            self.app.call_from_thread(self.refill)

    def _looked(self, article: str, being: str) -> Beings:
        from reader.standing import standing, torn

        entry = self._library.entry(article)
        try:
            if being == "conflict":
                return torn(article, self._data_dir)
            return standing(entry.place, self._data_dir) if entry else {}
        except OSError as error:
            line = f"The notes on {self._title(article)} cannot be read: {error}"
            self.app.call_from_thread(self.notify, line, severity="error", timeout=10)
            return {}

    # Deeds on the marked notes, or on the highlighted one

    def _chosen(self) -> dict[str, list[Annotation]]:
        ids = self._marked or self._here()
        chosen: defaultdict[str, list[Annotation]] = defaultdict(list)
        for note in self._notes.values():
            if note.id in ids:
                chosen[note.article].append(note)
        return chosen

    def _here(self) -> set[str]:
        """The id of the highlighted note, where there is one."""
        note = self.options.item
        return {note.id} & self._notes.keys() if isinstance(note, Annotation) else set()

    def mark(self) -> None:
        """Mark the highlighted note, or take its mark away."""
        self._marked ^= self._here()
        self._list()
        self.options.move(1)

    async def tag(self) -> None:
        """Add tags to the chosen notes."""
        from reader.ui.deeds.bulk import tags_in
        from reader.ui.dialogs.ask import Ask

        chosen = self._chosen()
        count = sum(map(len, chosen.values()))
        if not count:
            return
        used = dict.fromkeys(tag for note in self._notes.values() for tag in note.tags)
        what = "1 note" if count == 1 else f"{count} notes"
        words = tags_in(await self.app.push_screen_wait(Ask(f"Tags for {what}", "", list(used))))
        if words:
            await self._do(chosen, partial(tag_all, tags=words))

    async def delete(self) -> None:
        """Put the chosen notes in the trash."""
        chosen = self._chosen()
        if chosen and not await self._do(chosen, delete_all):
            self.notify(f"{sum(map(len, chosen.values()))} deleted; z brings back")

    async def _do(
        self,
        chosen: Mapping[str, Sequence[Annotation]],
        deed: Callable[[Notebook, list[str]], bool],
    ) -> str:
        """Do something to notes; what keeps it from the disk, if anything."""
        # All are opened first: where one cannot be read, nothing is done to the others.
        books = {article: self._notebooks.of(article) for article in chosen}
        done = [
            article
            for article, book in books.items()
            if deed(book, [note.id for note in chosen[article]])
        ]
        # Where a deed changed nothing, undo would take back what was done before it.
        self._done += [done] if done else []
        self._marked.clear()
        return await self._saved([*chosen])

    async def _saved(self, articles: Sequence[str]) -> str:
        # The list is read from the disk, where the notes must have arrived.
        trouble = await asyncio.to_thread(self._notebooks.flush, articles)
        if trouble:
            told = f"Not on the disk yet, and tried again until it is: {trouble}"
            self.notify(told, severity="error", timeout=10)
        self.refill()
        return trouble

    async def undo(self) -> None:
        """Take the last deed of this screen back."""
        if not self._done:
            self.notify("Nothing to undo")
            return
        articles = self._done.pop()
        for article in articles:
            self._notebooks.of(article).undo()
        await self._saved(articles)

    def on_unmount(self) -> None:
        """Wait until the notes are on the disk; those that it refuses stay with the session."""
        self._notebooks.close()
