"""The blocks of an article as Markdown, with what the reader has put over them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reader.article import Article, Block, Mark, Span
from reader.exchange.escape import escape_inline
from reader.exchange.marked_text import Overlay, marked_lines

_ALIGNED = {"l": ":--", "c": ":-:", "r": "--:"}


def article_blocks(article: Article, overlay: Overlay) -> Iterator[str]:
    """The article in pieces that empty lines part; a list or a quote is one of them."""
    writer = _Writer(article, overlay)
    numbered = enumerate(article.blocks)
    for is_inside, group in groupby(numbered, key=lambda each: bool(each[1].within)):
        blocks = [block for _, block in group]
        if is_inside:
            yield writer.nested(blocks)
        else:
            yield from map(writer.block, blocks)


def headline(article: Article) -> Block | None:
    """The first block, where it says what the title says, as heading or as its first line."""
    first = article.blocks[0] if article.blocks else None
    is_plain = first and first.kind in ("heading", "paragraph") and not first.within
    is_title = first and article.title and article.text[first.start : first.end] == article.title
    return first if is_plain and is_title else None


class _Writer:
    """Writes the blocks of one article."""

    def __init__(self, article: Article, overlay: Overlay) -> None:
        self._article = article
        self._overlay = overlay
        self._marks = sorted(article.marks, key=lambda mark: mark.start)
        self._reach = max((mark.end - mark.start for mark in self._marks), default=0)
        self._starts = [mark.start for mark in self._marks]
        self._references = sorted(overlay.references)
        self._ends = [span.end for span in overlay.highlights]
        # A second heading of the first rank would stand beside the title.
        self._headline = headline(article)
        tops = [each for each in article.headings() if each.level == 1]
        self._shift = int(any(not self._is_title(each) for each in tops))

    def _is_title(self, block: Block) -> bool:
        return self._article.text[block.start : block.end] == self._article.title

    def block(self, block: Block) -> str:
        """One block, outside of all lists and quotes."""
        return "\n".join(self._lines(block))

    def nested(self, blocks: Sequence[Block]) -> str:
        """Blocks in lists and quotes, each line with what leads it."""
        lines: list[str] = []
        widths: list[int] = []
        before: Block | None = None
        for block in blocks:
            first, rest = _lead(block, widths)
            if before and not before.kind == block.kind == "item":
                shared = min(each.within.count("quote") for each in (before, block))
                lines.append("> " * shared)
            made = self._lines(block)
            lines += [first + made[0], *(rest + line for line in made[1:])]
            before = block
        return "\n".join(line.rstrip(" ") for line in lines)

    def _lines(self, block: Block) -> list[str]:
        if block.kind == "rule":
            return ["---"]
        if block.kind == "code":
            return self._code(block)
        if block.kind == "table":
            return self._table(block)
        lines = self._text(block.span)
        if block is self._headline and block.kind == "paragraph":
            return [f"# {' '.join(lines)}"]
        if block.kind == "heading":
            rank = min(6, max(1, block.level) + self._shift)
            return [f"{'#' * rank} {' '.join(lines)}"]
        if block.kind == "footnote" and block.marker:
            return [f"{escape_inline(block.marker)} {lines[0]}", *lines[1:]]
        return lines

    def _text(self, span: Span) -> list[str]:
        return marked_lines(self._article.text, span, self._marks_in(span), self._over(span))

    def _marks_in(self, span: Span) -> list[Mark]:
        first = bisect_left(self._starts, span.start - self._reach)
        last = bisect_left(self._starts, span.end)
        return [mark for mark in self._marks[first:last] if mark.end > span.start]

    def _over(self, span: Span) -> Overlay:
        first = bisect_right(self._ends, span.start)
        highlights = []
        for each in self._overlay.highlights[first:]:
            if each.start >= span.end:
                break
            highlights.append(each)
        here = self._refers(span)
        references = {at: self._overlay.references[at] for at in here}
        return replace(self._overlay, highlights=highlights, references=references)

    def _refers(self, span: Span) -> list[int]:
        first = bisect_right(self._references, span.start)
        return self._references[first : bisect_right(self._references, span.end)]

    def _code(self, block: Block) -> list[str]:
        text = self._article.text[block.start : block.end]
        fence = "`" * max([3, *(len(run) + 1 for run in re.findall("`+", text))])
        info = re.sub(r"[\s`]+", " ", block.info).strip()
        # Nothing within a code block is markup: what refers to it stands below.
        below = " ".join(self._overlay.references[at] for at in self._refers(block.span))
        lines = [f"{fence}{info}", *text.split("\n"), fence]
        return [*lines, "", below] if below else lines

    def _table(self, block: Block) -> list[str]:
        rows = list(self._rows(block))
        width = max(len(row) for row in rows)
        rule = [_ALIGNED.get(each, "---") for each in block.info.ljust(width)[:width]]
        full = [row + [""] * (width - len(row)) for row in rows]
        return [f"| {' | '.join(row)} |" for row in (full[0], rule, *full[1:])]

    def _rows(self, block: Block) -> Iterator[list[str]]:
        at = block.start
        for row in self._article.text[block.start : block.end].split("\n"):
            cells = []
            for cell in row.split("\t"):
                cells.append(" ".join(self._text(Span(at, at + len(cell)))))
                at += len(cell) + 1
            yield cells


def _lead(block: Block, widths: list[int]) -> tuple[str, str]:
    """What leads the first line of a block, and what leads the others.

    Args:
        block: it stands in a list or a quote.
        widths: those of the markers of the lists around it; its own is put in.
    """
    first = rest = ""
    depth, own = 0, block.within.count("item") if block.kind == "item" else 0
    for container in block.within:
        sign = "> "
        if container == "item":
            depth += 1
            sign = " " * (widths[depth - 1] if depth <= len(widths) else 2)
            if depth == own:
                sign = _marker(block.marker)
                widths[depth - 1 :] = [len(sign)]
        first += sign
        rest += sign if container == "quote" else " " * len(sign)
    return first, rest


def _marker(marker: str) -> str:
    number = re.fullmatch(r"(\d{1,9})([.)])", marker)
    return f"{marker} " if number else "- "
