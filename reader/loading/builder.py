"""A builder of articles: formats with markup tell it what they meet, and it counts the offsets."""

import unicodedata

from reader.article import Article, Block, BlockKind, Container, Mark, MarkKind
from reader.loading.canonical import canonical

_SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "ftp", "tel", "news"})
_LONGEST_TARGET = 4096


def safe_target(address: str) -> str:
    """A link's address where it may be followed, else nothing: no script, data or local file."""
    address = "".join(char for char in address if char.isprintable() and char != "\x7f").strip()
    head, colon, _ = address.partition(":")
    scheme = head.strip().lower() if colon and not set(head) & set("/?#[") else ""
    return address if scheme in _SAFE_SCHEMES and len(address) <= _LONGEST_TARGET else ""


def _stands_apart(before: str, after: str) -> bool:
    # Whether two neighbours are in canonical form whatever stands around them.
    if after.isascii():
        return True
    if unicodedata.combining(before) or unicodedata.combining(after):
        return False
    return unicodedata.is_normalized("NFC", before + after)


class ArticleBuilder:
    """Takes blocks, inline text and marks in text order, and keeps all offsets canonical."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._marks: list[Mark] = []
        self._open_marks: list[tuple[MarkKind, int, str]] = []
        self._block_text: list[str] = []
        self._block_length = 0
        self._gap = 2

    def __len__(self) -> int:
        """The length of the text so far, the open block included."""
        return self._start + self._block_length

    @property
    def _start(self) -> int:
        return self._length + (self._gap if self._blocks else 0)

    @property
    def is_block_empty(self) -> bool:
        """Whether nothing has been added to the open block."""
        return not self._block_length

    def gap(self, feeds: int) -> None:
        """How many line feeds stand before the next block; 2 until told, and after each block."""
        self._gap = feeds

    def add(self, text: str) -> None:
        """Put inline text at the end of the open block."""
        piece = canonical(text)
        if not piece:
            return
        if self._block_text and not _stands_apart(self._block_text[-1][-1], piece[0]):
            piece = self._composed(piece)
        self._block_text.append(piece)
        self._block_length += len(piece)

    def _composed(self, piece: str) -> str:
        # What comes from two sides of a tag may compose: the letter here, its accent there.
        tail = ""
        while self._block_text and len(tail) < 32:
            tail = self._block_text.pop() + tail
        self._block_length -= len(tail)
        whole = tail[:-32] + canonical(tail[-32:] + piece)
        if len(whole) < len(tail) + len(piece):
            self._keep_marks_before(self._start + self._block_length + len(whole))
        return whole

    def _keep_marks_before(self, end: int) -> None:
        for index in range(len(self._marks) - 1, -1, -1):
            mark = self._marks[index]
            if mark.end <= end:
                break
            self._marks[index] = Mark(mark.kind, min(mark.start, end), end, mark.target)
        self._open_marks = [(kind, min(start, end), t) for kind, start, t in self._open_marks]

    @property
    def takes_space(self) -> bool:
        """Whether a space at this place would part two words."""
        return bool(self._block_text) and self._block_text[-1][-1] not in " \n\t"

    @property
    def is_at_line_start(self) -> bool:
        """Whether the open block's text ends with a line feed."""
        return bool(self._block_text) and self._block_text[-1][-1] == "\n"

    def block_text(self) -> str:
        """The text of the open block so far."""
        return "".join(self._block_text)

    def open_mark(self, kind: MarkKind, target: str = "") -> None:
        """From here on the text is under a mark."""
        self._open_marks.append((kind, len(self), safe_target(target)))

    def close_mark(self, kind: MarkKind) -> None:
        """Up to here the text was under the mark of this kind that was opened last."""
        for index in range(len(self._open_marks) - 1, -1, -1):
            if self._open_marks[index][0] == kind:
                _, start, target = self._open_marks.pop(index)
                self._mark(kind, start, target)
                return

    def _mark(self, kind: MarkKind, start: int, target: str) -> None:
        if start < len(self) and (kind != "link" or target):
            self._marks.append(Mark(kind, start, len(self), target))

    def end_block(
        self,
        kind: BlockKind,
        level: int = 0,
        marker: str = "",
        within: tuple[Container, ...] = (),
        info: str = "",
    ) -> bool:
        """Close the block whose text was added; without text there is none, and False is given."""
        for open_kind, *_ in reversed(self._open_marks[:]):
            self.close_mark(open_kind)
        text = "".join(self._block_text)
        body = text.rstrip("\n ") if kind != "table" else text.rstrip("\n")
        self._block_text, self._block_length = [], 0
        if not body.strip():
            return False
        start = self._start
        self._clip_marks(start, start + len(body))
        self._place(body, Block(kind, start, start + len(body), level, marker, within, info))
        return True

    def _clip_marks(self, start: int, end: int) -> None:
        for index in range(len(self._marks) - 1, -1, -1):
            mark = self._marks[index]
            if mark.end <= start:
                break
            if mark.end > end:
                self._marks[index] = Mark(mark.kind, min(mark.start, end), end, mark.target)

    def _place(self, body: str, block: Block) -> None:
        self._pieces.append("\n" * (block.start - self._length) + body)
        self._length = block.end
        self._blocks.append(block)
        self._gap = 2

    def add_rule(self, within: tuple[Container, ...] = ()) -> None:
        """Put a thematic break between two blocks; one before all text is left out."""
        if self._blocks and self._blocks[-1].kind != "rule":
            start = self._start
            self._place("", Block("rule", start, start, within=within))

    def finish(self, **known: str) -> Article:
        """The article, with what is `known` of it as fields of `Article`."""
        while self._blocks and self._blocks[-1].kind == "rule":
            self._blocks.pop()
        end = self._blocks[-1].end if self._blocks else 0
        marks = sorted(
            (mark for mark in self._marks if mark.start < mark.end),
            key=lambda mark: (mark.start, -mark.end),
        )
        text = "".join(self._pieces)[:end]
        known = {name: " ".join(canonical(value).split()) for name, value in known.items()}
        return Article(text=text, blocks=self._blocks, marks=marks, **known)
