"""Words that were only respelt, between words that stayed."""

from collections.abc import Sequence

from reader.notes.wordmap import WordMap, holes_of

_GAP = 12
"""The most changed words among which those are sought that were only respelt."""
_ALIKE = 0.7
"""The least likeness of a word to what it became, 0 to 1."""

Table = list[list[float]]


def match_respelt(there: WordMap, old: Sequence[str], new: Sequence[str]) -> None:
    """Match the words of short gaps that are alike, in their order."""
    for start, end in list(holes_of(there)):
        left = there[start - 1] if start else -1
        right = there[end] if end < len(there) else len(new)
        if end - start <= _GAP and 1 < right - left <= _GAP + 1:
            pairs = _best_pairs(old[start:end], new[left + 1 : right])
            for one, other in pairs:
                there[start + one] = left + 1 + other


def _best_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of alike words, in order, whose likenesses add up to the most."""
    alike = _likenesses(old, new)
    best = _sums(alike)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if alike[i][j] >= _ALIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _likenesses(old: Sequence[str], new: Sequence[str]) -> Table:
    from rapidfuzz.distance import Indel

    return [[Indel.normalized_similarity(one, other) for other in new] for one in old]


def _sums(alike: Table) -> Table:
    rows, columns = len(alike), len(alike[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            pair = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    return best
