"""The likeliest labels of a row of tokens (Viterbi), without the sums that decide nothing.

The labels are those of `reader.entities.model`: no name, then the first and the later words of
three kinds. A later word stands only after a word of its own kind. A token that is most likely no
name comes before all that is no later word, where the weights say so. The path is always the best
one, and of equals that of the lower labels, from the end backwards.
"""

from collections.abc import Iterable, Sequence
from operator import add
from typing import TypeAlias

Scores: TypeAlias = Sequence[int]
"""A score or weight for each label."""

_STARTS = (0, 1, 3, 5)
_LATER = (2, 4, 6)
_NEVER = -1_000_000_000
"""The score of a later word where no word of its kind stands before it."""


class Chain:
    """The weights between the labels of neighbours."""

    def __init__(self, into: Sequence[tuple[int, ...]], out: tuple[int, ...]) -> None:
        """For each label the weights of coming to it from each, and that of a nameless next one."""
        self._into = into
        self._out = out
        begin = tuple(_NEVER if label in _LATER else column[0] for label, column in enumerate(into))
        self._begin = begin
        self._edges = tuple(map(add, begin, out))
        starts = [into[label] for label in _STARTS]
        self._none_leads = all(max(column[1:]) < column[0] for column in starts)

    def label(self, emission: Scores) -> int:
        """The label of a token that stands alone."""
        return _best(map(add, self._edges, emission))

    def labels(self, emissions: Sequence[Scores]) -> list[int]:
        """The labels of a stretch with no name on either side of it."""
        # Written out for each label: this is the innermost loop of the whole recogniser.
        none_leads, into = self._none_leads, self._into
        o0, o1, o2, o3, o4, o5, o6 = into[0]
        p0, p1, p2, p3, p4, p5, p6 = into[1]
        q0, q1, q2, q3, q4, q5, q6 = into[3]
        r0, r1, r2, r3, r4, r5, r6 = into[5]
        (_, begun_1, on_1, *_), (_, _, _, begun_2, on_2, *_) = into[2], into[4]
        _, _, _, _, _, begun_3, on_3 = into[6]
        steps: list[tuple[Scores, bool]] = []
        row = list(map(add, self._begin, emissions[0]))
        for e0, e1, e2, e3, e4, e5, e6 in emissions[1:]:
            s0, s1, s2, s3, s4, s5, s6 = row
            one, two, three = s1 + begun_1, s3 + begun_2, s5 + begun_3
            if s2 + on_1 > one:
                one = s2 + on_1
            if s4 + on_2 > two:
                two = s4 + on_2
            if s6 + on_3 > three:
                three = s6 + on_3
            from_none = none_leads and s0 == max(row)
            steps.append((row, from_none))
            if from_none:
                none, first, second, third = s0 + o0, s0 + p0, s0 + q0, s0 + r0
            else:
                none = max(s0 + o0, s1 + o1, s2 + o2, s3 + o3, s4 + o4, s5 + o5, s6 + o6)
                first = max(s0 + p0, s1 + p1, s2 + p2, s3 + p3, s4 + p4, s5 + p5, s6 + p6)
                second = max(s0 + q0, s1 + q1, s2 + q2, s3 + q3, s4 + q4, s5 + q5, s6 + q6)
                third = max(s0 + r0, s1 + r1, s2 + r2, s3 + r3, s4 + r4, s5 + r5, s6 + r6)
            row = [none + e0, first + e1, one + e2, second + e3, two + e4, third + e5, three + e6]
        return self._path(steps, _best(map(add, row, self._out)))

    def _path(self, steps: Sequence[tuple[Scores, bool]], label: int) -> list[int]:
        """The labels that the best path went through to its last one."""
        path = [label]
        for row, from_none in reversed(steps):
            weights = self._into[label]
            if label in _LATER:
                begun = row[label - 1] + weights[label - 1]
                label -= begun >= row[label] + weights[label]
            elif from_none:
                label = 0
            else:
                label = _best(map(add, row, weights))
            path.append(label)
        path.reverse()
        return path


def _best(scores: Iterable[int]) -> int:
    """The label of the highest score."""
    values = list(scores)
    return values.index(max(values))
