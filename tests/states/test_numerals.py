"""Numbers in words and digits."""

import re

import pytest

from reader.states.numerals import number_pattern, ordinal_pattern, value_of


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        ("en", "32", 32),
        ("en", "twenty-seven", 27),
        ("en", "ninety-nine", 99),
        ("id", "sebelas", 11),
        ("id", "dua belas", 12),
        ("id", "tiga puluh dua", 32),
        ("fr", "vingt-sept", 27),
        ("es", "treinta y dos", 32),
        ("ru", "тридцать две", 32),
        ("ru", "тридцать два", 32),
        ("ru", "пять", 5),
        ("en", "zero", 0),
        ("en", "many", 0),
    ],
)
def test_a_cardinal_has_its_value(language: str, written: str, expected: int) -> None:
    """What is not understood is 0."""
    assert value_of(written, language) == expected
    assert bool(re.fullmatch(number_pattern(language), written)) == (expected > 0)


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [("en", "32nd", 32), ("en", "eleventh", 11), ("id", "ke-32", 32), ("fr", "32e", 32)],
)
def test_an_ordinal_has_its_value(language: str, written: str, expected: int) -> None:
    """Digits and words."""
    assert re.fullmatch(ordinal_pattern(language), written)
    assert value_of(written, language) == expected
