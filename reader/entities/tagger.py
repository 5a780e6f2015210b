"""The tagger: a linear-chain conditional random field, decoded where capitals stand.

Names begin with a capital in the languages of the models, so only stretches of capitalised words,
with the lower-case words that the training names hold inside, are decoded (Viterbi); all other
words are no name. Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TypeAlias

from reader.entities.chain import Chain
from reader.entities.features import place_features, shape, word_features
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
    """What a word tells of the tokens around it."""

    __slots__ = ("after", "before", "far_after", "far_before", "form", "opens", "own")

    def __init__(self, form: str, opens: bool, scores: Iterable[int]) -> None:
        """Its shape, whether a sentence or quotation begins after it, what it adds to scores."""
        self.form = form
        self.opens = opens
        self.far_before, self.before, self.own, self.after, self.far_after = scores


class Words(dict[str, Word]):
    """The words that were met, as many as are remembered."""

    def __init__(self, weights: Model, words: Lexicon) -> None:
        """No word yet, and what tells of them."""
        super().__init__()
        self._model = weights
        self._lexicon = words
        # Many words say the same of those around them: fewer objects are sooner at hand.
        self._alike: dict[int, int] = {}

    def __missing__(self, word: str) -> Word:
        """Meet a word."""
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
            self._alike.clear()
        written, form = _EDGES.get(word) or (word, shape(word))
        told = self._model.of_word(word_features(written, self._lexicon))
        scores = [self._alike.setdefault(each, each) for each in told]
        # Another thread may clear the memory at any time, so it is not read here.
        self[word] = met = Word(form, word in _OPENERS, scores)
        return met


class Places(dict[_Place, int]):
    """What the places that were met add to scores, as many as are remembered."""

    def __init__(self, weights: Model) -> None:
        """No place yet, and the weights that tell of them."""
        super().__init__()
        self._model = weights

    def __missing__(self, place: _Place) -> int:
        """Meet a place."""
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[place] = scores = self._model.of_place(place_features(*place))
        return scores


class Tagger:
    """One language's model, with the scores of the words that it has met."""

    def __init__(self, weights: Model, words: Lexicon) -> None:
        """A tagger that has met no word yet."""
        self._inside = weights.inside
        self._chain = Chain(weights.into, weights.out)
        self._words = Words(weights, words)
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
        words, inside = tokens.words, self._inside
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
        for mark, late in zip(known[first:last], row[4:], strict=True):
            total = places[before.opens, mark, before.form, word.form, after.form] + word.own
            total += early.far_before + before.before + after.after + late.far_after
            emissions.append(unpack(total.to_bytes(PACKED, "little")))
            early, before, word, after = before, word, after, late
        return emissions


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
