"""Sessions of the articles in the library, whether their sources can still be had or not."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from reader.cli.failure import NOTHING_FOUND, Failure
from reader.cli.printing import tell
from reader.cli.read import open_session
from reader.config import data_dir
from reader.library import Entry, Library
from reader.notes.doctor import articles
from reader.notes.glance import glance
from reader.notes.index import NoteIndex, Query
from reader.notes.notebook import open_notebook
from reader.notes.shelf import note_files, original_of
from reader.notes.store import notes_folder
from reader.session import Session
from reader.shelved import shelved_article


def sessions(given: Namespace, wanted: Query | None = None) -> Iterator[Session]:
    """The session of the source that is named, or one for each article that has notes.

    Args:
        given: the arguments.
        wanted: where several articles are asked for, only those with notes that answer it.
    """
    if given.source:
        yield open_session(given)
        return
    data = data_dir(given.data_dir)
    ids = _answering(notes_folder(data), wanted) if wanted else None
    for entry in _entries(data):
        if ids is not None and entry.id not in ids:
            continue
        try:
            notebook = open_notebook(data, entry.id)
        except OSError as error:
            tell([f"the notes on {entry.title or entry.id} cannot be read: {error}"])
            continue
        with closing(notebook):
            if notebook.annotations:
                article = shelved_article(entry, notebook.annotations, data)
                session = Session(article, data, given.as_of)
                session.id = entry.id
                session.notebook = notebook
                yield session


def _answering(folder: Path, wanted: Query) -> set[str]:
    """The articles with notes that answer, and those whose notes the index may not know."""
    index = NoteIndex(folder)
    index.refresh()
    copied = {original_of(path.stem) for path in folder.glob("*.json")}
    unsound = {*articles(folder)}.difference(name for name, _ in note_files(folder))
    return {hit.article for hit in index.find(wanted)} | copied | unsound


def _entries(data: Path) -> Iterator[Entry]:
    """The articles of the library, and those with notes that it has never heard of."""
    library = Library(data)
    tell(library.notices())
    yield from library.entries()
    for article in articles(notes_folder(data)):
        if library.entry(article) is None:
            yield Entry({"id": article})


def find_source(source: str, data: Path, at: str) -> str:
    """What to open for a source that is no file: the article of that id, or of the note `at`."""
    library = Library(data)
    entry = library.entry(source) if source else None
    if entry is None and at and not Path(source).exists():
        entry = next((each for each in library.entries() if _has(each, at, data)), None)
        if entry is None and not source:
            raise Failure(f"there is no note {at!r}", NOTHING_FOUND)
    return entry.place if entry else source


def _has(entry: Entry, note_id: str, data: Path) -> bool:
    with suppress(OSError):
        return any(note.id == note_id for note in glance(data, entry.id).all)
    return False
