"""The day that a page prints near its headline, where its metadata names none."""

import os
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from reader.loading.elements import name_of, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_CALENDAR = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "calendar")
_META = re.compile(
    r"publi(?:sh|cation)|^(?:dc\.|dcterms\.)?(?:date|created|issued)\b|pubdate", re.I
)
_HINT = re.compile(
    r"\b(?:post|entry|article|news)?-?_?(?:date|time|tanggal|publish\w*|posted|waktu)"
)
_LONGEST = 80
_MOST = 3_000
"""How many elements are looked at."""
_NEAR = 30
"""How many elements behind the headline may tell the day in a few words, whatever they are."""
_FIRST_YEAR = 1990
_BIG_ENDIAN = re.compile(r"(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?([^\W\d_]{3,})\.?,?\s+(?:de\s+)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")


def printed_day(tree: "_Element", language: str) -> str:
    """The ISO date; empty where none is found."""
    days = (_day_in(text, language) for text in _candidates(tree))
    return next(filter(None, days), "")


def _candidates(tree: "_Element") -> Iterator[str]:
    """What may tell the day, the likeliest first."""
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        if _META.search(name):
            yield meta.get("content", "")[:_LONGEST]
    elements = [each for each in islice(tree.iter(), _MOST) if name_of(each)]
    names = [name_of(each) for each in elements]
    start = names.index("h1") + 1 if "h1" in names else 0
    # The time above a headline may be today's.
    for each in (*elements[start:], *elements[:start]):
        if name_of(each) == "time" or _HINT.search(f"{each.get('class')} {each.get('id')}"):
            yield each.get("datetime", "")[:_LONGEST]
            yield from _short(each, _LONGEST)
    for each in elements[start : start + _NEAR] if start else ():
        yield from _short(each, _LONGEST // 2)


def _short(element: "_Element", most: int) -> list[str]:
    text = words_of(element)
    return [text] if len(text) <= most else []


def _day_in(text: str, language: str) -> str:
    if found := _BIG_ENDIAN.search(text):
        return _iso(found[1], found[2], found[3])
    if found := _NUMERIC.search(text):
        # Only where it cannot be read the American way.
        is_day_first = found[2] == "." or int(found[1]) > 12 or language not in {"", "en"}
        return _iso(found[4], found[3], found[1]) if is_day_first else ""
    if found := _DAY_FIRST.search(text):
        return _iso(found[3], _months().get(found[2].casefold(), ""), found[1])
    if found := _MONTH_FIRST.search(text):
        return _iso(found[3], _months().get(found[1].casefold(), ""), found[2])
    return ""


def _iso(year: str, month: str, day: str) -> str:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if found.year >= _FIRST_YEAR else ""


@cache
def _months() -> dict[str, str]:
    """The number of a month by its name or short form in any language that is known."""
    months = {}
    for name in sorted(os.listdir(_CALENDAR)):
        with open(os.path.join(_CALENDAR, name), encoding="utf-8") as file:
            for line in file:
                kind, value, form = line.rstrip("\n").split("\t")
                if kind == "month":
                    months[form.rstrip(".").casefold()] = value
    return months
