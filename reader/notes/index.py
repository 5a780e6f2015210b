"""The index over all articles' notes: disposable, and never a source of truth.

One line a live note: id, colour, tags, states and folded text, parted by tabs; one segment of
lines an article. A table beside it says which segment is whose and which state of the note file
it was made from. A search reads the lines as one run of bytes.
"""

import json
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.notes.annotation import Annotation
from reader.notes.document import Document, annotation_of
from reader.notes.files import make_folder, replace_soon
from reader.notes.folding import folded, plain, text_of
from reader.notes.merge import settled
from reader.notes.recovery import current
from reader.notes.shelf import Shelf, note_files
from reader.notes.store import notes_folder

_ENCODING = ("utf-8", "surrogatepass")
_FORM, _SAMPLE = 1, 1_000_000


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of the notes; empty fields ask nothing."""

    text: str = ""
    """Words that all stand in the note's text, quote or tags, in any case."""
    tag: str = ""
    """A tag, in any case."""
    state: str = ""
    """The ISO 3166-1 code of a state that the note links to."""
    colour: str = ""
    """The colour."""
    article: str = ""
    """The article's id."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A note that was found."""

    article: str
    """The article's id."""
    note: str
    """The note's id."""


@dataclass(frozen=True, slots=True)
class _Segment:
    article: str
    state: tuple[int, ...]
    start: int
    end: int


class NoteIndex:
    """The index of one folder of notes.

    Args:
        folder: the folder of all articles' notes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines = b""
        self._segments: dict[str, _Segment] = {}

    def refresh(self) -> None:
        """Bring the index up to date with the note files, on the disk where it can be written."""
        if not self._segments:
            self._read()
        files = dict(note_files(self.folder))
        stale = [name for name, state in files.items() if self._state(name) != state]
        gone = self._segments.keys() - files.keys()
        if not stale and not gone:
            return
        parts, start = [], 0
        segments: dict[str, _Segment] = {}
        for name in sorted(files):
            old = self._segments.get(name)
            if old and old.state == files[name]:
                part = self._lines[old.start : old.end]
            else:
                part = _lines(self.folder, name)
            parts.append(part)
            segments[name] = _Segment(name, files[name], start, start := start + len(part))
        self._lines, self._segments = b"".join(parts), segments
        with suppress(OSError):
            self._write()

    def is_sound(self) -> bool:
        """Whether the index on the disk, if any, says of each file what the file said then."""
        if not self.path.exists():
            return True
        self._read()
        files = dict(note_files(self.folder))
        known = [each for name, each in self._segments.items() if each.state == files.get(name)]
        return bool(self._segments) and all(
            self._lines[each.start : each.end] == _lines(self.folder, each.article)
            for each in known
        )

    def rebuild(self) -> None:
        """Make the index afresh from the note files."""
        self._lines, self._segments = b"", {}
        with suppress(OSError):
            self.path.unlink()
        self.refresh()

    def find(self, query: Query) -> Iterator[Hit]:
        """The notes that answer `query`, in the order of their articles' ids."""
        words = [folded(word) for word in query.text.split()]
        exact = [part for part in _parts(query) if part]
        needles = [part.encode(*_ENCODING) for part in (*words, *exact)]
        # The rarest part leaves the fewest lines to look at; a sample tells which that is.
        rarest = min(needles, key=self._frequency, default=b"\n")
        segments = sorted(self._segments.values(), key=lambda each: each.start)
        starts = [each.start for each in segments]
        for line, at in self._lines_with(rarest):
            if not all(map(line.__contains__, needles)):
                continue
            fields = line.split(b"\t", 4)
            if _answers(fields, words, query):
                article = segments[bisect_right(starts, at) - 1].article
                if query.article in ("", article):
                    yield Hit(article, fields[0].decode(*_ENCODING))

    def _frequency(self, needle: bytes) -> tuple[int, int]:
        return self._lines.count(needle, 0, _SAMPLE), -len(needle)

    def _lines_with(self, needle: bytes) -> Iterator[tuple[bytes, int]]:
        lines, at = self._lines, 0
        while (at := lines.find(needle, at)) >= 0:
            start = lines.rfind(b"\n", 0, at) + 1
            end = lines.find(b"\n", at)
            yield lines[start:end], start
            at = end + 1

    def _state(self, name: str) -> tuple[int, ...] | None:
        segment = self._segments.get(name)
        return segment.state if segment else None

    @property
    def path(self) -> Path:
        """The index file."""
        return self.folder / ".index"

    def _read(self) -> None:
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            with open(self.path, "rb") as file:
                table = file.readline()
                parsed = json.loads(table)
                # A read behind a line would copy the whole once more.
                self._lines = os.pread(file.fileno(), parsed["size"], len(table))
            if parsed["form"] == _FORM and parsed["size"] == len(self._lines):
                rows = parsed["segments"].items()
                self._segments = {
                    name: _Segment(name, tuple(row[:-2]), row[-2], row[-1]) for name, row in rows
                }

    def _write(self) -> None:
        rows = {name: (*each.state, each.start, each.end) for name, each in self._segments.items()}
        table = json.dumps({"form": _FORM, "size": len(self._lines), "segments": rows})
        make_folder(self.folder)
        replace_soon(self.path, table.encode() + b"\n" + self._lines)


