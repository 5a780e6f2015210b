"""Reading an article's notes from all the copies there are, so that damage to one loses nothing."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from errno import EISDIR
from pathlib import Path
from weakref import finalize

from reader.notes.document import Document
from reader.notes.files import Signature, signature
from reader.notes.layout import (
    HEADER,
    NOTES,
    SCHEMA,
    Contents,
    UnreadableError,
    decoded,
    salvaged,
)
from reader.notes.merge import fold
from reader.notes.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Found:
    """What the copies of an article's notes hold together."""

    contents: Contents
    """The notes of all copies, folded."""
    mend: bool = False
    """Whether the note file does not say so itself yet."""
    damaged: bytes = b""
    """The note file as it was, where it was damaged or of an older form."""
    strays: Sequence[Path] = ()
    """The synchroniser's copies that are folded in."""
    notices: Sequence[str] = ()
    """What the user should be told."""


class Held:
    """A file that was read, held open: while it is, its inode is not given to another file."""

    def __init__(self, path: Path) -> None:
        if path.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))
        self._handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        # Whoever forgets to close does not keep a descriptor for good.
        self._close = finalize(self, os.close, self._handle)
        self._close.atexit = False
        self.signature: Signature = signature(os.fstat(self._handle))

    def read(self) -> bytes:
        """The whole file."""
        with os.fdopen(os.dup(self._handle), "rb") as file:
            file.seek(0)
            return file.read()

    def close(self) -> None:
        """Let go of the file."""
        self._close()


def gathered(shelf: Shelf, main: bytes | None) -> Found:
    """Read the copies beside `main`, the bytes of the note file where there is one."""
    mirror = read(shelf.mirror)
    strays = [path for path in shelf.strays() if not _is_newer(path)]
    if main is None and mirror is None and not strays and not shelf.days.exists():
        return Found(empty(shelf.article))
    if main is not None:
        with suppress(UnreadableError):
            contents = decoded(main)
            if contents.schema > SCHEMA:
                return Found(contents)
            if main == mirror and not strays and contents.schema == SCHEMA:
                return Found(contents)
    return _folded(shelf, main, mirror, strays)


def current(shelf: Shelf) -> Contents:
    """The notes for one who only reads: the note file where it is sound, else all copies."""
    main = read(shelf.main)
    with suppress(UnreadableError):
        if main is not None:
            return decoded(main)
    return gathered(shelf, main).contents


def empty(article: str) -> Contents:
    """The contents of a file without notes."""
    return Contents({HEADER: {"1": {"schema": SCHEMA, "article": article}}, NOTES: {}}, {})


def read(path: Path) -> bytes | None:
    """The bytes of a file, or None where there is none."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def united(article: str, sources: Sequence[Contents]) -> Contents:
    """The notes of all sources folded by id, and the other tables of the first that has them."""
    whole = empty(article)
    keys: dict[str, str] = {}
    for source in sources:
        for name, rows in source.tables.items():
            if name != NOTES:
                _add_rows(whole.tables.setdefault(name, {}), rows)
        for key, document in source.notes.items():
            _add_note(whole, keys.setdefault(_identity(key, document), key), document, source)
    # What a newer version wrote is not to be written over as if it were ours.
    whole.tables[HEADER]["1"]["schema"] = max([SCHEMA, *(each.schema for each in sources)])
    return whole


def _folded(shelf: Shelf, main: bytes | None, mirror: bytes | None, strays: list[Path]) -> Found:
    notices: list[str] = []
    sources, damaged = [], b""
    if main is not None:
        contents = _sound(main)
        sources.append(contents or salvaged(main))
        damaged = main if contents is None or contents.schema < SCHEMA else b""
    second = _sound(mirror) if mirror else None
    copies = [copy for copy in (second, *map(_stray, strays)) if copy]
    if not second and (damaged or main is None):
        rest = salvaged(mirror) if mirror else None
        copies += filter(None, (rest, _newest_generation(shelf)))
    whole = united(shelf.article, [*sources, *copies])
    if main is None or _sound(main) is None:
        notices.append(_told(shelf, main, len(whole.notes)))
    unchanged = bool(sources) and not damaged and sources[0].tables == whole.tables
    return Found(whole, not unchanged or bool(strays), damaged, strays, notices)


def _told(shelf: Shelf, main: bytes | None, count: int) -> str:
    fault = "was missing" if main is None else "was damaged"
    kept = "" if main is None else f"; the damaged file is kept in {shelf.aside}"
    return f"{shelf.main} {fault}: {count} notes were recovered from its copies{kept}"


def _sound(data: bytes) -> Contents | None:
    try:
        return decoded(data)
    except UnreadableError:
        return None


def _stray(path: Path) -> Contents | None:
    data = read(path)
    return None if data is None else _sound(data) or salvaged(data)


def _is_newer(path: Path) -> bool:
    """Whether a copy is of a newer version, which will fold it in."""
    data = read(path)
    contents = _sound(data) if data else None
    return contents is not None and contents.schema > SCHEMA


def _newest_generation(shelf: Shelf) -> Contents | None:
    copies = (_sound(data) for data in map(read, shelf.generations()) if data)
    return next(filter(None, copies), None)


def _identity(key: str, document: Document) -> str:
    note_id = document.get("id")
    return f"id {note_id}" if isinstance(note_id, str) else f"key {key}"


def _add_rows(rows: dict[str, Document], more: dict[str, Document]) -> None:
    for key, row in more.items():
        rows[key] = {**row, **rows.get(key, {})}


def _add_note(whole: Contents, key: str, document: Document, source: Contents) -> None:
    mine = whole.notes.get(key)
    made = document if mine is None else fold(mine, document)
    if made is mine:
        return
    whole.notes[key] = made
    whole.lines.pop(key, None)
    if made is document and key in source.lines:
        whole.lines[key] = source.lines[key]
