"""The short form of the fuzzing of each loader."""

import pytest

from tests.loading.fuzzing import SAMPLES, inputs, tried

SHORT = {"html": 40, "docx": 40, "mhtml": 30, "feed": 60, "markdown": 60}


def wrong(kind: str, count: int, seed: int) -> list[str]:
    """What is wrong with how so many mutated inputs were read."""
    return list(filter(None, (tried(kind, data) for data in inputs(kind, count, seed))))


@pytest.mark.parametrize("kind", SAMPLES)
def test_mutated_inputs_end_in_an_article_or_a_clear_error(kind: str) -> None:
    """No other exception, and no unsound article."""

    assert wrong(kind, SHORT.get(kind, 100), seed=0) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", SAMPLES)
def test_many_mutated_inputs_do_so_too(kind: str) -> None:
    """The long form, from another seed."""

    assert wrong(kind, 1500, seed=1) == []
