"""A map of words: for each word of an old text, which word of a new one it became."""

from array import array
from collections.abc import Iterator
from typing import TypeAlias

WordMap: TypeAlias = "array[int]"
Run: TypeAlias = tuple[int, int, int]
"""A stretch in which neighbours stayed neighbours: start, end, start in the new text."""

NOWHERE = -1
"""The index of a word that is gone."""


def runs_of(there: WordMap) -> Iterator[Run]:
    """The stretches of a map in which neighbours stayed neighbours: start, end, new start."""
    start = 0
    for index in range(1, len(there) + 1):
        if index < len(there) and there[start] >= 0 and there[index] == there[index - 1] + 1:
            continue
        if there[start] >= 0:
            yield start, index, there[start]
        start = index


def holes_of(there: WordMap) -> Iterator[tuple[int, int]]:
    """The stretches of words that are gone: start, end."""
    start, size = 0, len(there)
    while start < size:
        end = start
        while end < size and there[end] < 0:
            end += 1
        if end > start:
            yield start, end
        start = end + 1


def taken_in(there: WordMap, size: int) -> bytearray:
    """Which of the `size` words of the new text some word became: 1 where one did."""
    taken = bytearray(size)
    for at in there:
        if at >= 0:
            taken[at] = 1
    return taken
