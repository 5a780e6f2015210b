"""How an exported Markdown file is laid out: its head, its blocks, and how they are told apart."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reader.exchange.fence import Block, Piece, Record, fingerprint, marks_of, note_record, tail
from reader.exchange.frontmatter import (
    merged_front_matter,
    parse_front_matter,
    render_front_matter,
    split_front_matter,
)
from reader.exchange.note_block import START


@dataclass(frozen=True, slots=True)
class Layout:
    """One way to lay a file out."""

    head: Callable[[Mapping[str, Any]], str]
    """The fields of the article as the head of a file."""
    split: Callable[[str], tuple[str, str]]
    """A file's text parted into head and body."""
    fields: Callable[[str], Mapping[str, Any]]
    """The fields of a head."""
    merged: Callable[[str, str], str]
    """An old head, which its owner may have changed, with what a new one adds to it."""
    blocks: Callable[[str, Mapping[str, Record]], Iterator[Block]]
    """A body, and the notes that it may hold by id, to the body's blocks."""
    digest: Callable[[str], str]
    """What two texts of a block share if nobody has edited one of them."""
    joint: str
    """What stands between two blocks."""
    tail: Callable[[Sequence[Record], Sequence[str]], str]
    """The last comment."""

    def file(self, head: str, blocks: Sequence[str], end: str) -> str:
        """The whole file."""
        return f"{head}\n{self.joint.join([*blocks, end])}"

    def assemble(self, head: str, pieces: Sequence[Piece]) -> str:
        """The whole file of a first export."""
        shown = [each for each in pieces if each.text]
        records = [note_record(each.note, self.digest(each.text)) for each in shown if each.note]
        lines = [self.digest(each.text) for each in shown if not each.note]
        end = self.tail([*records, *marks_of(pieces)], lines)
        return self.file(head, [each.text for each in shown], end)


def _page_blocks(body: str, records: Mapping[str, Record]) -> Iterator[Block]:
    lines = body.split("\n")
    at = 0
    while at < len(lines):
        found = START.fullmatch(lines[at].strip())
        note = found["id"] if found and found["id"] in records else ""
        end = _end_of_note(lines, at, note) if note else _end_of_paragraph(lines, at)
        text = "\n".join(lines[at:end]).strip("\n")
        if text:
            yield Block(text, note)
        at = end


def _end_of_note(lines: Sequence[str], at: int, note: str) -> int:
    # The line of details ends a block; where it is gone, the next note does.
    for number in range(at + 1, len(lines)):
        if f"--at {note}`" in lines[number]:
            return number + 1
        if START.fullmatch(lines[number].strip()):
            return number
    return len(lines)


def _end_of_paragraph(lines: Sequence[str], at: int) -> int:
    for number in range(at + 1, len(lines)):
        if START.fullmatch(lines[number].strip()) or not lines[number].strip():
            return number
    return len(lines)


PAGE = Layout(
    render_front_matter,
    split_front_matter,
    parse_front_matter,
    merged_front_matter,
    _page_blocks,
    fingerprint,
    "\n\n",
    tail,
)
"""YAML front matter, and blocks between empty lines."""
