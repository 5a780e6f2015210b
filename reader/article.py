"""The article as a value: one canonical text, and spans over it.

Every offset in the program is a code point of `Article.text`, and every span is half-open.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

BlockKind: TypeAlias = Literal[
    "paragraph", "heading", "item", "quote", "code", "table", "rule", "footnote"
]
MarkKind: TypeAlias = Literal["strong", "emphasis", "code", "strike", "link"]
Container: TypeAlias = Literal["quote", "item"]

_SLICE = 1 << 18


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of the canonical text, in code points."""

    start: int
    """The first code point that belongs to the span."""
    end: int
    """The first code point after the span; never below `start`."""

    def __len__(self) -> int:
        """The number of code points in the span."""
        return self.end - self.start

    def holds(self, offset: int) -> bool:
        """Whether the code point at `offset` lies in the span."""
        return self.start <= offset < self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def joined(self, other: "Span") -> "Span":
        """The shortest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Block:
    """A leaf of the article's structure: blocks are in order, apart, and hold all of the text.

    Between two blocks the canonical text has only line feeds. A table's rows are lines and its
    cells are parted by tabs; its first row is the header. A rule is the empty span.
    """

    kind: BlockKind
    """What the block is; a second paragraph of a list item is a `paragraph` within `item`."""
    start: int
    """The first code point of the block."""
    end: int
    """The first code point after the block."""
    level: int = 0
    """A heading's rank, 1 to 6; else 0."""
    marker: str = ""
    """What stands before a list item or footnote (`•`, `3.`, `[1]`); not part of the text."""
    within: tuple[Container, ...] = ()
    """The quotes and list items that enclose the block, the outermost first.

    A block of kind `item` counts its own item, one of kind `quote` its own quote.
    """
    info: str = ""
    """A code block's language or a table's column alignments (`l`, `c`, `r` a column)."""

    @property
    def span(self) -> Span:
        """Where the block stands in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup over a stretch of the text; marks may nest and overlap."""

    kind: MarkKind
    """What the stretch is."""
    start: int
    """The first code point under the mark."""
    end: int
    """The first code point after the mark."""
    target: str = ""
    """A link's address; else empty."""


@dataclass(frozen=True)
class Article:
    """One article: its canonical text, the spans over it, and what is known about it.

    The text is NFC, has LF line ends, and of the control characters only LF and tab.
    """

    text: str
    """The canonical text."""
    blocks: Sequence[Block]
    """The leaf blocks, in text order."""
    marks: Sequence[Mark] = ()
    """Inline markup, sorted by start."""
    title: str = ""
    """The headline; empty where none is known."""
    author: str = ""
    """Who wrote it, as printed."""
    site: str = ""
    """The name of the publication."""
    language: str = ""
    """BCP 47 language code (`id`, `en`, `pt-BR`); empty where unknown."""
    published: str = ""
    """ISO 8601 date of publication (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`); empty where unknown."""
    source: str = ""
    """Where it was opened from: an absolute path, a URL, or `-` for standard input."""
    url: str = ""
    """The canonical address, where the article has one."""
    kept_on: str = ""
    """The ISO day of the copy that was read because a page could not be had; else empty."""

    @cached_property
    def digest(self) -> str:
        """The sha256 of the canonical text in UTF-8, as 64 hexadecimal digits."""
        # Loaded only here: OpenSSL's bindings are not needed to show an article.
        from hashlib import sha256

        hashed = sha256()
        for start in range(0, len(self.text), _SLICE):
            hashed.update(self.text[start : start + _SLICE].encode())
        return hashed.hexdigest()

    @property
    def headline(self) -> str:
        """The title, else the first line, else the source."""
        return self.title or self.text[:200].strip().partition("\n")[0] or self.source

    def headings(self) -> list[Block]:
        """The headings in text order: the article's outline."""
        return [block for block in self.blocks if block.kind == "heading"]

    def heading_path(self, offset: int) -> tuple[str, ...]:
        """The titles of the headings that `offset` stands under, the outermost first."""
        starts, paths = self._paths
        return paths[bisect_right(starts, offset)]

    @cached_property
    def _paths(self) -> tuple[list[int], list[tuple[str, ...]]]:
        """Where each heading starts; the paths before the first one and under each."""
        headings, path = self.headings(), list[Block]()
        paths: list[tuple[str, ...]] = [()]
        for block in headings:
            path = [*(above for above in path if above.level < block.level), block]
            paths.append(tuple(self.text[each.start : each.end] for each in path))
        return [block.start for block in headings], paths
