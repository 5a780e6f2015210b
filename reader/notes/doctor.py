"""The doctor: looks at every note file and its copies, says what it found, and mends it."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from reader.notes.index import NoteIndex
from reader.notes.layout import HEADER, SCHEMA, UnreadableError, decoded
from reader.notes.merge import successor
from reader.notes.recovery import gathered, read
from reader.notes.shelf import Shelf, original_of
from reader.notes.store import ArticleStore, notes_folder
from reader.notes.texts import kept_text, texts_folder

_STALE = 3600.0
"""Seconds after which a scratch file belongs to no living writer."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was not as it should be."""

    path: Path
    """The file."""
    fault: str
    """What was wrong."""
    remedy: str = ""
    """What was done about it; empty where nothing could be."""


def examine(directory: Path) -> list[Finding]:
    """Check all notes, texts and the index of a data directory, and mend what can be mended."""
    folder = notes_folder(directory)
    found = [each for article in articles(folder) for each in _article(folder, article)]
    found += _scratch(folder)
    found += _texts(directory)
    found += _index(folder)
    return found


def articles(folder: Path) -> list[str]:
    """The ids of the articles that have notes, or had: a copy is enough."""
    names = {path.stem for place in (folder, folder / ".mirror") for path in place.glob("*.json")}
    names |= {path.name for path in folder.glob(".days/*") if path.is_dir()}
    return sorted(name for name in names if original_of(name) not in names)


def generations(directory: Path, article: str) -> list[Path]:
    """The daily generations of an article's notes, the newest first."""
    return Shelf(notes_folder(directory), article).generations()


@dataclass(frozen=True, slots=True)
class KeptNotes:
    """What a note file or a copy of one holds."""

    article: str
    """The id of the article; empty where the file does not say."""
    count: int
    """How many notes, without those in the trash."""


def kept_notes(path: Path) -> KeptNotes:
    """What a note file holds.

    Raises:
        OSError: it cannot be read.
        UnreadableError: it is not a note file.
    """
    contents = decoded(path.read_bytes())
    header = contents.tables.get(HEADER, {}).get("1", {})
    count = sum(not note.get("deleted") for note in contents.notes.values())
    return KeptNotes(str(header.get("article", "")), count)


def restore(directory: Path, article: str, source: Path) -> int:
    """Bring every note back to what `source`, a generation or another copy, says; counts them.

    Notes that `source` does not have stay. What is replaced stays in the notes' past.

    Raises:
        OSError: a file cannot be read or written.
        UnreadableError: `source` is not a note file.
    """
    store = ArticleStore(notes_folder(directory), article)
    try:
        current = store.load()
        changed = []
        for old in decoded(source.read_bytes()).notes.values():
            mine = current.get(old.get("id", ""))
            if mine is None:
                changed.append(old)
            elif fields := _differences(mine, old):
                changed.append(successor(mine, fields))
        if changed:
            store.save(changed)
        return len(changed)
    finally:
        store.close()


_KEPT = frozenset({"id", "article", "created", "modified", "rev", "past", "conflicts"})


def _differences(mine: dict[str, object], old: dict[str, object]) -> dict[str, object]:
    return {k: v for k, v in old.items() if k not in _KEPT and mine.get(k) != v}


def _article(folder: Path, article: str) -> Iterator[Finding]:
    shelf = Shelf(folder, article)
    try:
        main, mirror = read(shelf.main), read(shelf.mirror)
        found = gathered(shelf, main)
    except OSError as error:
        yield Finding(shelf.main, f"it cannot be read: {error}")
        return
    if found.contents.schema > SCHEMA:
        yield Finding(shelf.main, "it was written by a newer version of reader; it is only read")
        return
    faults = [*_faults(main, mirror), *(f"a copy lies beside it: {p.name}" for p in found.strays)]
    if not faults and main == mirror:
        return
    remedy = _mended(shelf)
    for fault in faults or ["its mirror differs"]:
        yield Finding(shelf.main, fault, remedy)


def _faults(main: bytes | None, mirror: bytes | None) -> Iterator[str]:
    for name, data in (("the file", main), ("its mirror", mirror)):
        if data is None:
            yield f"{name} is missing"
            continue
        try:
            decoded(data)
        except UnreadableError as error:
            yield f"{name} is damaged ({error})"


def _mended(shelf: Shelf) -> str:
    store = ArticleStore(shelf.folder, shelf.article)
    try:
        return f"mended: {len(store.mend())} notes"
    except OSError:
        return ""
    finally:
        store.close()


def _scratch(folder: Path) -> Iterator[Finding]:
    for place in (folder, *(path for path in folder.glob(".*") if path.is_dir())):
        for path in place.glob(".*.tmp"):
            with suppress(FileNotFoundError):
                if time.time() - path.stat().st_mtime > _STALE:
                    remedy = _tried(path.unlink, "removed")
                    yield Finding(path, "a broken-off write left it", remedy)


def _texts(directory: Path) -> Iterator[Finding]:
    for path in sorted(texts_folder(directory).glob("*.z")):
        if kept_text(directory, path.stem) is None:
            remedy = _tried(partial(path.rename, path.with_suffix(".damaged")), "set aside")
            yield Finding(path, "the text is not what its name says", remedy)


def _tried(deed: Callable[[], object], remedy: str) -> str:
    """The remedy, where the disk lets us."""
    try:
        deed()
    except FileNotFoundError:
        raise
    except OSError:
        return ""
    return remedy


def _index(folder: Path) -> Iterator[Finding]:
    index = NoteIndex(folder)
    if index.is_sound():
        return
    index.rebuild()
    remedy = "rebuilt" if NoteIndex(folder).is_sound() else ""
    yield Finding(index.path, "the index was damaged or out of date", remedy)
