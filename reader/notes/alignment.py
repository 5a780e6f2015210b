"""Which words of an old text became which words of a new one: the map that moves annotations.

Words are matched by patience diff (runs of words that occur once in both texts pin the rest,
Bram Cohen's method), the gaps between pins by longest common subsequence, and what was moved by
its longest runs. Runs too short for the gap around them are chance and are dropped.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.notes.growth import drop_strays, grow
from reader.notes.respelt import match_respelt
from reader.notes.wordmap import NOWHERE, Run, WordMap, runs_of, taken_in

_WORD = re.compile(r"\w+|[^\w\s]")
_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"}
)
_PINS = (12, 6, 3, 1)
"""The lengths, in words, of the runs that pin two texts together, tried in this order."""
_MOVED = 6
"""The least number of words of a passage that moved."""
_CELLS = 4_000_000
"""The largest table, in cells, for a longest common subsequence."""
_SHORT = 4
"""A run of fewer words is chance where more was lost and gained around it."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words, each with its place."""

    words: Sequence[str]
    """The words, in one case and with plain quotation marks and dashes."""
    starts: Sequence[int]
    """The first code point of each."""
    ends: Sequence[int]
    """The first code point after each."""

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The words, first and after the last, that share a code point with a span."""
        return bisect_left(self.ends, start + 1), bisect_left(self.starts, end)


def words_of(text: str) -> Words:
    """The words and marks of a text."""
    found = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    return Words(
        [word.translate(_ALIKE).casefold() for word, _, _ in found],
        array("l", (start for _, start, _ in found)),
        array("l", (end for _, _, end in found)),
    )


def aligned(old: Sequence[str], new: Sequence[str]) -> WordMap:
    """For each word of `old` the index of the word of `new` that it became, or `NOWHERE`."""
    numbers: dict[str, int] = {}
    one = array("l", (numbers.setdefault(word, len(numbers)) for word in old))
    two = array("l", (numbers.setdefault(word, len(numbers)) for word in new))
    there = array("l", [NOWHERE]) * len(one)
    for start, end, at in _runs(one, two, 0, len(one), 0, len(two), 0):
        there[start:end] = array("l", range(at, at + end - start))
    weights = array("l", (len(word) for word in old))
    _drop_chance(there, weights, len(new))
    _find_moved(there, one, two)
    grow(there, one, two)
    drop_strays(there)
    grow(there, one, two)
    match_respelt(there, old, new)
    return there


def _runs(one: WordMap, two: WordMap, a: int, b: int, c: int, d: int, depth: int) -> Iterator[Run]:
    """The matching runs of one[a:b] and two[c:d]."""
    start = a
    while a < b and c < d and one[a] == two[c]:
        a, c = a + 1, c + 1
    if a > start:
        yield start, a, c - (a - start)
    tail = 0
    while a < b and c < d and one[b - 1] == two[d - 1]:
        b, d, tail = b - 1, d - 1, tail + 1
    if a < b and c < d:
        yield from _pinned(one, two, a, b, c, d, depth)
    if tail:
        yield b, b + tail, d


def _pinned(
    one: WordMap, two: WordMap, a: int, b: int, c: int, d: int, depth: int
) -> Iterator[Run]:
    for level in range(depth, len(_PINS)):
        pins = _pins(one, two, a, b, c, d, _PINS[level])
        if pins:
            for left, right in pins:
                if left < a or right < c:
                    continue
                yield from _runs(one, two, a, left, c, right, level)
                size = 0
                while (
                    left + size < b and right + size < d and one[left + size] == two[right + size]
                ):
                    size += 1
                yield left, left + size, right
                a, c = left + size, right + size
            yield from _runs(one, two, a, b, c, d, level)
            return
    if (b - a) * (d - c) <= _CELLS:
        yield from _common(one, two, a, b, c, d)


def _pins(
    one: WordMap, two: WordMap, a: int, b: int, c: int, d: int, size: int
) -> list[tuple[int, int]]:
    left, right = _unique(one, a, b, size), _unique(two, c, d, size)
    pairs = [(at, right[gram]) for gram, at in left.items() if gram in right]
    return _rising(sorted(pairs))


def _unique(numbers: WordMap, a: int, b: int, size: int) -> dict[bytes, int]:
    width = numbers.itemsize
    raw = numbers[a:b].tobytes()
    seen: dict[bytes, int] = {}
    for at in range(b - a - size + 1):
        gram = raw[at * width : (at + size) * width]
        seen[gram] = NOWHERE if gram in seen else a + at
    return {gram: at for gram, at in seen.items() if at != NOWHERE}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `pairs` in which both members rise."""
    tails: list[int] = []
    last: list[int] = []
    before = [NOWHERE] * len(pairs)
    for index, (_, right) in enumerate(pairs):
        spot = bisect_left(tails, right)
        before[index] = last[spot - 1] if spot else NOWHERE
        tails[spot : spot + 1] = [right]
        last[spot : spot + 1] = [index]
    found = []
    index = last[-1] if last else NOWHERE
    while index != NOWHERE:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _common(one: WordMap, two: WordMap, a: int, b: int, c: int, d: int) -> Iterator[Run]:
    from rapidfuzz.distance import LCSseq

    for code in LCSseq.opcodes(one[a:b], two[c:d]):
        if code.tag == "equal":
            yield a + code.src_start, a + code.src_end, c + code.dest_start


def _drop_chance(there: WordMap, weights: WordMap, size: int) -> None:
    """Forget runs that are short beside the changed words around them in both texts."""
    runs = list(runs_of(there))
    for number, (start, end, at) in enumerate(runs):
        before = runs[number - 1] if number else (0, 0, 0)
        after = runs[number + 1] if number + 1 < len(runs) else (len(there), len(there), size)
        lost = (start - before[1]) + (after[0] - end)
        gained = (at - (before[2] + before[1] - before[0])) + (after[2] - (at + end - start))
        weight = sum(weights[start:end])
        if weight <= min(lost, gained) and end - start < _SHORT:
            there[start:end] = array("l", [NOWHERE]) * (end - start)


def _find_moved(there: WordMap, one: WordMap, two: WordMap) -> None:
    """Match the passages that stand elsewhere now: runs of words that both texts hold once."""
    taken = taken_in(there, len(two))
    left = _free_grams(one, [at >= 0 for at in there])
    right = _free_grams(two, taken)
    found = []
    for gram, at in left.items():
        to = right.get(gram, NOWHERE)
        if at != NOWHERE and to != NOWHERE:
            found.append((at, to))
    for at, to in found:
        _claim(there, taken, one, two, at, to)


def _free_grams(numbers: WordMap, taken: Sequence[bool] | bytearray) -> dict[bytes, int]:
    width, seen, free = numbers.itemsize, dict[bytes, int](), 0
    raw = numbers.tobytes()
    for index in range(len(numbers)):
        free = 0 if taken[index] else free + 1
        if free >= _MOVED:
            start = index - _MOVED + 1
            gram = raw[start * width : (index + 1) * width]
            seen[gram] = NOWHERE if gram in seen else start
    return seen


def _claim(there: WordMap, taken: bytearray, one: WordMap, two: WordMap, at: int, to: int) -> None:
    while (
        at > 0 and to > 0 and there[at - 1] < 0 and not taken[to - 1] and one[at - 1] == two[to - 1]
    ):
        at, to = at - 1, to - 1
    while (
        at < len(one) and to < len(two) and there[at] < 0 and not taken[to] and one[at] == two[to]
    ):
        there[at], taken[to] = to, 1
        at, to = at + 1, to + 1
