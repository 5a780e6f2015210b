"""An exported Markdown file as its owner left it, read back into blocks."""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reader.exchange.fence import Block, Record
from reader.exchange.layout import PAGE, Layout
from reader.exchange.outline import OUTLINE

_TAIL = re.compile(
    r"^(?P<bullet>- )?<!-- reader:end .*?\n(?P<rows>.*?)\s*-->[ \t]*$", re.MULTILINE | re.DOTALL
)

_ROWS = re.compile(r"\r?\n(?=[ \t]*\{)")


@dataclass(frozen=True)
class OldFile:
    """What an exported file holds now, beside what was exported."""

    front: str
    """The head of the file; empty where it is gone."""
    blocks: Sequence[Block]
    """The stretches in order."""
    records: Mapping[str, Record] = field(default_factory=dict)
    """What was exported, by the ids of the notes."""
    lines: frozenset[str] = frozenset()
    """The digests of our own paragraphs."""
    marks: Sequence[Record] = ()
    """The notes that were exported as highlights alone."""
    after: str = ""
    """What stands below our last comment."""
    layout: Layout = PAGE
    """How the file is laid out."""

    def is_edited(self, block: Block) -> bool:
        """Whether a note's block says something else than what was exported."""
        if not block.note:
            return False
        return bool(self.records[block.note]["text"] != self.layout.digest(block.text))

    def is_ours(self, block: Block) -> bool:
        """Whether a paragraph is one that an export wrote."""
        return not block.note and self.layout.digest(block.text) in self.lines

    @property
    def fields(self) -> Mapping[str, Any]:
        """What the head of the file says of the article."""
        return self.layout.fields(self.front)

    @property
    def removed(self) -> tuple[str, ...]:
        """The notes whose blocks the owner took away."""
        shown = {block.note for block in self.blocks}
        return tuple(note for note in self.records if note not in shown)

    @cached_property
    def copied(self) -> frozenset[str]:
        """The notes that have more than one block."""
        shown = Counter(block.note for block in self.blocks if block.note)
        return frozenset(note for note, count in shown.items() if count > 1)

    @cached_property
    def removed_lines(self) -> frozenset[str]:
        """The digests of the paragraphs of ours that the owner took away or changed."""
        return self.lines - {self.layout.digest(each.text) for each in self.blocks if not each.note}


def parse_file(text: str) -> OldFile | None:
    """Read an exported file; None where it is none of ours, or its last comment is spoilt.

    Line ends of another system and a byte order mark do not matter.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found = list(_TAIL.finditer(text))
    if not found:
        return None
    last = found[-1]
    try:
        # Where words are replaced all over a file, line ends may come into our copy of them.
        rows = [json.loads(row, strict=False) for row in _ROWS.split(last["rows"]) if row.strip()]
        records = {row["note"]["id"]: row for row in rows if "note" in row}
        marks = [row["mark"] for row in rows if isinstance(row.get("mark"), dict)]
        lines = frozenset(line for row in rows for line in row.get("lines", ()))
    except (ValueError, LookupError, TypeError, AttributeError):
        return None
    layout = OUTLINE if last["bullet"] else PAGE
    front, body = layout.split(text[: last.start()])
    after = text[last.end() :].strip("\n")
    blocks = list(layout.blocks(body, records))
    return OldFile(front, blocks, records, lines, marks, after, layout)
