"""Words: runs of letters and digits, with the marks that bind them, in any script.

A script that is written without blanks gives a character at a time where each is a word or
nearly one (Han, kana), and a run at a time elsewhere (Thai, Khmer, Lao).
"""

import re

from reader.article import Span

_WORD = re.compile(
    "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff][\u0300-\u036f\u3099\u309a]*"
    "|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
    "[\\w\u00ad\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u0900-\u109f\u1780-\u17d3\u200c\u200d]"
    "|(?<=\\w)['’.,:/-](?=\\w))+"
)
_REACH = 512


def word_at(text: str, offset: int, start: int, end: int) -> Span:
    """The word that holds `offset` or is the next one, within `[start, end)`."""
    floor = _floor(text, offset, start)
    for match in _WORD.finditer(text, floor, end):
        if match.end() > offset:
            return Span(match.start(), match.end())
    return word_before(text, end, start) or Span(start, end)


def word_after(text: str, offset: int, end: int) -> Span | None:
    """The first word that begins at `offset` or later, before `end`."""
    match = _WORD.search(text, offset, end)
    return Span(match.start(), match.end()) if match else None


def word_before(text: str, offset: int, start: int) -> Span | None:
    """The last word that ends at `offset` or earlier, from `start` on."""
    reach = offset
    while reach > start:
        reach = _floor(text, max(start, reach - 64), start)
        last = None
        for match in _WORD.finditer(text, reach, offset):
            last = match
        if last:
            return Span(last.start(), last.end())
    return None


def _floor(text: str, offset: int, start: int) -> int:
    """A place at or before `offset` where a word may begin, and surely none is cut."""
    blank = max(text.rfind(" ", start, offset), text.rfind("\n", start, offset))
    return max(start, blank + 1, offset - _REACH)
