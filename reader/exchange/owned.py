"""Which notes of an exported file say what the reader has not taken in yet."""

from collections.abc import Sequence, Set
from itertools import dropwhile, takewhile

from reader.exchange.fence import Block, Piece
from reader.exchange.footnotes import is_footnote
from reader.exchange.incoming import edits_in
from reader.exchange.note_block import quote_block
from reader.exchange.note_text import flavour_of
from reader.exchange.old_file import OldFile
from reader.exchange.outline_note import outline_quote
from reader.exchange.taken import state, taken
from reader.notes.annotation import Annotation
from reader.notes.document import annotation_of


def owned_notes(old: OldFile, new: Sequence[Piece], file: str, torn: Set[str]) -> frozenset[str]:
    """The notes whose blocks stay as they are, by their ids.

    Args:
        old: the file as it stands.
        new: what is to be written.
        file: what the file is known by; empty where nothing can have been taken in from it.
        torn: notes with texts to choose from: until then their blocks stay.
    """
    notes = {piece.note.id: piece.note for piece in new if piece.note and piece.text}
    return frozenset(
        block.note
        for block in old.blocks
        if block.note and _is_owned(old, block, notes.get(block.note), file, torn)
    )


def _is_owned(
    old: OldFile, block: Block, note: Annotation | None, file: str, torn: Set[str]
) -> bool:
    base = annotation_of(dict(old.records[block.note]["note"]))
    seen = taken(note, file, base.rev) if note and block.note not in old.copied else None
    if seen is None:
        return old.is_edited(block)
    # An edit that was taken in gives way to what the note says now; one undone there is news.
    is_known = state(base, dict(edits_in(old, block, base))) == seen
    return not is_known or block.note in torn or not _has_its_quote(block, base)


def _has_its_quote(block: Block, base: Annotation) -> bool:
    # Nothing takes an edited quote in, so that it has to stay.
    if is_footnote(block.text):
        return True
    is_outline = flavour_of(block.text, base.id) == "logseq"
    exact = base.anchor.exact
    quote = outline_quote(exact) if is_outline else quote_block(exact).split("\n")
    lines = dropwhile(lambda each: each[:1] != ">", map(str.strip, block.text.split("\n")))
    return list(takewhile(lambda each: each[:1] == ">", lines)) == quote
