"""What is typed to narrow a list answers however it is written."""

import sys

import pytest

from reader.ui.narrowing import distance, folded


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Türkiye", "turkiye"),
        ("Straße", "strasse"),
        ("İzmir", "izmir"),
        ("Brand™", "brandtm"),
        ("𝐍𝐀𝐓𝐎", "nato"),
        ("Ⅻ", "xii"),
    ],
)
def test_capitals_and_accents_are_one(words: str, expected: str) -> None:
    """Those in signs as well."""
    assert folded(words) == expected


def test_what_is_folded_is_so_for_good() -> None:
    """Every character of Unicode."""
    each = map(chr, range(sys.maxunicode + 1))
    once = {character: folded.__wrapped__(character) for character in each}

    assert [key for key, value in once.items() if folded.__wrapped__(value) != value] == []


def test_a_name_in_signs_is_found_by_its_letters() -> None:
    """As a whole name."""
    assert distance(folded("brandtm"), "Brand™") == 0
