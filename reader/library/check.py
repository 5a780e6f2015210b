"""What may be amiss with the library's files, and mending it."""

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from reader.article import Article, Block
from reader.library.catalogue import Library
from reader.library.shelf import RowFile
from reader.notes.doctor import Finding, articles
from reader.notes.glance import glance
from reader.notes.shelf import Shelf
from reader.notes.store import notes_folder
from reader.notes.texts import kept_text

_INDEXES = ("library.words", "library.names")
_UNLISTED = "the library does not have the article"


def examine(directory: Path) -> list[Finding]:
    """Check the library and its indexes in a data directory, and mend what can be mended."""
    return [*_rows(directory), *_indexes(directory), *_unlisted(directory)]


def _rows(directory: Path) -> Iterator[Finding]:
    path, file = directory / "library.json", RowFile(directory)
    if file.is_damaged:
        fault = "the library is damaged" if path.exists() else "the library is missing"
    elif not file.is_mirrored:
        fault = "its mirror differs"
    else:
        return
    count = len(file.rows())
    remedy = f"mended: {count} {'article' if count == 1 else 'articles'}"
    yield Finding(path, fault, remedy if file.mend() else "")


def _indexes(directory: Path) -> Iterator[Finding]:
    for path in (directory / name for name in _INDEXES):
        if path.exists() and not _is_sound(path):
            remedy = ""
            with suppress(OSError):
                path.unlink()
                remedy = "removed; it is made again as articles are opened"
            yield Finding(path, "the index is damaged", remedy)


def _unlisted(directory: Path) -> Iterator[Finding]:
    """Articles that have notes and are not in the library, as where that was lost."""
    library = Library(directory)
    for article in articles(notes_folder(directory)):
        if library.entry(article) is None and (text := _noted_text(directory, article)):
            is_added = library.add([(Article(text, [Block("paragraph", 0, len(text))]), article)])
            remedy = "taken in, with the text that the notes were made on" if is_added else ""
            yield Finding(Shelf(notes_folder(directory), article).main, _UNLISTED, remedy)


def _noted_text(directory: Path, article: str) -> str:
    """The text that the latest note was made on; empty where it is not kept."""
    with suppress(OSError):
        notes = glance(directory, article).annotations
        for note in sorted(notes, key=lambda note: note.modified, reverse=True):
            if text := kept_text(directory, note.anchor.digest):
                return text
    return ""


def _is_sound(path: Path) -> bool:
    from sqlite3 import DatabaseError, OperationalError, connect

    try:
        with closing(connect(path)) as base:
            return bool(base.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except OperationalError:
        # Another process holds it, or the disk does not let us look.
        return True
    except DatabaseError:
        return False
