"""Units of text: the word, sentence, block, mention or section at an offset, and the next ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import Article, Span
from reader.text.selection import Unit
from reader.text.sentences import sentence_after, sentence_at, sentence_before
from reader.ui.pane.layers import mentions_over
from reader.ui.pane.layout import Layout

if TYPE_CHECKING:
    from reader.entities.mention import Mention

GROWING: tuple[Unit, ...] = ("word", "entity", "sentence", "paragraph", "section", "all")
"""The units from the smallest to the largest."""


def unit_at(laid: Layout, mentions: Sequence[Mention], offset: int, unit: Unit) -> Span:
    """The unit that holds `offset`, or the nearest one where it stands between two."""
    text, block = laid.article.text, laid.blocks[laid.block_at(offset)]
    offset = max(block.start, min(offset, block.end))
    match unit:
        case "all":
            return Span(0, len(text))
        case "section":
            return section_at(laid, offset)
        case "paragraph":
            return block.span
        case "line":
            row = laid.row(laid.place_of(offset))
            return Span(row.start, row.end)
        case "word":
            from reader.text.words import word_at

            return word_at(text, offset, block.start, block.end)
        case "entity":
            found = next(mentions_over(mentions, offset, offset + 1), None)
            return Span(found.start, found.end) if found else Span(offset, offset)
    return sentence_at(text, offset, block.start, block.end)


def sentence_beside(laid: Layout, span: Span, step: int) -> Span | None:
    """The sentence after or before `span`, in the next block with text if need be."""
    text, number = laid.article.text, laid.block_at(span.start)
    block = laid.blocks[number]
    if step > 0:
        found = sentence_after(text, max(span.start, span.end - 1), block.start, block.end)
    else:
        found = sentence_before(text, span.start, block.start, block.end)
    if found:
        return found
    beside = block_beside(laid, number, step)
    if beside is None:
        return None
    there = laid.blocks[beside]
    return sentence_at(text, there.start if step > 0 else there.end - 1, there.start, there.end)


def word_beside(laid: Layout, span: Span, step: int) -> Span | None:
    """The word after or before `span`."""
    from reader.text.words import word_after, word_before

    text = laid.article.text
    if step > 0:
        return word_after(text, max(span.end, span.start), len(text))
    return word_before(text, span.start, 0)


def paragraph_beside(laid: Layout, span: Span, step: int) -> Span | None:
    """The block with text after or before the one that `span` begins in."""
    beside = block_beside(laid, laid.block_at(span.start), step)
    return None if beside is None else laid.blocks[beside].span


def block_beside(laid: Layout, number: int, step: int) -> int | None:
    """The number of the next block with text in that direction."""
    number += step
    while 0 <= number < len(laid.blocks):
        if len(laid.blocks[number].span):
            return number
        number += step
    return None


def section_at(laid: Layout, offset: int) -> Span:
    """From the heading above `offset` to the next heading of its rank or higher."""
    number = laid.block_at(offset)
    first = number
    while first > 0 and laid.blocks[first].kind != "heading":
        first -= 1
    head = laid.blocks[first]
    level = head.level if head.kind == "heading" else 7
    last = number
    while last + 1 < len(laid.blocks) and not _closes(laid.article, last + 1, level):
        last += 1
    return Span(head.start, laid.blocks[last].end)


def _closes(article: Article, number: int, level: int) -> bool:
    block = article.blocks[number]
    return block.kind == "heading" and block.level <= level
