"""Blocks that are read together: their tokens in one row, with marks where each begins and ends.

What a layer does once for a row costs as much for one short paragraph as for ten.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reader.article import Block
from reader.entities.headlines import is_headline, is_shouted
from reader.entities.tokens import BEGIN, END, Tokens, tokenise

_ENOUGH = 400
"""The tokens from which on a row is read without waiting for another block."""
_UNREAD = frozenset(("code", "rule"))


@dataclass(slots=True, eq=False)
class Stretch:
    """Some blocks of an article, in order."""

    blocks: list[Block] = field(default_factory=list)
    """The blocks."""
    tokens: Tokens = field(default_factory=lambda: Tokens([], [], [], []))
    """Those of all blocks, each with `BEGIN` before it and `END` after it."""
    is_headline: bool = False
    """Whether it is one block in which most words have a capital."""
    is_shouted: bool = False
    """Whether it is one block all in capitals."""

    def add(self, block: Block, tokens: Tokens) -> None:
        """Take in one more block."""
        row = self.tokens
        offset = len(row.words) + 1
        row.words += [BEGIN, *tokens.words, END]
        row.starts += [-1, *tokens.starts, -1]
        row.ends += [-1, *tokens.ends, -1]
        row.capitals += [offset + at for at in tokens.capitals]
        self.blocks.append(block)


def stretches(text: str, blocks: Iterable[Block], language: str) -> Iterator[Stretch]:
    """The blocks in which names are looked for, in order, as stretches.

    Headlines and blocks all in capitals stay by themselves.
    """
    gathered = Stretch()
    for block in blocks:
        if block.kind in _UNREAD:
            continue
        tokens = tokenise(text, block.start, block.end, language)
        told = is_headline(tokens), is_shouted(tokens)
        if gathered.blocks and (any(told) or len(gathered.tokens.words) >= _ENOUGH):
            yield gathered
            gathered = Stretch()
        gathered.add(block, tokens)
        if any(told):
            gathered.is_headline, gathered.is_shouted = told
            yield gathered
            gathered = Stretch()
    if gathered.blocks:
        yield gathered