def search_notes(directory: Path, query: Query, limit: int | None = None) -> list[Annotation]:
    """The live notes of all articles that answer `query`, by article and place.

    Args:
        directory: the data directory.
        query: what is asked.
        limit: the greatest number of notes; None for all.
    """
    index = NoteIndex(notes_folder(directory))
    index.refresh()
    wanted: dict[str, set[str]] = {}
    for number, hit in enumerate(index.find(query)):
        if number == limit:
            break
        wanted.setdefault(hit.article, set()).add(hit.note)
    return [note for article, ids in wanted.items() for note in _notes(index.folder, article, ids)]


def _notes(folder: Path, article: str, ids: set[str]) -> list[Annotation]:
    found = (doc for doc in _documents(folder, article) if doc["id"] in ids)
    notes = [annotation_of(settled(document)) for document in found]
    return sorted(notes, key=lambda note: (note.anchor.start, note.anchor.end, note.id))


def _documents(folder: Path, article: str) -> list[Document]:
    """Those of one article; none where its file cannot be read, for the others can."""
    try:
        notes = current(Shelf(folder, article)).notes.values()
    except OSError:
        return []
    return [note for note in notes if isinstance(note.get("id"), str)]


def _lines(folder: Path, article: str) -> bytes:
    return b"".join(
        _line(annotation_of(settled(document)))
        for document in _documents(folder, article)
        if not document.get("deleted")
    )


def _line(note: Annotation) -> bytes:
    states = (link.target for link in note.links if link.kind == "state")
    fields = (plain(note.id), note.colour, _list(note.tags), _list(states), text_of(note))
    return "\t".join(fields).encode(*_ENCODING) + b"\n"


def _answers(fields: list[bytes], words: Iterable[str], query: Query) -> bool:
    text = fields[4]
    return (
        all(word.encode(*_ENCODING) in text for word in words)
        and (not query.colour or fields[1] == query.colour.encode())
        and (not query.tag or _item(query.tag) in fields[2].decode(*_ENCODING))
        and (not query.state or _item(query.state) in fields[3].decode(*_ENCODING))
    )


def _parts(query: Query) -> tuple[str, ...]:
    colour = f"\t{query.colour}\t" if query.colour else ""
    return query.tag and _item(query.tag), query.state and _item(query.state), colour


def _list(items: Iterable[str]) -> str:
    return "".join(_item(item) for item in items)


def _item(item: str) -> str:
    return f"\x1f{folded(item)}\x1f"
