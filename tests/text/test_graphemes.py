"""Grapheme clusters, after the examples of Unicode Standard Annex 29."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.graphemes import cluster_at, clusters, is_simple

CASES = {
    "letters": ("abc", ["a", "b", "c"]),
    "combining accent": ("e\u0301x", ["e\u0301", "x"]),
    "line end": ("a\r\nb", ["a", "\r\n", "b"]),
    "no mark joins a control": ("\n\u0301", ["\n", "\u0301"]),
    "Hangul jamo": ("\u1112\u1161\u11ab\u1100", ["\u1112\u1161\u11ab", "\u1100"]),
    "Hangul syllable and final": ("\uac00\u11a8\uac01", ["\uac00\u11a8", "\uac01"]),
    "flags in pairs": ("🇮🇩🇷🇺🇦", ["🇮🇩", "🇷🇺", "🇦"]),
    "family": ("👨‍👩‍👧a", ["👨‍👩‍👧", "a"]),
    "skin tone": ("👍🏽!", ["👍🏽", "!"]),
    "presentation": ("❤\ufe0f.", ["❤\ufe0f", "."]),
    "Thai vowel": ("กำ", ["กำ"]),
    "Devanagari": ("नि", ["नि"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_text_falls_into_clusters(text: str, expected: list[str]) -> None:
    """A cluster is what a person takes for one character."""
    found = [text[start:end] for start, end in clusters(text)]

    assert expected == found


@given(st.text())
def test_clusters_cover_the_text_in_order(text: str) -> None:
    """No code point is lost, doubled or moved."""
    found = "".join(text[start:end] for start, end in clusters(text))

    assert text == found


@given(st.text(min_size=1), st.data())
def test_the_cluster_at_an_offset_is_one_of_the_clusters(text: str, data: st.DataObject) -> None:
    """Looking from the middle finds the same cluster as reading from the start."""
    offset = data.draw(st.integers(0, len(text) - 1))
    expected = next(pair for pair in clusters(text) if pair[1] > offset)

    assert expected == cluster_at(text, offset)


@given(st.text())
def test_simple_text_has_a_cluster_for_each_code_point(text: str) -> None:
    """The quick test never calls text simple that is not."""
    lone = len(list(clusters(text))) == len(text)

    assert lone or not is_simple(text)
