"""The notes of one article on the disk: the door to the TinyDB file and its copies."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.notes.document import Document
from reader.notes.files import Signature, signature_of
from reader.notes.shelf import Shelf

if TYPE_CHECKING:
    from reader.notes.storage import NoteStorage
    from reader.notes.table import NoteDatabase


def notes_folder(directory: Path) -> Path:
    """The folder of all articles' notes in a data directory."""
    return directory / "notes"


class ArticleStore:
    """One article's notes; nothing is read or made before it is needed.

    Args:
        folder: the folder of all articles' notes.
        article: the article's id.
    """

    def __init__(self, folder: Path, article: str) -> None:
        self.shelf = Shelf(folder, article)
        self._database: NoteDatabase | None = None
        self._seen: Signature | None = None
        self._looked: Signature | None = None
        self._met: dict[Path, Signature | None] = {}

    def load(self) -> dict[str, Document]:
        """All documents by note id, the trash too.

        Raises:
            OSError: the file is there but cannot be read.
        """
        if self._database is None and not self._exists():
            return {}
        storage = self._storage()
        notes = storage.contents().notes
        self._seen = signature_of(self.shelf.main)
        return {note["id"]: note for note in notes.values() if isinstance(note.get("id"), str)}

    def reload(self) -> dict[str, Document]:
        """All documents, read afresh from the file and its copies; raises OSError as `load`."""
        self._met = self._copies()
        if self._database is not None:
            self._storage().forget()
        return self.load()

    def save(self, documents: Iterable[Document]) -> dict[str, Document]:
        """Merge documents into the file, wait for the disk, and return all that it holds.

        Raises:
            OSError: they could not be made durable; the file is as it was.
        """
        self._open().notes.fold(documents)
        return self.load()

    def mend(self) -> dict[str, Document]:
        """Write the file and its mirror afresh from all copies, and return all that they hold.

        Raises:
            OSError: they could not be made durable.
        """
        self._open().notes.mend()
        return self.load()

    def is_stale(self) -> bool:
        """Whether another hand has written since the last load or save, or laid a copy beside."""
        if signature_of(self.shelf.main) != self._seen:
            return True
        now = signature_of(self.shelf.folder)
        if now == self._looked:
            return False
        if self._copies() == self._met:
            self._looked = now
            return False
        return True

    def _copies(self) -> dict[Path, Signature | None]:
        return {path: signature_of(path) for path in self.shelf.strays()}

    @property
    def needs_mending(self) -> bool:
        """Whether the next save would mend the file from its copies."""
        return self._database is not None and self._storage().needs_mending

    @property
    def is_newer(self) -> bool:
        """Whether a newer version of the program wrote the file, which then is only read."""
        from reader.notes.layout import SCHEMA

        return self._exists() and self._storage().contents().schema > SCHEMA

    def notices(self) -> list[str]:
        """What happened to the file that the user should be told; each is told once."""
        if self._database is None:
            return []
        told, self._storage().notices = self._storage().notices, []
        return told

    def close(self) -> None:
        """Let go of the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _exists(self) -> bool:
        shelf = self.shelf
        copies = (shelf.main, shelf.mirror, shelf.days)
        return any(map(Path.exists, copies)) or bool(shelf.strays())

    def _open(self) -> NoteDatabase:
        if self._database is None:
            from reader.notes.table import NoteDatabase

            self._database = NoteDatabase(self.shelf)
        return self._database

    def _storage(self) -> NoteStorage:
        return self._open().notes_storage
