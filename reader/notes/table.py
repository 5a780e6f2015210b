"""TinyDB's table of notes: every change is one read, change and write under the store's lock."""

from collections.abc import Callable, Iterable, Mapping
from random import randrange
from typing import Any

from tinydb import TinyDB
from tinydb.table import Table

from reader.notes.document import Document
from reader.notes.layout import NOTES
from reader.notes.shelf import Shelf
from reader.notes.storage import NoteStorage


class NoteTable(Table):
    """The notes of one article, keyed by numbers that follow from their ids."""

    default_query_cache_capacity = 0

    def __init__(self, storage: NoteStorage, name: str, cache_size: int = 0) -> None:
        super().__init__(storage, name, cache_size)
        self._notes = storage

    def fold(self, documents: Iterable[Document]) -> None:
        """Merge documents into the table.

        Raises:
            OSError: they could not be made durable; the file is as it was.
        """
        with self._notes.held():
            self._notes.put(documents)

    def mend(self) -> None:
        """Write the file and its mirror afresh.

        Raises:
            OSError: they could not be made durable.
        """
        with self._notes.held():
            self._notes.mend()

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self._notes.held():
            super()._update_table(updater)

    def _get_next_id(self) -> int:
        # Counting up would give two programs the same number.
        return randrange(1 << 56)


class NoteDatabase(TinyDB):
    """A TinyDB of note tables over the note file of one article."""

    def __init__(self, shelf: Shelf) -> None:
        self.notes_storage = NoteStorage(shelf)
        super().__init__(storage=lambda: self.notes_storage)

    @property
    def notes(self) -> NoteTable:
        """The table of the notes."""
        return self.table(NOTES)

    def table(self, name: str, **kwargs: Any) -> NoteTable:
        """The table of that name."""
        return NoteTable(self.notes_storage, name, **kwargs)
