"""A trained model as it lies in `reader/data/models`, and its weights packed for quick sums."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from struct import Struct

from reader.entities.tables import table_text

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""What a token can be: no name, or the first or a later word of one."""

_LANE = 32
_BIAS = 1 << 24
PACKED = 4 * len(LABELS)
"""The bytes of a packed value."""
unpack = Struct(f"<{len(LABELS)}I").unpack
"""The lanes of the bytes, the lowest first, of a sum of packed values."""
_ZERO = sum(_BIAS << (_LANE * lane) for lane in range(len(LABELS)))


@dataclass(slots=True, eq=False)
class Model:
    """The weights of one language, in thousandths."""

    inside: frozenset[str]
    """Words without a capital that names may hold after their first word."""
    into: tuple[tuple[int, ...], ...]
    """For each label the weights of coming to it from each label."""
    out: tuple[int, ...]
    """For each label the weight of a following word that is no name."""
    features: dict[str, str | int]
    """For each feature label numbers and weights, by turns, as written; packed once it is met."""

    def packed(self, features: Iterable[str]) -> int:
        """The summed weights of some features, a lane of 32 bits a label.

        Each lane is offset so that it stays positive: as long as the same number of packed values
        is summed for each label, the sums compare as the scores do.
        """
        total = _ZERO
        weights_of = self.features.get
        for feature in features:
            weights = weights_of(feature, 0)
            if isinstance(weights, str):
                self.features[feature] = weights = _in_lanes(weights)
            total += weights
        return total


def _in_lanes(written: str) -> int:
    numbers = [int(number) for number in written.split(",")]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return sum(weight << (_LANE * label) for label, weight in pairs)


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
