"""The words of a stretch and where they stand."""

import gc

import pytest

from reader.entities.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("O'Brien’s U.S. aide", "en", ["O'Brien", "’s", "U.S.", "aide"]),
        ("di Kompas.com, A.", "id", ["di", "Kompas.com", ",", "A", "."]),
        ("l'Union qu’il d'une", "fr", ["l'", "Union", "qu’", "il", "d'", "une"]),
        ("(@Rusia) https://a.id/b Rusia", "id", ["(", ")", "Rusia"]),
    ],
)
def test_a_stretch_is_cut_into_words_and_marks(
    text: str, language: str, expected: list[str]
) -> None:
    """Each token with its offsets in the whole text."""
    tokens = tokenise(f"Ab. {text}", 4, 4 + len(text), language)
    edges = zip(tokens.starts, tokens.ends, strict=True)

    assert tokens.words == expected
    assert [f"Ab. {text}"[start:end] for start, end in edges] == expected


def test_tokens_leave_nothing_to_the_garbage_collector() -> None:
    """An object for each token would be looked at again and again: slower, the longer the text."""
    phases: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:
        phases.append(phase)

    gc.callbacks.append(note)
    try:
        tokens = tokenise("(" * 100_000, 0, 100_000, "id")
    finally:
        gc.callbacks.remove(note)

    assert len(tokens.words) == 100_000
    assert phases.count("start") <= 1
