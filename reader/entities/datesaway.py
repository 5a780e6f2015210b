"""Dates told from the day of writing: relative dates and weekdays."""

from reader.entities.datedays import CalendarDays
from reader.entities.dateparts import DateParts, FoundDate
from reader.entities.datewords import Phrase

_SOME = frozenset(("beberapa", "several", "many", "few"))


class RelativeDates(CalendarDays):
    """Reads `last week`, `two days ago`, `next Friday` too."""

    __slots__ = ()

    def relative(self, index: int) -> FoundDate | None:
        """`last week`, `two days ago`, `il y a trois ans`."""
        phrase = self.phrase(index, "relative")
        if phrase and (self.number(index - 1) or self.word(index - 1) in _SOME):
            return None
        if phrase:
            unit, _, offset = phrase.value.partition(":")
            return FoundDate(
                index, index + len(phrase.words), DateParts(unit=unit, offset=int(offset))
            )
        ahead = self.phrase(index, "ahead")
        start = index + len(ahead.words) if ahead else index
        number = self.number(start)
        unit_phrase = self.phrase(start + 1, "unit") if number else None
        if not unit_phrase:
            return None
        end = start + 1 + len(unit_phrase.words)
        ago, hence = self.phrase(end, "ago"), self.phrase(end, "hence")
        away = int(ahead.value) if ahead else bool(hence) - bool(ago)
        if not away:
            return None
        after = None if ahead else ago or hence
        end += len(after.words) if after else 0
        return FoundDate(index, end, DateParts(unit=unit_phrase.value, offset=away * number))

    def number(self, index: int) -> int:
        """The number in words or up to three digits at a token; 0 for none."""
        word = self.word(index)
        if word.isdecimal() and len(word) <= 3:
            return int(word)
        phrase = self.phrase(index, "number")
        return int(phrase.value) if phrase else 0

    def weekday(self, index: int) -> FoundDate | None:
        """`Selasa (25/6)`, `terça-feira (25)`, `Tuesday, June 25`, `last Friday`, `Friday`."""
        near = self.phrase(index, "near")
        start = index + len(near.words) if near else index
        day = self.phrase(start, "weekday")
        if not day:
            return None
        number, end = int(day.value), start + len(day.words)
        following = self.calendar_day(end, number) or self.numbered(end, number)
        if following:
            return FoundDate(index, following.last, following.parts)
        if near:
            return FoundDate(index, end, self.said(DateParts(weekday=number), near))
        week = self.phrase(end, "relative")
        if week and week.value.startswith("week:"):
            parts = DateParts(weekday=number, unit="week", offset=int(week.value[5:]))
            return FoundDate(index, end + len(week.words), parts)
        after = self.phrase(end, "afterwards")
        if after:
            parts = self.said(DateParts(weekday=number), after)
            return FoundDate(index, end + len(after.words), parts)
        return FoundDate(index, end, DateParts(weekday=number))

    def calendar_day(self, index: int, weekday: int) -> FoundDate | None:
        """The day that a weekday at the tokens before `index` belongs to."""
        start = index + (self.word(index) in (",", ".") and not self.word(index + 1)[:1].isspace())
        start += start > index and self.word(start) in ("dem", "den", "le", "el")
        bracket = self.word(start) == "("
        found = self.full(start + bracket)
        if not found or not found.parts.day:
            return None
        if bracket and self.word(found.last) != ")":
            return None
        parts = found.parts
        dated = DateParts(parts.year, parts.month, parts.day, weekday)
        return FoundDate(index, found.last + bracket, dated)

    def numbered(self, index: int, weekday: int) -> FoundDate | None:
        """The day of the month in brackets after a weekday: `(25)`."""
        day = self.word(index + 1)
        bracketed = self.word(index) == "(" and self.word(index + 2) == ")"
        if not (bracketed and day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= 31):
            return None
        return FoundDate(index, index + 3, DateParts(day=int(day), weekday=weekday))

    def said(self, parts: DateParts, how: Phrase | None) -> DateParts:
        """A weekday or month with what `last`, `this` or `next` beside it says."""
        if how is None:
            return parts
        direction = int(how.value)
        return parts._replace(direction=direction, current=direction == 0)
