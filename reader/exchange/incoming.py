"""What the owner of an exported Markdown file changed in it, as changes to notes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reader.exchange.fence import Block
from reader.exchange.format import ExchangeError
from reader.exchange.note_text import exported_text, flavour_of, found_text, parse_tags
from reader.exchange.old_file import OldFile, parse_file
from reader.notes.annotation import Annotation
from reader.notes.document import annotation_of


@dataclass(frozen=True, slots=True)
class NoteChange:
    """One note of a file, and what is to become of it."""

    note: Annotation
    """As it was exported."""
    fields: Mapping[str, Any]
    """The fields that were edited, with their new values; none where it stands as exported."""
    is_removed: bool = False
    """Whether its block was taken away."""
    is_copied: bool = False
    """Whether the file shows it more than once."""


def note_changes(text: str) -> list[NoteChange]:
    """Every note of an exported file, in the file's order, the removed ones last.

    Raises:
        ExchangeError: the file was not written by an export, or its last comment is spoilt.
    """
    old = parse_file(text)
    if old is None:
        raise ExchangeError("this is no export of reader, or its last comment is gone")
    notes = {key: annotation_of(dict(record["note"])) for key, record in old.records.items()}
    shown = [
        NoteChange(
            notes[block.note],
            dict(edits_in(old, block, notes[block.note])),
            is_copied=block.note in old.copied,
        )
        for block in old.blocks
        if block.note
    ]
    marks = (NoteChange(annotation_of(dict(mark)), {}) for mark in old.marks)
    removed = (NoteChange(notes[note], {}, is_removed=True) for note in old.removed)
    return [*shown, *marks, *removed]


def edits_in(old: OldFile, block: Block, note: Annotation) -> Iterator[tuple[str, Any]]:
    """The fields of a note that were edited in its block, with their new values."""
    if not old.is_edited(block):
        return
    flavour = flavour_of(block.text, note.id)
    found, exported = found_text(block.text, note.id, flavour), exported_text(note, flavour)
    if found.tags != exported.tags:
        yield "tags", parse_tags(found.tags, flavour, note.tags)
    # Where words were changed all over the file, our own copy of them was changed too.
    if found.body != exported.body or found.tags == exported.tags:
        yield "body", found.body
