"""Where a passage of an old text stands in a new one."""

from collections.abc import Iterator
from dataclasses import dataclass

from reader.notes.alignment import aligned, words_of
from reader.notes.wordmap import NOWHERE

TRAIL = frozenset("([{,;:")
"""Marks that end no passage."""
CUT, SLACK = 10.0, 10
"""Two runs of a passage are apart where more characters came between them than this factor of
what stands beyond, and than this many."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the new text that a passage became."""

    start: int
    """Its first code point."""
    end: int
    """The first code point after it."""
    score: float
    """0 to 1: how much of the passage it holds."""


class TextMap:
    """Two texts and which words of the old one became which of the new."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self._from, self._to = words_of(old), words_of(new)
        self._there = aligned(self._from.words, self._to.words)

    def locate(self, start: int, end: int) -> Found | None:
        """The stretch that became of old[start:end], if any of it is left."""
        first, last = self._from.within(start, end)
        kept = self._best_cluster(first, last)
        if not kept:
            return None
        left, right = self._there[kept[0]], self._there[kept[-1]]
        starts, ends = self._to.starts, self._to.ends
        new_start, new_end = starts[left], ends[right]
        if kept[0] == first:
            new_start = min(new_start + max(0, start - self._from.starts[first]), new_end - 1)
        if kept[-1] == last - 1:
            new_end = max(new_end - max(0, self._from.ends[last - 1] - end), new_start + 1)
        score = self._score(first, last, kept, left, right)
        return Found(new_start, new_end, score)

    def _weight(self, index: int) -> int:
        return self._from.ends[index] - self._from.starts[index]

    def _best_cluster(self, first: int, last: int) -> list[int]:
        runs = list(self._runs(first, last))
        if not runs:
            return []
        core = max(range(len(runs)), key=lambda each: self._weight_of(runs[each]))
        left = right = core
        for each in range(core - 1, -1, -1):
            if self._parted(
                runs[each], runs[each + 1], sum(map(self._weight_of, runs[: each + 1]))
            ):
                break
            left = each
        for each in range(core + 1, len(runs)):
            if self._parted(runs[each - 1], runs[each], sum(map(self._weight_of, runs[each:]))):
                break
            right = each
        kept = [index for run in runs[left : right + 1] for index in run]
        return self._trimmed(kept, first, last)

    def _trimmed(self, kept: list[int], first: int, last: int) -> list[int]:
        """Leave off marks that stood within the passage but would stand at its edge now."""
        start, end = 0, len(kept)
        if kept[0] != first:
            while start < end - 1 and not self._from.words[kept[start]][0].isalnum():
                start += 1
        if kept[-1] != last - 1:
            while end > start + 1 and self._from.words[kept[end - 1]] in TRAIL:
                end -= 1
        return kept[start:end]

    def _runs(self, first: int, last: int) -> Iterator[list[int]]:
        run: list[int] = []
        for index in range(first, last):
            at = self._there[index]
            if run and (at == NOWHERE or index != run[-1] + 1 or at != self._there[run[-1]] + 1):
                yield run
                run = []
            if at != NOWHERE:
                run.append(index)
        if run:
            yield run

    def _weight_of(self, run: list[int]) -> int:
        return sum(map(self._weight, run))

    def _parted(self, left: list[int], right: list[int], outer: int) -> bool:
        a, b = self._there[left[-1]], self._there[right[0]]
        if b <= a:
            return True
        gained = self._to.starts[b] - self._to.ends[a]
        lost = self._from.starts[right[0]] - self._from.ends[left[-1]]
        return gained - lost > CUT * outer + SLACK

    def _score(self, first: int, last: int, kept: list[int], left: int, right: int) -> float:
        whole = sum(map(self._weight, range(first, last)))
        return sum(map(self._weight, kept)) / whole
