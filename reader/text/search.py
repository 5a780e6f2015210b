"""Search in the canonical text: smart case, accents folded, offsets those of the original.

The query becomes one regular expression in which each letter is the class of all characters that
fold to it, so the text is never copied and every match is where it stands.
"""

import re
import unicodedata
from functools import lru_cache

_FOLDED_RANGES = ((0xC0, 0x250), (0x386, 0x3D0), (0x400, 0x530), (0x1E00, 0x2000))
_ALIKE = {
    "'": "'’‘ʼ`´",
    '"': '"“”„«»',
    "-": "-\u2010\u2011–—−",
    "ss": "ß",
    "ae": "æ",
    "oe": "œ",
    "o": "øö",
    "d": "đð",
    "l": "ł",
    "i": "ı",
    "t": "ŧ",
    "h": "ħ",
}
_COMBINING = "[\u00ad\u0300-\u036f\u0591-\u05bd\u064b-\u0655\u0670]*"


@lru_cache(64)
def compile_query(query: str) -> re.Pattern[str] | None:
    """The query as a regular expression; None where it is blank.

    A query without capitals matches in either case; one without accents matches with any. Blanks
    match any blanks, line ends among them.
    """
    words = unicodedata.normalize("NFC", query).split()
    if not words:
        return None
    any_case = query == query.lower()
    return re.compile(r"\s+".join(_word_pattern(word, any_case) for word in words))


def _word_pattern(word: str, any_case: bool) -> str:
    parts: list[str] = []
    index = 0
    while index < len(word):
        pair = word[index : index + 2]
        if any_case and len(pair) == 2 and pair in _ALIKE:
            letters = "".join(_letter_pattern(char, any_case) for char in pair)
            parts.append(f"(?:{letters}|[{_ALIKE[pair]}{_ALIKE[pair].upper()[:1]}])")
            index += 2
            continue
        parts.append(_letter_pattern(word[index], any_case))
        index += 1
    return "".join(parts)


def _letter_pattern(char: str, any_case: bool) -> str:
    alike = set(_family(char)) | set(_ALIKE.get(char, ""))
    if any_case:
        alike |= {
            other for each in alike for other in (each.upper(), each.lower()) if len(other) == 1
        }
        alike |= {kin for each in (char.upper(), char.lower()) for kin in _family(each)}
    trail = _COMBINING if char.isalpha() else ""
    if len(alike) == 1:
        return re.escape(char) + trail
    return f"[{''.join(re.escape(each) for each in sorted(alike))}]{trail}"


def _family(char: str) -> list[str]:
    """The characters that a query's `char` stands for: itself and, if bare, its accented forms."""
    return [char, *_accented().get(char, "")]


@lru_cache(1)
def _accented() -> dict[str, str]:
    """Bare letter to the letters that are it with accents."""
    table: dict[str, str] = {}
    for first, after in _FOLDED_RANGES:
        for char in map(chr, range(first, after)):
            base = unicodedata.normalize("NFD", char)[0]
            if base != char:
                table[base] = table.get(base, "") + char
    return table
