"""Hints as values: keys with a word each, and which of them a line has room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.ui.pane.cells import width_of

_LEAST = 3
"""How many hints stay however narrow the line: the first, and the last two."""


class Hint(NamedTuple):
    """A key with what it does."""

    key: str
    """The key, or keys, as a person writes them."""
    word: str
    """What it does, in a word or two."""
    command: str
    """The id of the command; empty for the beginning of a sequence."""


def fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """The hints that a line of so many cells has room for; the first and the last two stay."""
    found = list(hints)
    while len(found) > _LEAST and sum(map(cells, found)) > width:
        del found[-_LEAST]
    return found


def cells(hint: Hint) -> int:
    """The cells of a hint with the blanks before it."""
    words = hint.key + hint.word
    return 3 + width_of(words, 0, len(words))
