"""The bytes of a note file: plain TinyDB JSON with one note a line, and how to read them back.

The table `header` says which schema the file follows; the table `_default` holds the notes, each
under a number that follows from its id. So two copies name a note alike, new notes are spread
over the file where line-based merges seldom collide, and one changed note is one changed line.
"""

import json
import re
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, TypeAlias

from reader.notes.document import Document
from reader.notes.merge import fold

SCHEMA = 1
"""The version of the form that this program writes."""
NOTES = "_default"
"""The table of the notes: the one that TinyDB opens unasked."""
HEADER = "header"
"""The table with the one row that says what the file is."""

Tables: TypeAlias = dict[str, dict[str, Document]]

# Controls, marks that reorder or hide text, lone surrogates, non-characters and tags.
_HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)


class UnreadableError(ValueError):
    """The bytes are not a note file."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a note file holds."""

    tables: Tables
    """The tables as TinyDB sees them, the header's apart from the rest."""
    lines: dict[str, bytes]
    """The notes' lines as they stand in the file, by key; a key that is missing must be written."""

    @property
    def notes(self) -> dict[str, Document]:
        """The documents by their key in the table."""
        return self.tables.setdefault(NOTES, {})

    @property
    def schema(self) -> int:
        """The version of the form; 0 for a file without a header."""
        header = self.tables.get(HEADER, {}).get("1", {})
        schema = header.get("schema") if isinstance(header, dict) else 0
        return schema if isinstance(schema, int) else 0


def key_of(note_id: str) -> str:
    """The number under which a note stands in its table."""
    return str(
        int.from_bytes(blake2b(note_id.encode(errors="surrogatepass"), digest_size=7).digest())
    )


def line_of(key: str, document: Document) -> bytes:
    """A note's line, without the comma and the line feed; hostile code points are escaped."""
    return f'"{key}": {escaped_json(document)}'.encode()


def escaped_json(value: Any) -> str:
    """JSON in which hostile code points are escaped: safe in a file that is shown in a terminal."""
    text = json.dumps(value, ensure_ascii=False)
    return _HOSTILE.sub(_escape, text) if not text.isascii() or "\x7f" in text else text


def encoded(contents: Contents) -> bytes:
    """The file; lines that `contents` lacks are added to it."""
    lines = contents.lines
    for key, document in contents.notes.items():
        if key not in lines:
            lines[key] = line_of(key, document)
    rest = {name: rows for name, rows in contents.tables.items() if name != NOTES}
    head = "".join(f'"{name}": {escaped_json(rows)},\n' for name, rows in rest.items())
    body = b",\n".join(lines[key] for key in sorted(contents.notes, key=int))
    return b"{" + head.encode() + b'"_default": {\n' + body + b"\n}}\n"


def decoded(data: bytes) -> Contents:
    """The contents of a file.

    Raises:
        UnreadableError: the bytes are not JSON, or not the tables of a TinyDB file.
    """
    try:
        tables = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(str(error)) from error
    if not isinstance(tables, dict) or NOTES not in tables:
        raise UnreadableError("it holds no table of notes")
    for rows in tables.values():
        if not isinstance(rows, dict) or not all(isinstance(row, dict) for row in rows.values()):
            raise UnreadableError("it does not hold tables of documents")
    if not all(key.isdecimal() for key in tables[NOTES]):
        raise UnreadableError("its notes are not numbered")
    notes: dict[str, Any] = tables[NOTES]
    found = _note_lines(data)
    if found.count > len(notes):
        raise UnreadableError("it holds a note twice")
    whole = list(found.lines) == list(notes)
    return Contents(tables, found.lines if whole else {})


def salvaged(data: bytes) -> Contents:
    """Every note of a damaged file whose line is whole; two lines of one note are folded."""
    notes: dict[str, Document] = {}
    for line in data.split(b"\n"):
        try:
            row = json.loads(b"{" + line.strip().strip(b",") + b"}")
        except (ValueError, RecursionError):
            continue
        for key, document in row.items():
            if key.isdecimal() and isinstance(document, dict) and "id" in document:
                notes[key] = fold(notes[key], document) if key in notes else document
    return Contents({HEADER: {}, NOTES: notes}, {})


@dataclass(frozen=True, slots=True)
class _Lines:
    lines: dict[str, bytes]
    count: int


def _note_lines(data: bytes) -> _Lines:
    kept = [line.rstrip(b",\r") for line in data.split(b"\n") if _NOTE_LINE.match(line)]
    return _Lines({line[1 : line.index(b'"', 1)].decode(): line for line in kept}, len(kept))


_NOTE_LINE = re.compile(rb'"\d+": \{.*\},?\r?$')


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1] if match[0] != "\x7f" else "\\u007f"
