"""What was last taken in of a note from an exported file: the state that later edits are made on.

It is kept with the note, for each file by itself, and never leaves in an export.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader.exchange.fence import TAKEN, fingerprint
from reader.notes.annotation import Annotation

_MOST = 8


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file says of a note."""

    rev: int
    """The revision of the note that was exported to it."""
    body: str
    """The digest of the words."""
    tags: tuple[str, ...]
    """The tags."""


def file_key(path: Path) -> str:
    """What a file is known by, wherever it is named from."""
    return fingerprint(os.path.realpath(path))


def state(base: Annotation, edits: Mapping[str, Any]) -> Taken:
    """What a file says that was exported with `base`, and edited since."""
    body, tags = edits.get("body", base.body), edits.get("tags", base.tags)
    return Taken(base.rev, fingerprint(body), tuple(tags))


def taken(note: Annotation, file: str, rev: int) -> Taken | None:
    """What was last taken in of a note from a file that holds a revision; None for nothing."""
    row = _held(note).get(file)
    if not isinstance(row, Mapping) or row.get("rev") != rev:
        return None
    body, tags = row.get("body"), row.get("tags")
    if not isinstance(body, str) or not isinstance(tags, list):
        return None
    return Taken(rev, body, tuple(map(str, tags)))


def with_taken(note: Annotation, file: str, told: Taken) -> dict[str, Any]:
    """The field that a note remembers it in; the files that were read last stay known."""
    others = [(key, row) for key, row in _held(note).items() if key != file]
    row = {"rev": told.rev, "body": told.body, "tags": list(told.tags)}
    return {TAKEN: dict([*others, (file, row)][-_MOST:])}


def _held(note: Annotation) -> Mapping[str, Any]:
    held = note.extra.get(TAKEN)
    return held if isinstance(held, Mapping) else {}
