"""Grapheme clusters: what a person takes for one character, as stretches of code points.

The rules of Unicode Standard Annex 29, read from the standard library's character data; where
that lacks a property (`Extended_Pictographic`, `Indic_Conjunct_Break`), whatever follows a joiner
is taken to be joined.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_ZWJ = "\u200d"
_NOT_SIMPLE = re.compile(
    "[^\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]"
)
_SEARCH_BACK = 64


def is_simple(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether each code point there is a cluster of its own, one cell wide (line feeds apart)."""
    return not _NOT_SIMPLE.search(text, start, len(text) if end is None else end)


@lru_cache(4096)
def _role(char: str) -> str:
    """How a character joins: `x` to the one before, `j` to both, `r` flag half, L V T Hangul."""
    code = ord(char)
    if char == _ZWJ:
        return "j"
    if 0x1F1E6 <= code <= 0x1F1FF:
        return "r"
    if 0x1100 <= code <= 0x11FF or 0xA960 <= code <= 0xA97C or 0xD7B0 <= code <= 0xD7FB:
        return _jamo(code)
    if 0xAC00 <= code <= 0xD7A3:
        return "V" if (code - 0xAC00) % 28 == 0 else "T"
    extends = (
        unicodedata.category(char) in ("Mn", "Me", "Mc")
        or 0x1F3FB <= code <= 0x1F3FF
        or 0xE0020 <= code <= 0xE007F
        or char in "\u200c\u0e33\u0eb3\uff9e\uff9f"
    )
    return "x" if extends else ""


def _jamo(code: int) -> str:
    if code < 0x1160 or 0xA960 <= code <= 0xA97C:
        return "L"
    return "v" if code < 0x11A8 or 0xD7B0 <= code <= 0xD7C6 else "t"


def _joins(before: str, after: str) -> bool:
    """Whether two neighbours of these roles stay together, flags apart."""
    if after in ("x", "j"):
        return True
    if before == "j":
        return True
    if before == "L":
        return after in ("L", "V", "v", "T")
    if before in ("V", "v"):
        return after in ("v", "t")
    return before in ("T", "t") and after == "t"


def next_boundary(text: str, offset: int, end: int | None = None) -> int:
    """The end of the cluster that begins at `offset`, at most `end`."""
    end = len(text) if end is None else end
    if offset >= end:
        return end
    if text[offset] == "\r" and text[offset + 1 : offset + 2] == "\n":
        return min(offset + 2, end)
    if text[offset] < " ":
        return offset + 1
    role = _role(text[offset])
    index = offset + 1
    if role == "r" and index < end and _role(text[index]) == "r":
        index += 1
        role = "x"
    while index < end and text[index] >= " ":
        after = _role(text[index])
        if not _joins(role, after):
            break
        role = role if after == "x" and role == "j" and index == offset else after
        index += 1
    return index


def clusters(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The clusters of a stretch that begins on a boundary, as `(start, end)`."""
    end = len(text) if end is None else end
    while start < end:
        after = next_boundary(text, start, end)
        yield start, after
        start = after


def cluster_at(text: str, offset: int) -> tuple[int, int]:
    """The cluster that holds the code point at `offset`."""
    if is_simple(text, max(0, offset - 1), offset + 2):
        return offset, min(offset + 1, len(text))
    start = _safe_start(text, offset)
    for first, after in clusters(text, start):
        if after > offset:
            return first, after
    return len(text), len(text)


def _safe_start(text: str, offset: int) -> int:
    """A boundary not far before `offset`: after a simple character."""
    start = min(offset, len(text))
    floor = max(0, start - _SEARCH_BACK)
    while start > floor and not is_simple(text, start - 1, start):
        start -= 1
    return max(0, start - 1)
