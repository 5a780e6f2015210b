"""The tagger: a linear-chain conditional random field, decoded where capitals stand.

Names begin with a capital in the languages of the models, so only stretches of capitalised words,
with the lower-case words that the training names hold inside, are decoded (Viterbi); all other
words are no name. Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TypeAlias

from reader.entities.chain import Chain
from reader.entities.features import near_features, own_features, place_features, shape
from reader.entities.labels import Label, Labelled
from reader.entities.language import kin
from reader.entities.lexicon import Lexicon, lexicon
from reader.entities.model import LABELS, PACKED, Model, fallback, model, unpack
from reader.entities.tokens import BEGIN, END, Tokens

_OPENERS = frozenset((*'.!?…"“”«»•', BEGIN, END))
_EDGES = {BEGIN: ("", "^"), END: ("", "$")}
"""What stands for the edges of a block: a word that says nothing, and the shape it has there."""
_MOST_REMEMBERED = 20_000
_LONGEST_INSIDE = 4
_KINDS: dict[str, Label] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
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


class Word:
    """What a word adds to the scores of its place and of those around it, packed once met there."""

    __slots__ = ("after", "before", "far_after", "far_before", "form", "opens", "own", "word")

    def __init__(self, word: str, form: str, opens: bool) -> None:
        """A word, its shape, and whether a sentence or quotation begins after it."""
        self.word = word
        self.form = form
        self.opens = opens
        self.own = self.far_before = self.before = self.after = self.far_after = 0


class Words(dict[str, Word]):
    """The words that were met, as many as are remembered."""

    def __missing__(self, word: str) -> Word:
        """Meet a word."""
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        written, form = _EDGES.get(word) or (word, shape(word))
        # Another thread may clear the memory at any time, so it is not read here.
        self[word] = met = Word(written, form, word in _OPENERS)
        return met


class Places(dict[_Place, int]):
    """The scores of the places that were met, as many as are remembered."""

    def __init__(self, weights: Model) -> None:
        """No place yet, and the weights that tell of them."""
        super().__init__()
        self._model = weights

    def __missing__(self, place: _Place) -> int:
        """Meet a place."""
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[place] = scores = self._model.packed(place_features(*place))
        return scores


class Tagger:
    """One language's model, with the scores of the words that it has met."""

    def __init__(self, weights: Model, words: Lexicon) -> None:
        """A tagger that has met no word yet."""
        self._model = weights
        self._lexicon = words
        self._chain = Chain(weights.into, weights.out)
        self._words = Words()
        self._places = Places(weights)

    def tag(self, tokens: Tokens, known: Sequence[str]) -> list[Labelled]:
        """The names of a stretch; `known` says of each token what the name tables call it."""
        chain = self._chain
        found: list[Labelled] = []
        for first, last in self.runs(tokens):
            emissions = self._emissions(tokens.words, known, first, last)
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
        """The scores of the labels of some tokens."""
        places = self._places
        row = list(map(self._words.__getitem__, words[max(first - 2, 0) : last + 2]))
        # Nothing is said by what stands before `BEGIN` and after `END`.
        row[:0] = [row[0]] * (2 - first)
        row += [row[-1]] * (4 + last - first - len(row))
        emissions = []
        early, before, word, after = row[:4]
        for index, late in enumerate(row[4:], first):
            place = (before.opens, known[index], before.form, word.form, after.form)
            total = places[place]
            total += word.own or self._of_word(word)
            total += early.far_before or self._far_before(early)
            total += before.before or self._before(before)
            total += after.after or self._after(after)
            total += late.far_after or self._far_after(late)
            emissions.append(unpack(total.to_bytes(PACKED, "little")))
            early, before, word, after = before, word, after, late
        return emissions

    def _of_word(self, word: Word) -> int:
        word.own = self._model.packed(own_features(word.word, self._lexicon))
        return word.own

    def _far_before(self, word: Word) -> int:
        word.far_before = self._beside(word, -2)
        return word.far_before

    def _before(self, word: Word) -> int:
        word.before = self._beside(word, -1)
        return word.before

    def _after(self, word: Word) -> int:
        word.after = self._beside(word, 1)
        return word.after

    def _far_after(self, word: Word) -> int:
        word.far_after = self._beside(word, 2)
        return word.far_after

    def _beside(self, word: Word, distance: int) -> int:
        return self._model.packed(near_features(word.word, self._lexicon, distance))


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
