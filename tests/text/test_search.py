"""Search: smart case, accents, blanks, and offsets of the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.article import Span
from reader.text.hits import all_hits

CASES = [
    ("rusia", "Rusia dan RUSIA", ["Rusia", "RUSIA"]),
    ("Rusia", "rusia dan Rusia", ["Rusia"]),
    ("cafe", "Café, cafe\u0301, CAFÉ", ["Café", "cafe\u0301", "CAFÉ"]),
    ("café", "cafe dan café", ["café"]),
    ("turkiye", "Türkiye", ["Türkiye"]),
    ("istanbul", "İstanbul dan istanbul", ["İstanbul", "istanbul"]),
    ("strasse", "Straße", ["Straße"]),
    ("lodz", "Łódź", ["Łódź"]),
    ("uni soviet", "Uni\nSoviet, uni\u00a0soviet", ["Uni\nSoviet", "uni\u00a0soviet"]),
    ('"sekutu"', "“sekutu”", ["“sekutu”"]),
    ("jumat", "Jum’at", []),
    ("jum'at", "Jum’at", ["Jum’at"]),
    ("asia-pasifik", "Asia–Pasifik", ["Asia–Pasifik"]),
    ("е", "ё Е", ["ё", "Е"]),
    ("a.b", "aXb a.b", ["a.b"]),
    ("[", "a[b", ["["]),
    ("安全", "集団安全保障", ["安全"]),
    ("", "abc", []),
    ("  ", "a  b", []),
]


@pytest.mark.parametrize(("query", "text", "expected"), CASES)
def test_a_query_finds(query: str, text: str, expected: list[str]) -> None:
    """Each match as it stands in the text."""
    assert [text[span.start : span.end] for span in all_hits(text, query)] == expected


@given(st.text(), st.text(min_size=1, max_size=8), st.text())
def test_what_is_in_the_text_is_found(before: str, query: str, after: str) -> None:
    """Any stretch of a text finds itself there."""
    import unicodedata

    query = unicodedata.normalize("NFC", query).strip()
    text = f"{before} {query} {after}"
    places = [span.start for span in all_hits(text, query)]

    assert not query.split() or any(place <= len(before) + 1 for place in places)


def test_a_search_that_is_not_wanted_any_more_ends() -> None:
    """The rest of a long text is not read."""
    assert 0 < len(all_hits("a" * 1_000_000, "a", lambda: False)) < 10_000


def test_hits_are_spans_in_order() -> None:
    """By number, from the end, and as slices."""
    hits = all_hits("aba cabac", "a")

    assert (Span(0, 1), Span(7, 8)) == (hits[0], hits[-1])
    assert [Span(2, 3), Span(5, 6)] == hits[1:3]
