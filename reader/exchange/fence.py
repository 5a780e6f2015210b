"""The last comment of an exported file: what was exported, for a later export or import to know.

It lets them tell what the reader has written, changed, moved and removed.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from reader.loading.exports import MARK
from reader.notes.annotation import Annotation
from reader.notes.document import fields_document

Record = Mapping[str, Any]
TAKEN = "taken"
"""The field in which a note remembers what was taken in from files; it stays here."""
# What HTML, Markdown or an outliner might take notice of, even within a comment.
_ODD = "<>&%$#^:`~*_[]{}()|="
_ODDER = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the file between empty lines, of our making."""

    text: str
    """The lines, without the empty ones around them."""
    note: Annotation | None = None
    """The note that it shows, where it shows one; without a text it is shown by its highlight."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a file: a note's block, or a paragraph between two."""

    text: str
    """Its lines, without the empty ones around them."""
    note: str = ""
    """The id of the note that it shows; empty for a paragraph."""


def fingerprint(text: str) -> str:
    """A short digest of a piece's text."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def note_record(note: Annotation, digest: str) -> Record:
    """What the comment keeps of a note: all its fields, and the digest of its piece."""
    return {"text": digest, "note": note_fields(note)}


def note_fields(note: Annotation) -> dict[str, Any]:
    """All fields of a note as JSON; empty ones of ours are left out."""
    fields = {name: getattr(note, name) for name in Annotation.__slots__ if name != "extra"}
    told = {key: value for key, value in fields_document(fields).items() if value or value == 0}
    return {**told, **{key: value for key, value in note.extra.items() if key != TAKEN}}


def marks_of(pieces: Sequence[Piece]) -> list[Record]:
    """What the comment keeps of the notes that are shown by their highlights alone."""
    return [{"mark": note_fields(each.note)} for each in pieces if each.note and not each.text]


def tail(records: Sequence[Record], lines: Sequence[str]) -> str:
    """The last comment: one JSON object a line."""
    made = [*records, {"lines": list(lines)}]
    rows = _calm("\n".join(json.dumps(row, ensure_ascii=False) for row in made))
    return f"{MARK}Kept for reader import: please leave as it is.\n{rows}\n-->\n"


def _calm(rows: str) -> str:
    """JSON with the odd characters of its strings as escapes, all at once: there may be many."""
    quote, backslash = map(_escape, '"\\')
    parts = rows.replace("\\\\", backslash).replace('\\"', quote).split('"')
    strings = "\0".join(parts[1::2])
    for char in _ODD:
        strings = strings.replace(char, _escape(char))
    parts[1::2] = _ODDER.sub(lambda match: _escape(match[0]), strings).split("\0")
    return '"'.join(parts).replace(quote, '\\"').replace(backslash, "\\\\")


def _escape(char: str) -> str:
    return f"\\u{ord(char):04x}"
