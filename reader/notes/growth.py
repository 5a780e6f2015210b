"""What stands beside passages that moved, and moved with them."""

from array import array
from itertools import pairwise

from reader.notes.wordmap import NOWHERE, WordMap, holes_of, runs_of, taken_in

_REACH = 60
"""The most words that are looked at beside a passage."""
_DENSE = 0.4
"""The least part of the words looked at that must have stayed."""
_STRAY = 4
"""A run of fewer words that left its neighbours behind is chance."""
_CLOSE = 200
"""How many words may have come between neighbours that stayed."""


def grow(there: WordMap, one: WordMap, two: WordMap) -> None:
    """Match words on from both ends of each gap, where the gap did not just change in place."""
    taken = taken_in(there, len(two))
    for start, end in list(holes_of(there)):
        left = there[start - 1] if start else NOWHERE
        right = there[end] if end < len(there) else len(two)
        near = right - left <= 4 * (end - start) + _REACH
        if left < right and near and not any(taken[left + 1 : right]):
            continue
        if left != NOWHERE or not start:
            _reach(there, taken, one, two, range(start, min(end, start + _REACH)), left + 1)
        if end < len(there):
            while start < end and there[start] >= 0:
                start += 1
            back = range(end - 1, max(start, end - _REACH) - 1, -1)
            _reach(there, taken, one, two, back, right - 1)


def _reach(
    there: WordMap, taken: bytearray, one: WordMap, two: WordMap, ahead: range, at: int
) -> None:
    """Match the words `ahead` with those of the new text from `at` on, the same way round."""
    from rapidfuzz.distance import LCSseq

    stop = at
    while 0 <= stop < len(two) and not taken[stop] and abs(stop - at) < _REACH:
        stop += ahead.step
    old = [index for index in ahead if there[index] < 0]
    new = range(at, stop, ahead.step)
    if not old or not new:
        return
    pairs = [
        (code.src_start + step, code.dest_start + step)
        for code in LCSseq.opcodes([one[i] for i in old], [two[i] for i in new])
        if code.tag == "equal"
        for step in range(code.src_end - code.src_start)
    ]
    dense = [n for n, pair in enumerate(pairs, 1) if n / (max(pair) + 1) >= _DENSE]
    for left, right in pairs[: max(dense, default=0)]:
        there[old[left]] = new[right]
        taken[new[right]] = 1


def drop_strays(there: WordMap) -> None:
    """Forget short runs that stand elsewhere while both their neighbours stayed together."""
    runs = list(runs_of(there))
    for (before, (start, end, at)), (_, after) in pairwise(pairwise(runs)):
        close = before[2] + before[1] - before[0]
        together = close <= after[2] <= close + _CLOSE
        if end - start < _STRAY and together and not close <= at < after[2]:
            there[start:end] = array("l", [NOWHERE]) * (end - start)
