"""A trained model as it lies in `reader/data/models`, and its weights packed for quick sums."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import lshift
from struct import Struct

from reader.entities.features import REACH
from reader.entities.tables import table_text

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""What a token can be: no name, or the first or a later word of one."""

_LANE = 32
_TOKEN = _LANE * len(LABELS)
"""The bits of the scores of one token."""
PACKED = _TOKEN // 8
"""The bytes of the scores of one token."""
_PLACES = range(-REACH, REACH + 1)
unpack = Struct(f"<{len(LABELS)}I").unpack
"""The scores in the bytes of a sum of packed ones, each with the same bias."""


def lane(distance: int, label: int) -> int:
    """The number of a word's weight for a label of the token that it stands at a distance from.

    The distance is 0 for its own label, and negative where it stands before the token.
    """
    return (distance + REACH) * len(LABELS) + label


_SHIFTS = {str(number): _LANE * number for number in range(len(_PLACES) * len(LABELS))}
_BIAS = sum(1 << (24 + shift) for shift in _SHIFTS.values())
"""What keeps each lane of a sum positive: each label of a token has as much of it."""


@dataclass(slots=True, eq=False)
class Model:
    """The weights of one language, in hundredths."""

    inside: frozenset[str]
    """Words without a capital that names may hold after their first word."""
    into: tuple[tuple[int, ...], ...]
    """For each label the weights of coming to it from each label."""
    out: tuple[int, ...]
    """For each label the weight of a following word that is no name."""
    features: dict[str, str | int]
    """For each feature lanes and weights, by turns, as written; packed once it is met."""

    def packed(self, features: Iterable[str]) -> int:
        """The summed weights of some features of a word, each in its lane."""
        total = 0
        weights_of = self.features.get
        for feature in features:
            weights = weights_of(feature, 0)
            if isinstance(weights, str):
                self.features[feature] = weights = _in_lanes(weights)
            total += weights
        return total

    def of_word(self, features: Iterable[str]) -> list[int]:
        """What a word adds to scores: of the token two after it, one after it, its own and so on.

        Each value is packed, with a lane of 32 bits for each label.
        """
        told = (_BIAS + self.packed(features)).to_bytes(PACKED * len(_PLACES), "little")
        starts = range(0, len(told), PACKED)
        return [int.from_bytes(told[start : start + PACKED], "little") for start in starts]

    def of_place(self, features: Iterable[str]) -> int:
        """What the place of a token adds to its scores, packed."""
        return self.packed(features) >> _TOKEN * REACH


def _in_lanes(written: str) -> int:
    numbers = written.split(",")
    weights = map(int, numbers[1::2])
    return sum(map(lshift, weights, map(_SHIFTS.__getitem__, numbers[::2])))


@cache
def model(language: str) -> Model | None:
    """The model of a language; `None` where there is none."""
    text = table_text("models", f"{language}.json")
    return from_json(text) if text else None


def fallback() -> Model:
    """The model for languages without one of their own."""
    return from_json(table_text("models", "latin.json"))


def from_json(text: str) -> Model:
    """The model that the training script wrote."""
    values = json.loads(text)
    rows = values["transitions"]
    return Model(
        frozenset(values["inside"]),
        tuple(zip(*rows, strict=True)),
        tuple(row[0] for row in rows),
        values["features"],
    )
