"""Days of the calendar in a run of tokens: day and month, with or without a year."""

import re
from collections.abc import Container

from reader.entities.dateparts import DateParts, FoundDate, from_figures, possible
from reader.entities.datewords import DateWords, Phrase
from reader.entities.tokens import BEGIN, END, Tokens

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|ª)?")
_LINKS = frozenset((",", "de", "of", "del", "do", "tahun"))
_TO = frozenset(("-", "–", "—"))
"""Marks between the first day and the last."""
_BEFORE, _BEHIND = ("(", "", BEGIN), (")", "", END)
"""What stands on either side of a day and month in figures that is a date by itself."""
YEAR_WORDS = frozenset(("года", "году", "годом", "годах", "г", "год"))


class CalendarDays:
    """Reads days of the calendar off a run of tokens in one language."""

    __slots__ = ("rows", "tokens", "words")

    def __init__(self, tokens: Tokens, words: DateWords, rows: Container[int] = ()) -> None:
        """The stretch, the words of its language, the tokens that fill a row's first cell."""
        self.tokens = tokens
        self.words = words
        self.rows = rows

    def word(self, index: int) -> str:
        """The token at `index`; empty beyond the ends."""
        return self.tokens.words[index] if 0 <= index < len(self.tokens.words) else ""

    def glued(self, index: int) -> bool:
        """Whether no space stands before the token at `index`."""
        return self.tokens.glued(index)

    def phrase(self, index: int, kind: str) -> Phrase | None:
        """The longest phrase of a kind that stands at a token."""
        return self.words.at(self.tokens.words, index, kind)

    def full(self, index: int) -> FoundDate | None:
        """A day and a month, with or without a year, in figures or words."""
        return self.figures(index) or self.day_month(index) or self.month_day(index)

    def figures(self, index: int) -> FoundDate | None:
        """`25/6`, `25/6/2024`, `25.06.2024`, `2024-06-25`."""
        mark = self.word(index + 1)
        if mark not in ("/", ".", "-"):
            return None
        numbers = [self.word(index + step) for step in (0, 2, 4)]
        if not (numbers[0].isdecimal() and numbers[1].isdecimal()):
            return None
        if not (self.glued(index + 1) and self.glued(index + 2)):
            return None
        whole = self.word(index + 3) == mark and self.glued(index + 3) and self.glued(index + 4)
        if not whole or not numbers[2].isdecimal():
            before = self.word(index - 1)
            day, month = int(numbers[0]), int(numbers[1])
            fits = mark == "/" and before in _BEFORE and self.word(index + 3) in _BEHIND
            after_weekday = self.phrase(index - 2, "weekday") is not None
            fits = fits or (mark == "/" and after_weekday)
            if fits and possible(month, day):
                return FoundDate(index, index + 3, DateParts(month=month, day=day))
            return None
        if mark == "." and len(numbers[2]) != 4 and {len(number) for number in numbers} != {2}:
            return None
        parts = from_figures([int(number) for number in numbers], len(numbers[0]) == 4)
        return FoundDate(index, index + 5, parts) if parts else None

    def day_month(self, index: int) -> FoundDate | None:
        """`25 Juni 2024`, `25-27 June`, `25 de junio de 2024`, `1er mai`, `4th day of April`."""
        match = _DAY.fullmatch(self.word(index))
        if not match or not 1 <= int(match[1]) <= 31:
            return None
        at, day = index + 1, int(match[1])
        at += self.word(at) == "." and self.word(at + 1) in self.words.until
        if self.until(at) and _DAY.fullmatch(self.word(at + 1)):
            at, day = at + 2, 0
        at += self.word(at) == "day" and self.word(at + 1) == "of"
        at += self.word(at) == "." or self.word(at) in ("de", "of")
        month = self.phrase(at, "month")
        if not month:
            return None
        return self.with_year(index, at + len(month.words), int(month.value), day)

    def until(self, index: int) -> bool:
        """Whether the token at `index` stands between the first day of several and the last."""
        return self.word(index) in _TO or self.word(index) in self.words.until

    def month_day(self, index: int) -> FoundDate | None:
        """`June 25, 2024`, `June 25`."""
        month = self.phrase(index, "month")
        if not month:
            return None
        at = index + len(month.words)
        at += self.word(at) == "." and self.glued(at)
        match = _DAY.fullmatch(self.word(at))
        if not match or not 1 <= int(match[1]) <= 31:
            return None
        if self.word(at + 1) in (".", ":", ",") and self.glued(at + 1) and self.glued(at + 2):
            return None
        day, at = int(match[1]), at + 1
        if self.word(at) in _TO and self.glued(at) and _DAY.fullmatch(self.word(at + 1)):
            day, at = 0, at + 2
        return self.with_year(index, at, int(month.value), day)

    def with_year(self, first: int, at: int, month: int, day: int) -> FoundDate | None:
        """The date with the year that may follow its month or day at the token `at`."""
        if day and not possible(month, day):
            return None
        at += self.word(at) == "." and self.glued(at) and self.word(at + 1)[:1].isdigit()
        linked = at + (self.word(at) in _LINKS)
        if not YEAR.fullmatch(self.word(linked)):
            for start in (at, linked):
                year = self.phrase(start, "relative")
                if year and year.value.startswith("year:"):
                    away = int(year.value[5:])
                    parts = DateParts(month=month, day=day, unit="year", offset=away)
                    return FoundDate(first, start + len(year.words), parts)
            after = self.phrase(at, "afterwards")
            direction = int(after.value) if after else 0
            at += len(after.words) if after else 0
            current = after is not None and not direction
            parts = DateParts(month=month, day=day, direction=direction, current=current)
            return FoundDate(first, at, parts)
        return FoundDate(
            first, self.after_year(linked), DateParts(int(self.word(linked)), month, day)
        )

    def after_year(self, index: int) -> int:
        """The token after the year at `index` and its Russian `года`."""
        if self.word(index + 1) not in YEAR_WORDS:
            return index + 1
        return index + 2 + (self.word(index + 1) == "г" and self.word(index + 2) == ".")
