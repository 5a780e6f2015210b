"""The tagger: a linear-chain conditional random field, decoded where capitals stand.

Names begin with a capital in the languages of the models, so only stretches of capitalised words,
with the lower-case words that the training names hold inside, are decoded (Viterbi); all other
words are no name. Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeAlias, TypeVar

from reader.entities.chain import Chain
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
_Place: TypeAlias = tuple[bool, str, str, str, str]
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
        self._chain = Chain(weights.into, weights.out)
        self._own: dict[str, int] = {}
        self._place: dict[_Place, int] = {}
        self._near: tuple[dict[str, int], ...] = tuple({} for _ in DISTANCES)

    def tag(self, tokens: Tokens, known: Sequence[str]) -> list[Labelled]:
        """The names of a stretch; `known` says of each token what the name tables call it."""
        words = ["", "", *tokens.words, "", ""]
        chain = self._chain
        found: list[Labelled] = []
        for first, last in self.runs(tokens):
            emissions = self._emissions(words, known, first, last)
            if last - first > 1:
                found.extend(_spans(chain.labels(emissions), first))
            elif label := chain.label(emissions[0]):
                found.append((first, last, _KINDS[LABELS[label][2:]]))
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

    def _emissions(
        self, words: Sequence[str], known: Sequence[str], first: int, last: int
    ) -> list[tuple[int, ...]]:
        """The scores of the labels of some tokens, of words with two empty ones on either side."""
        own, places = self._own, self._place
        second_before, just_before, just_after, second_after = self._near
        early, before, word, after = words[first : first + 4]
        shape_before, form = shape(before) if before else "^", shape(word)
        emissions = []
        for index in range(first, last):
            late = words[index + 4]
            shape_after = shape(after) if after else "$"
            opens = not before or before in _OPENERS
            place = (opens, known[index], shape_before, form, shape_after)
            total = own.get(word) or self._of_word(word)
            total += places.get(place) or self._of_place(place)
            total += second_before.get(early) or self._of_neighbour(0, early)
            total += just_before.get(before) or self._of_neighbour(1, before)
            total += just_after.get(after) or self._of_neighbour(2, after)
            total += second_after.get(late) or self._of_neighbour(3, late)
            emissions.append(unpacked(total))
            early, before, word, after = before, word, after, late
            shape_before, form = form, shape_after
        return emissions

    def _of_word(self, word: str) -> int:
        return self._remembered(self._own, word, own_features(word, self._lexicon))

    def _of_place(self, place: _Place) -> int:
        return self._remembered(self._place, place, place_features(*place))

    def _of_neighbour(self, number: int, word: str) -> int:
        features = near_features(word, self._lexicon, DISTANCES[number])
        return self._remembered(self._near[number], word, features)

    def _remembered(self, memory: dict[_Key, int], key: _Key, features: Iterable[str]) -> int:
        if len(memory) >= _MOST_REMEMBERED:
            memory.clear()
        # Another thread may clear the memory at any time, so it is not read here.
        memory[key] = scores = self._model.packed(features)
        return scores


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
