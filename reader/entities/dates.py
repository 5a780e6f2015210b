"""Dates in a run of tokens: where they stand and what they say, before they are resolved."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from reader.entities.datedays import YEAR, YEAR_WORDS
from reader.entities.dateparts import DateParts, FoundDate, is_later_year
from reader.entities.datesaway import RelativeDates

_DIGITS = "0123456789"
_YEAR = 4
"""The digits of a year; fewer are a number of something, or a day before its month."""
_NONE: frozenset[str] = frozenset()
_DECADE = re.compile(r"((?:1[5-9]|20)\d0)(?:s|an|er)")


class DateGrammar(RelativeDates):
    """Reads dates off a run of tokens in one language."""

    __slots__ = ()

    def find(self) -> list[FoundDate]:
        """All dates, in order and apart."""
        found: list[FoundDate] = []
        free = 0
        words, openers = self.tokens.words, self.words.openers
        for index in [n for n, word in enumerate(words) if word in openers or "0" <= word < ":"]:
            if index < free:
                continue
            listed = bool(found) and found[-1].parts.year > 0 and self.goes_on(free, index)
            if date := self.at(index) or (self.years(index, True) if listed else None):
                found.append(date)
                free = date.last
        return found

    def goes_on(self, last: int, index: int) -> bool:
        """Whether nothing but `and` and a comma stands between a date and the token at `index`."""
        few = 0 < index - last < 3
        return few and all(word in self.words.joins for word in self.tokens.words[last:index])

    def at(self, index: int) -> FoundDate | None:
        """The date that begins at a token, if any."""
        words, word = self.words, self.tokens.words[index]
        figures = word[0] in _DIGITS
        after = words.counted if figures and len(word) < _YEAR else words.after.get(word)
        if after is not None and self.word(index + 1) not in after:
            return None
        for reading in _readings(words.openers.get(word, _NONE), figures):
            if found := reading(self, index):
                return found
        return None

    def edged(self, index: int) -> FoundDate | None:
        """`akhir 2016`, `early May 2020`, `late 1980s`, `awal tahun ini`, `June 2024`."""
        edge = self.phrase(index, "edge")
        start = index + len(edge.words) if edge else index
        start += bool(edge) and self.word(start) in ("-", "de", "tahun")
        month = self.phrase(start, "month")
        if month:
            found = self.with_year(index, start + len(month.words), int(month.value), 0)
            return found if found and (found.parts.year or found.parts.unit or edge) else None
        if edge and YEAR.fullmatch(self.word(start)):
            return FoundDate(index, self.after_year(start), DateParts(int(self.word(start))))
        found = self.relative(index + len(edge.words)) or self.decade(start) if edge else None
        return FoundDate(index, found.last, found.parts) if found else None

    def decade(self, index: int) -> FoundDate | None:
        """`1980s`, `1990er`, `1990-an`, `1990-х`."""
        word = self.word(index)
        match = _DECADE.fullmatch(word)
        if match:
            return FoundDate(index, index + 1, DateParts(int(match[1])))
        if YEAR.fullmatch(word) and self.word(index + 1) == "-":
            ending = self.word(index + 2) in ("an", "х")
            return FoundDate(index, index + 3, DateParts(int(word))) if ending else None
        return None

    def lone_month(self, index: int) -> FoundDate | None:
        """`in June`, `pada Januari`: a month after a cue or a word such as `last`."""
        near = self.phrase(index, "near")
        start = index + len(near.words) if near else index
        month = self.phrase(start, "month")
        if not month:
            return None
        end = start + len(month.words)
        after = self.phrase(end, "afterwards")
        cued = self.word(index - 1) in self.words.cues | {"bulan", "Bulan"}
        if not (near or after or cued) or self.word(end)[:1].isupper():
            return None
        parts = self.said(DateParts(month=int(month.value)), near or after)
        return FoundDate(index, end + (len(after.words) if after else 0), parts)

    def follows_name(self, index: int) -> bool:
        """Whether a year of our times follows a capitalised word: `menjelang Pemilu 2014`."""
        before, earlier = self.word(index - 1), self.word(index - 2)
        named = before.isalpha() and before[0].isupper() and len(before) > 2
        inside = earlier[:1].isalnum() or earlier in (",", "(")
        return (
            named
            and inside
            and self.word(index)[:2] in ("19", "20")
            and not (self.word(index + 1)[:1].isalnum() and self.word(index + 1)[:1].isupper())
        )

    def years(self, index: int, listed: bool = False) -> FoundDate | None:
        """A year after a cue, in brackets, or in a list or table of years; a range of years."""
        word = self.word(index)
        if not YEAR.fullmatch(word):
            return None
        if self.word(index + 1) in YEAR_WORDS:
            return FoundDate(index, self.after_year(index), DateParts(int(word)))
        before, after = self.word(index - 1), self.word(index + 1)
        if self.phrase(index + 1, "counted"):
            return None
        if self.glued(index + 1) and after in (",", ".", "%") and self.glued(index + 2):
            return None
        spanned = after in ("-", "–", "/") and is_later_year(word, self.word(index + 2))
        known = before in self.words.cues or (before == "(" and (after in (")", ",") or spanned))
        known = known or listed or index in self.rows or self.follows_name(index)
        end = index + 3 if spanned else index + 1
        return FoundDate(index, end, DateParts(int(word))) if known else None


@cache
def _readings(
    kinds: frozenset[str], figures: bool
) -> Sequence[Callable[[DateGrammar, int], FoundDate | None]]:
    """What to try, in turn, where phrases of these kinds may begin, or where figures stand."""
    begins = (
        (DateGrammar.relative, figures or kinds & {"relative", "ahead", "number"}),
        (DateGrammar.weekday, kinds & {"near", "weekday"}),
        (DateGrammar.full, figures or "month" in kinds),
        (DateGrammar.edged, kinds & {"edge", "month"}),
        (DateGrammar.decade, figures),
        (DateGrammar.lone_month, kinds & {"near", "month"}),
        (DateGrammar.years, figures),
    )
    return [reading for reading, fits in begins if fits]
