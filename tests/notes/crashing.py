"""The note store as the crash yardstick drives it, and stores that each lack one safeguard."""

import os
from collections.abc import Iterable
from contextlib import nullcontext
from itertools import groupby
from pathlib import Path
from typing import Any

from reader.notes import files, storage
from reader.notes.document import Document
from reader.notes.layout import encoded, key_of
from reader.notes.merge import successor
from reader.notes.recovery import empty
from reader.notes.store import ArticleStore

_OURS = {"id", "past", "conflicts", "modified", "deleted"}


class Store:
    """One folder of notes."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        self._open: dict[str, ArticleStore] = {}

    def put(self, article: str, uid: str, note: dict[str, Any]) -> None:
        """Write a new note or a new version of one, and wait for the disk."""
        store = self._store(article)
        old = store.load().get(uid)
        fields = {**note, "id": uid}
        store.save([successor(old, fields) | {"rev": note["rev"]} if old else fields])

    def delete(self, article: str, uid: str) -> None:
        """Put a note in the trash, and wait for the disk."""
        store = self._store(article)
        if old := store.load().get(uid):
            store.save([successor(old, {"deleted": True})])

    def dump(self) -> dict[str, dict[str, Any]]:
        """All live notes as they were put."""
        names = {path.name for path in self.folder.glob("*.json")}
        names |= {path.name for path in self.folder.glob(".mirror/*.json")}
        notes: dict[str, dict[str, Any]] = {}
        for name in sorted(names):
            documents = self._store(name.removesuffix(".json")).load()
            notes |= {uid: _as_put(each) for uid, each in documents.items() if _is_live(each)}
        return notes

    def close(self) -> None:
        """Let go of all files."""
        for store in self._open.values():
            store.close()

    @staticmethod
    def bulk(folder: str, notes: Iterable[dict[str, Any]]) -> None:
        """Lay down notes, sorted by article, as the store itself would."""
        (Path(folder) / ".mirror").mkdir(exist_ok=True)
        for article, group in groupby(notes, key=lambda note: str(note["article"])):
            contents = empty(article)
            for note in group:
                key = key_of(note["uid"])
                contents.notes[key] = {**note, "id": note["uid"]}
            for path in (Path(folder), Path(folder) / ".mirror"):
                (path / f"{article}.json").write_bytes(encoded(contents))

    def _store(self, article: str) -> ArticleStore:
        if article not in self._open:
            self._open[article] = ArticleStore(self.folder, article)
        return self._open[article]


def _is_live(document: Document) -> bool:
    return not document.get("deleted")


def _as_put(document: Document) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key not in _OURS}


def _os_call_that_does_nothing(*_: object) -> None:
    """In the place of a call whose absence the yardstick must notice."""


class WithoutLock(Store):
    """Two writers may read the same state and write one over the other."""

    def __init__(self, folder: str) -> None:
        storage.__dict__["locked"] = lambda *_: nullcontext()
        super().__init__(folder)


class WithoutSync(Store):
    """A file's bytes may come to the disk after its name."""

    def __init__(self, folder: str) -> None:
        os.__dict__["fsync"] = _os_call_that_does_nothing
        super().__init__(folder)


class WithoutFolderSync(Store):
    """A file's new name may come to the disk after the note was said to be saved.

    On ext4 the mirror would still hold the note, as it is renamed before the file is flushed: it
    is left out here. That each safeguard counts by itself is shown by the model of a worse disk.
    """

    def __init__(self, folder: str) -> None:
        files.__dict__["sync_folder"] = _os_call_that_does_nothing
        files.__dict__["replace_soon"] = _os_call_that_does_nothing
        super().__init__(folder)


class WithoutMirror(Store):
    """A damaged file has no second copy."""

    def __init__(self, folder: str) -> None:
        files.__dict__["replace_soon"] = _os_call_that_does_nothing
        super().__init__(folder)


class InPlace(Store):
    """A file is written over rather than replaced."""

    def __init__(self, folder: str) -> None:
        files.__dict__["replace"] = _write_over
        files.__dict__["replace_soon"] = _os_call_that_does_nothing
        super().__init__(folder)


def _write_over(path: Path, data: bytes) -> None:
    with open(path, "wb") as file:
        for start in range(0, len(data), 512):
            file.write(data[start : start + 512])
            file.flush()
