"""TinyDB's storage for one article's notes: durable, mirrored, and safe beside other programs."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from reader.notes.document import Document
from reader.notes.files import (
    locked,
    make_folder,
    replace,
    replace_soon,
    replace_with_mirror,
    signature_of,
)
from reader.notes.layout import NOTES, SCHEMA, Contents, encoded, key_of
from reader.notes.merge import fold
from reader.notes.recovery import Found, Held, gathered, read
from reader.notes.shelf import GENERATIONS, Shelf


class NewerSchemaError(OSError):
    """The file was written by a newer version of the program, which may read more into it."""


class NoteStorage(Storage):
    """The note file of one article.

    Args:
        shelf: where the file and its copies lie.
    """

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self.shelf = shelf
        self.notices: list[str] = []
        self._found: Found | None = None
        self._held: Held | None = None

    # TinyDB's own contract

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables."""
        return self.contents().tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Replace all tables."""
        header = {key: rows for key, rows in self.contents().tables.items() if key != NOTES}
        notes = {str(key): dict(row) for key, row in data.get(NOTES, {}).items()}
        self._commit(Contents({**header, **data, NOTES: notes}, {}))

    def close(self) -> None:
        """Let go of the file."""
        self.forget()

    # What it does beyond

    def contents(self) -> Contents:
        """What the file holds now; read again only where another hand has written."""
        if self._found is None or self.is_stale():
            self.forget()
            main = self._hold()
            self._found = gathered(self.shelf, main)
            self.notices += self._found.notices
        return self._found.contents

    def is_stale(self) -> bool:
        """Whether another hand has written since the file was last read or written here."""
        return signature_of(self.shelf.main) != (self._held and self._held.signature)

    @property
    def needs_mending(self) -> bool:
        """Whether the file lacks something that was found in its copies."""
        return self._found is not None and self._found.mend

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the store's lock, so that what is read stays true until it is written."""
        make_folder(self.shelf.folder)
        with locked(self.shelf.lock):
            yield

    def put(self, documents: Iterable[Document]) -> None:
        """Fold `documents` into the notes; the lock must be held."""
        contents = self.contents()
        tables = {**contents.tables, NOTES: dict(contents.notes)}
        made = Contents(tables, dict(contents.lines))
        changed = False
        for document in documents:
            changed |= _fold_in(made, document)
        if changed or self.needs_mending:
            self._commit(made)

    def mend(self) -> None:
        """Write all copies afresh from what they hold together; the lock must be held."""
        self.forget()
        self._commit(self.contents())

    def forget(self) -> None:
        """Read the file afresh next time."""
        if self._held:
            self._held.close()
        self._found = self._held = None

    def _hold(self) -> bytes | None:
        try:
            self._held = Held(self.shelf.main)
        except (FileNotFoundError, NotADirectoryError):
            return None
        return self._held.read()

    def _commit(self, made: Contents) -> None:
        if made.schema > SCHEMA:
            raise NewerSchemaError(f"{self.shelf.main} was written by a newer version of reader")
        found = self._found
        data = encoded(made)
        try:
            if found and found.damaged:
                self._set_aside(found.damaged)
            self._keep_generation()
            self._write(data)
        except BaseException:
            self.forget()
            raise
        self.forget()
        self._held = Held(self.shelf.main)
        self._found = Found(made)
        self._clear_strays(found)

    def _write(self, data: bytes) -> None:
        # A note on a full disk is worth more than second copies of the others.
        replace_with_mirror(self.shelf.main, self.shelf.mirror, data, [self._generation()])

    def _generation(self) -> Path:
        return self.shelf.days / f"{date.today().isoformat()}.json"

    def _set_aside(self, data: bytes) -> None:
        make_folder(self.shelf.aside)
        name = f"{self.shelf.article}.{sha256(data).hexdigest()[:12]}.json"
        replace(self.shelf.aside / name, data)

    def _keep_generation(self) -> None:
        today = self._generation()
        if today.exists() or not self.shelf.main.exists():
            return
        for folder in (self.shelf.days.parent, self.shelf.days):
            # A generation that a power cut takes is no loss: not worth waiting for the disk.
            folder.mkdir(0o700, exist_ok=True)
        try:
            os.link(os.path.realpath(self.shelf.main), today)
        except OSError:
            replace_soon(today, read(self.shelf.main) or b"")
        for old in self.shelf.generations()[GENERATIONS:]:
            old.unlink(missing_ok=True)

    def _clear_strays(self, found: Found | None) -> None:
        for path in found.strays if found else ():
            # A copy that stays is folded in again, which changes nothing.
            with suppress(OSError):
                make_folder(self.shelf.aside)
                os.rename(path, self.shelf.aside / path.name)


def _fold_in(made: Contents, document: Mapping[str, Any]) -> bool:
    note = dict(document)
    key = _key(made, note["id"])
    mine = made.notes.get(key)
    whole = note if mine is None else fold(mine, note)
    if whole == mine:
        return False
    made.notes[key] = whole
    made.lines.pop(key, None)
    return True


def _key(made: Contents, note_id: str) -> str:
    key = key_of(note_id)
    while key in made.notes and made.notes[key].get("id") != note_id:
        key = str(int(key) + 1)
    return key
