"""The tagger: a linear-chain conditional random field, decoded where capitals stand.

Names begin with a capital in the languages of the models, so only stretches of capitalised words,
with the lower-case words that the training names hold inside, are decoded (Viterbi); all other
words are no name. Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import add
from typing import TypeVar

from reader.entities.features import near_features, own_features, place_features, shape
from reader.entities.labels import Label, Labelled
from reader.entities.language import kin
from reader.entities.lexicon import Lexicon, lexicon
from reader.entities.model import LABELS, Model, fallback, model, unpacked
from reader.entities.tokens import Tokens

_OPENERS = frozenset('.!?…"“”«»•')
_MOST_REMEMBERED = 20_000
_LONGEST_INSIDE = 4
_KINDS: dict[str, Label] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
_Key = TypeVar("_Key")
DISTANCES = (-2, -1, 1, 2)


def opens(words: Sequence[str], index: int) -> bool:
    """Whether a sentence or quotation begins at the token."""
    return index == 0 or words[index - 1] in _OPENERS


def place_of(words: Sequence[str], index: int, known: str) -> tuple[bool, str, str, str, str]:
    """A token's place: does a sentence begin, the name tables' word, the shapes around."""
    before = shape(words[index - 1]) if index else "^"
    after = shape(words[index + 1]) if index + 1 < len(words) else "$"
    return opens(words, index), known, before, shape(words[index]), after


class Tagger:
    """One language's model, with the scores of the words that it has met."""

    def __init__(self, weights: Model, words: Lexicon) -> None:
        """A tagger that has met no word yet."""
        self._model = weights
        self._lexicon = words
        self._own: dict[str, int] = {}
        self._near: list[tuple[int, dict[str, int]]] = [(distance, {}) for distance in DISTANCES]
        self._place: dict[tuple[bool, str, str, str, str], int] = {}
        self._begin = tuple(column[0] for column in weights.into)
        self._edges = tuple(map(add, self._begin, weights.out))

    def tag(self, tokens: Tokens, known: Sequence[str]) -> list[Labelled]:
        """The names of a stretch; `known` says of each token what the name tables call it."""
        words = ["", "", *tokens.words, "", ""]
        found: list[Labelled] = []
        for first, last in self.runs(tokens):
            emissions = [
                self._emission(words, index + 2, known[index]) for index in range(first, last)
            ]
            if last - first == 1:
                label = _best_of(map(add, self._edges, emissions[0]))
                found.extend(_spans((label,), first))
            else:
                found.extend(_spans(self._best(emissions), first))
        return found

    def runs(self, tokens: Tokens) -> Iterator[tuple[int, int]]:
        """The stretches to decode."""
        words, inside = tokens.words, self._model.inside
        count, last = len(words), 0
        for index in tokens.capitals:
            if index < last:
                continue
            last = end = index + 1
            while end < count and end - last < _LONGEST_INSIDE:
                if words[end][0].isupper():
                    last = end + 1
                elif words[end] not in inside:
                    break
                end += 1
            last = end
            yield index, last

    def _best(self, emissions: Sequence[tuple[int, ...]]) -> Sequence[int]:
        """The likeliest labels of a stretch, with no name on either side of it."""
        into = self._model.into
        scores = list(map(add, self._begin, emissions[0]))
        back: list[list[int]] = []
        for emission in emissions[1:]:
            choices = [list(map(add, scores, column)) for column in into]
            best = [max(choice) for choice in choices]
            back.append([choice.index(top) for choice, top in zip(choices, best, strict=True)])
            scores = list(map(add, best, emission))
        label = _best_of(map(add, scores, self._model.out))
        path = [label]
        for choice in reversed(back):
            label = choice[label]
            path.append(label)
        return path[::-1]

    def _emission(self, words: Sequence[str], index: int, known: str) -> tuple[int, ...]:
        """The scores of the labels of a token, of words with two empty ones on either side."""
        word, before, after = words[index], words[index - 1], words[index + 1]
        place = (
            not before or before in _OPENERS,
            known,
            shape(before) if before else "^",
            shape(word),
            shape(after) if after else "$",
        )
        total = self._own.get(word) or self._remembered(
            self._own, word, own_features(word, self._lexicon)
        )
        total += self._place.get(place) or self._remembered(
            self._place, place, place_features(*place)
        )
        for distance, near in self._near:
            beside = words[index + distance]
            total += near.get(beside) or self._remembered(
                near, beside, near_features(beside, self._lexicon, distance)
            )
        return unpacked(total)

    def _remembered(self, memory: dict[_Key, int], key: _Key, features: Iterable[str]) -> int:
        if len(memory) >= _MOST_REMEMBERED:
            memory.clear()
        # Another thread may clear the memory at any time, so it is not read here.
        memory[key] = scores = self._model.packed(features)
        return scores


def _best_of(scores: Iterable[int]) -> int:
    """The number of the highest score."""
    values = list(scores)
    return values.index(max(values))


def _spans(labels: Sequence[int], offset: int) -> Iterator[Labelled]:
    start, kind = 0, ""
    for index, number in enumerate([*labels, 0]):
        label = LABELS[number]
        if kind and label != f"I-{kind}":
            yield offset + start, offset + index, _KINDS[kind]
            kind = ""
        if label != "O" and not kind:
            start, kind = index, label[2:]


@cache
def tagger(language: str) -> Tagger:
    """The tagger of a language: its own model's, or that for all Latin script."""
    return Tagger(model(kin(language)) or fallback(), lexicon(language))
