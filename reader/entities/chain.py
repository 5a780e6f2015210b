"""The likeliest labels of a row of tokens (Viterbi), without the sums that decide nothing.

The labels are those of `reader.entities.model`: no name, then the first and the later words of
three kinds. Before a later word stands a word of its own kind, unless all of these are unlikely;
and a token that is most likely no name comes before all that is no later word. Both are checked
against the weights and scores, and where they do not hold every label is compared: the path is
always the best one, and of equals that of the lower labels, from the end backwards.
"""

from collections.abc import Iterable, Sequence
from operator import add
from typing import TypeAlias

Scores: TypeAlias = Sequence[int]
"""A score or weight for each label."""

_STARTS = (0, 1, 3, 5)
_LATER = (2, 4, 6)
_ALL, _KINDS, _NONE = range(3)
"""What a step compared: every label; within a kind for its later words; no name for the others."""


class Chain:
    """The weights between the labels of neighbours."""

    def __init__(self, into: Sequence[tuple[int, ...]], out: tuple[int, ...]) -> None:
        """For each label the weights of coming to it from each, and that of a nameless next one."""
        self._into = into
        self._out = out
        self._begin = tuple(column[0] for column in into)
        self._edges = tuple(map(add, self._begin, out))
        self._starts = tuple(into[label] for label in _STARTS)
        self._none_leads = all(max(column[1:]) < column[0] for column in self._starts)
        self._kinds = tuple(into[label][label - 1 : label + 1] for label in _LATER)
        others = (into[label][: label - 1] + into[label][label + 1 :] for label in _LATER)
        self._others = max(map(max, others))

    def label(self, emission: Scores) -> int:
        """The label of a token that stands alone."""
        return _best(map(add, self._edges, emission))

    def labels(self, emissions: Sequence[Scores]) -> list[int]:
        """The labels of a stretch with no name on either side of it."""
        into, others, none_leads = self._into, self._others, self._none_leads
        (begun_1, on_1), (begun_2, on_2), (begun_3, on_3) = self._kinds
        to_none, to_1, _, to_2, _, to_3, _ = into
        steps: list[tuple[Scores, int]] = []
        scores: Scores = list(map(add, self._begin, emissions[0]))
        for emission in emissions[1:]:
            none, first_1, later_1, first_2, later_2, first_3, later_3 = scores
            one = first_1 + begun_1
            if later_1 + on_1 > one:
                one = later_1 + on_1
            two = first_2 + begun_2
            if later_2 + on_2 > two:
                two = later_2 + on_2
            three = first_3 + begun_3
            if later_3 + on_3 > three:
                three = later_3 + on_3
            top = max(scores)
            if none == top and none_leads:
                how, start = _NONE, none + to_none[0]
                start_1, start_2, start_3 = none + to_1[0], none + to_2[0], none + to_3[0]
            else:
                how, start = _KINDS, max(map(add, scores, to_none))
                start_1, start_2 = max(map(add, scores, to_1)), max(map(add, scores, to_2))
                start_3 = max(map(add, scores, to_3))
            best = [start, start_1, one, start_2, two, start_3, three]
            if min(one, two, three) <= top + others:
                how, best = _ALL, [max(map(add, scores, column)) for column in into]
            steps.append((scores, how))
            scores = list(map(add, best, emission))
        return self._path(steps, _best(map(add, scores, self._out)))

    def _path(self, steps: Sequence[tuple[Scores, int]], label: int) -> list[int]:
        """The labels that the best path went through to its last one."""
        path = [label]
        for scores, how in reversed(steps):
            weights = self._into[label]
            if how and label in _LATER:
                begun = scores[label - 1] + weights[label - 1]
                label -= begun >= scores[label] + weights[label]
            elif how == _NONE:
                label = 0
            else:
                label = _best(map(add, scores, weights))
            path.append(label)
        path.reverse()
        return path


def _best(scores: Iterable[int]) -> int:
    """The label of the highest score."""
    values = list(scores)
    return values.index(max(values))
