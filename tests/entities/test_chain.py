"""The best path through the labels is the one that trying out every path finds."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.entities.chain import Chain
from reader.entities.model import LABELS, Model, fallback, model

MODELS = ("id", "en", "ru", "fr", "de", "")
NUMBERS = range(len(LABELS))
SMALL = st.integers(-3, 3)
LARGE = st.integers(-20_000, 20_000)


def row(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[int, ...]]:
    """A number for each label."""
    return st.tuples(*[numbers for _ in LABELS])


def tried_out(
    into: Sequence[Sequence[int]], out: Sequence[int], rows: list[tuple[int, ...]]
) -> list[int]:
    """The best of all paths in which a later word follows one of its kind; of equal ones the one
    with the lower labels, the last label first.
    """

    def score(path: Sequence[int]) -> int:
        steps = zip((0, *path), path, strict=False)
        weights = sum(into[label][before] for before, label in steps)
        return weights + out[path[-1]] + sum(row[n] for row, n in zip(rows, path, strict=True))

    def may_be(path: Sequence[int]) -> bool:
        return all(
            not LABELS[label].startswith("I-") or LABELS[before][2:] == LABELS[label][2:]
            for before, label in zip((0, *path), path, strict=False)
        )

    paths = [list(path) for path in product(NUMBERS, repeat=len(rows)) if may_be(path)]
    return max(paths, key=lambda path: (score(path), [-label for label in reversed(path)]))


def weights(language: str) -> Model:
    """The model of a language."""
    return model(language) or fallback()


@given(
    st.tuples(*[row(SMALL) for _ in LABELS]),
    row(SMALL),
    st.lists(row(SMALL), min_size=1, max_size=3),
)
def test_any_weights_give_the_best_path(
    into: tuple[tuple[int, ...], ...], out: tuple[int, ...], rows: list[tuple[int, ...]]
) -> None:
    """Small numbers, so that many paths are equal."""
    assert Chain(into, out).labels(rows) == tried_out(into, out, rows)


@pytest.mark.parametrize("language", MODELS)
@given(rows=st.lists(st.one_of(row(LARGE), row(SMALL)), min_size=1, max_size=3))
def test_the_weights_of_each_model_give_the_best_path(
    language: str, rows: list[tuple[int, ...]]
) -> None:
    """Scores as large as those of words; small ones too, where weights between labels decide."""
    trained = weights(language)
    chain = Chain(trained.into, trained.out)
    expected = tried_out(trained.into, trained.out, rows)

    assert chain.labels(rows) == expected
    assert len(rows) > 1 or [chain.label(rows[0])] == expected
