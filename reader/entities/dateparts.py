"""What one date says, and whether there can be such a date."""

from typing import NamedTuple


class DateParts(NamedTuple):
    """What one date says; zero or empty where it says nothing."""

    year: int = 0
    """Four digits."""
    month: int = 0
    """1 to 12."""
    day: int = 0
    """Of the month."""
    weekday: int = 0
    """ISO number, Monday 1."""
    unit: str = ""
    """`day`, `week`, `month` or `year` of a relative date.

    A weekday may be one of such a week, a month one of such a year.
    """
    offset: int = 0
    """How many units away from the reference date a relative date lies."""
    direction: int = 0
    """-1 for `last Friday`, 1 for `next Friday`."""
    current: bool = False
    """Whether it is the one of this week or year: `this Friday`, `Oktober ini`."""


class FoundDate(NamedTuple):
    """A date over the tokens `[first, last)`."""

    first: int
    """The first token."""
    last: int
    """The token after the last."""
    parts: DateParts
    """What it says."""


def possible(month: int, day: int) -> bool:
    """Whether there is a year with that day."""
    return (
        1 <= month <= 12 and 1 <= day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    )


def from_figures(numbers: list[int], year_first: bool) -> DateParts | None:
    """The date of three numbers, the year first or last; month and day where they fit."""
    year, month, day = numbers if year_first else reversed(numbers)
    if year < 100:
        year += 2000 if year < 70 else 1900
    if not possible(month, day):
        month, day = day, month
    fits = possible(month, day) and 1500 <= year <= 2099
    return DateParts(year, month, day) if fits else None


def is_later_year(year: str, until: str) -> bool:
    """Whether `until`, of four digits or the last two, is a year after `year`."""
    return until.isdecimal() and len(until) in (2, 4) and year[-len(until) :] < until
