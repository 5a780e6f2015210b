"""Partial ISO dates, and whether a day lies in an interval whose ends are only partly known."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Literal, TypeAlias

Presence: TypeAlias = Literal["in", "out", "uncertain"]

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_FIRST, _LAST = "0000-00-00", "9999-99-99"


@lru_cache(maxsize=4096)
def days(partial: str) -> tuple[str, str]:
    """The first and the last day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` can mean.

    Raises:
        ValueError: it is no such date, or no such day exists.
    """
    match = _PARTIAL.fullmatch(partial)
    if not match:
        raise ValueError(f"{partial!r} is not YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = match.groups()
    if year == "0000":
        raise ValueError(f"{partial!r} is not a date: no such year")
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not "01" <= month <= "12":
        raise ValueError(f"{partial!r} is not a date: no such month")
    if day is None:
        return f"{partial}-01", f"{partial}-{monthrange(int(year), int(month))[1]}"
    try:
        date.fromisoformat(partial)
    except ValueError as error:
        raise ValueError(f"{partial!r} is not a date: no such day") from error
    return partial, partial


@lru_cache(maxsize=4096)
def bounds(moment: str) -> tuple[str, str]:
    """The first and the last day of a partial date, or of `A/B`: some day from A to B.

    Raises:
        ValueError: it is no such date, or B is before A.
    """
    earliest, slash, latest = moment.partition("/")
    if not slash:
        return days(moment)
    first, last = days(earliest)[0], days(latest)[1]
    if first >= last:
        raise ValueError(f"{moment!r} is not earliest/latest")
    return first, last


def latest_year(moment: str) -> str:
    """The year that a date, or the later of two, lies in at the latest."""
    return bounds(moment)[1][:4]


def at(partial: str) -> str:
    """A date as a sentence has it: `on 2024-06-25`, `in 1995`, `between 1986 and 1988`."""
    earliest, slash, latest = partial.partition("/")
    if slash:
        return f"between {earliest} and {latest}"
    return f"{'on' if len(partial) == len('YYYY-MM-DD') else 'in'} {partial}"


def presence(since: str, until: str, as_of: str) -> Presence:
    """Whether `as_of` lies in `[since, until)`, for every reading of the dates.

    An empty `until` means that the interval is still open. The answer is `uncertain` where one
    reading puts the day in and another puts it out.
    """
    first, last = days(as_of)
    earliest, latest = bounds(since)
    end, end_latest = bounds(until) if until else (_LAST, _LAST)
    if latest <= first and last < end:
        return "in"
    if last < earliest or first >= end_latest:
        return "out"
    return "uncertain"


def is_after(one: str, other: str) -> bool:
    """Whether `one` is later than `other` for every reading of the two; empty is never later."""
    return bool(one) and bounds(one)[0] > (bounds(other)[1] if other else _FIRST)


def agree(one: str, other: str) -> bool:
    """Whether two dates can mean the same day."""
    (first, last), (other_first, other_last) = bounds(one), bounds(other)
    return first <= other_last and other_first <= last
