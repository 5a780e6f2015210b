"""An exported Markdown file brought up to date around what its owner wrote in it."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from reader.exchange.document import ExportDocument
from reader.exchange.fence import Block, Piece, Record, marks_of, note_record
from reader.exchange.format import ExportOptions
from reader.exchange.layout import Layout
from reader.exchange.markdown import fields, pieces
from reader.exchange.note_block import NoteText
from reader.exchange.note_text import flavour_of, found_text
from reader.exchange.old_file import OldFile
from reader.exchange.owned import owned_notes


@dataclass(frozen=True, slots=True)
class Merged:
    """A file brought up to date."""

    text: str
    """What the file should hold now."""
    edited: tuple[str, ...] = ()
    """The notes whose blocks the owner edited; they stand as edited."""
    removed: tuple[str, ...] = ()
    """The notes whose blocks the owner took away; they stay away."""
    requoted: tuple[str, ...] = ()
    """The notes of whose blocks the owner edited the quote or the details alone."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of the new file."""

    key: str
    """A note's id, or the digest of a paragraph of ours; empty for what is the owner's."""
    text: str
    record: Record | None = None


def merge(old: OldFile, document: ExportDocument, options: ExportOptions, file: str = "") -> Merged:
    """Bring an old file up to date: the owner's words, edits, order and removals stay.

    Args:
        file: what it is known by; an edit that was taken in from it gives way.
    """
    new = list(pieces(document, options))
    return merge_pieces(old, new, fields(document), file, document.torn)


def merge_pieces(
    old: OldFile,
    new: Sequence[Piece],
    known: Mapping[str, Any],
    file: str = "",
    torn: Set[str] = frozenset(),
) -> Merged:
    """The same for any pieces, what the head of the file is to say, and the notes in conflict."""
    made = [_part(piece, old.layout) for piece in new if piece.text]
    by_key = {part.key: part for part in made}
    owned = owned_notes(old, new, file, torn)
    kept = list(_kept(old, by_key, owned))
    away = {*old.removed, *old.removed_lines}
    parts = _with_new(kept, [part for part in made if part.key not in away])
    edited = [
        block
        for block in old.blocks
        if block.note in owned and not _is_same(old.layout, block, by_key.get(block.note))
    ]
    told = [block.note for block in edited if _says_more(block, by_key.get(block.note))]
    head = old.layout.merged(old.front, old.layout.head(known))
    return Merged(
        _file(old, head, parts, marks_of(new), old.removed_lines & by_key.keys()),
        tuple(told),
        tuple(note for note in old.removed if note in by_key),
        tuple(block.note for block in edited if block.note not in told),
    )


def _says_more(block: Block, part: _Part | None) -> bool:
    """Whether the words or tags of a block are not those of the note."""
    return part is None or _told(block.text, block.note) != _told(part.text, block.note)


def _told(text: str, note: str) -> NoteText:
    return found_text(text, note, flavour_of(text, note))


def _part(piece: Piece, layout: Layout) -> _Part:
    digest = layout.digest(piece.text)
    if piece.note is None:
        return _Part(digest, piece.text)
    return _Part(piece.note.id, piece.text, note_record(piece.note, digest))


def _is_same(layout: Layout, block: Block, part: _Part | None) -> bool:
    return part is not None and layout.digest(part.text) == layout.digest(block.text)


def _kept(old: OldFile, made: Mapping[str, _Part], owned: Set[str]) -> Iterator[_Part]:
    for block in old.blocks:
        new = made.get(block.note or old.layout.digest(block.text))
        if new and _is_same(old.layout, block, new):
            # As we would write it: an edit that was taken in is one no longer.
            yield replace(new, text=block.text)
        elif block.note in owned:
            # With its old record, so that it is known as edited until it is imported.
            yield _Part(block.note, block.text, old.records[block.note])
        elif block.note or old.is_ours(block):
            if new:
                yield new
        else:
            yield _Part("", block.text)


def _with_new(parts: Sequence[_Part], made: Sequence[_Part]) -> list[_Part]:
    # What is new stands behind what it follows in a new export.
    where: defaultdict[str, deque[int]] = defaultdict(deque)
    for number, part in enumerate(parts):
        where[part.key].append(number)
    new: defaultdict[int, list[_Part]] = defaultdict(list)
    at = 0
    for part in made:
        if where[part.key]:
            at = where[part.key].popleft() + 1
        else:
            new[at].append(part)
    together = list(new[0])
    for number, part in enumerate(parts, start=1):
        together += [part, *new[number]]
    return together


def _file(
    old: OldFile,
    head: str,
    parts: Sequence[_Part],
    marks: Sequence[Record],
    away: frozenset[str],
) -> str:
    records = [part.record for part in parts if part.record]
    records += [*(old.records[note] for note in old.removed), *marks]
    lines = [part.key for part in parts if part.key and not part.record]
    end = old.layout.tail(records, [*lines, *sorted(away)])
    text = old.layout.file(head, [part.text for part in parts], end)
    return f"{text}{old.layout.joint[1:]}{old.after}\n" if old.after else text
