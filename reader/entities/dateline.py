"""The article's own date, worked out from a dateline such as `Selasa (25/6)`."""

import datetime
import re

from reader.entities.dateparts import DateParts
from reader.entities.dates import DateGrammar
from reader.entities.datewords import date_words
from reader.entities.resolve import fits
from reader.entities.tokens import tokenise

_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d%]|[.,]\d)")
_HEAD = 20_000
_SPAN = 28
"""Years after which every pairing of weekday and day of the month has come round."""


def dateline(text: str, language: str, today: datetime.date) -> datetime.date | None:
    """The day the article speaks from; `None` when in doubt.

    The first dates that name a day decide. Without a year it is the latest one not in the future,
    and not before the latest past year that the text speaks of, in which the weekday fits.
    """
    head = text[:_HEAD]
    tokens = tokenise(head, 0, len(head), language)
    dates = [found.parts for found in DateGrammar(tokens, date_words(language)).find()]
    days = [parts for parts in dates if parts.day and parts.month]
    dated = [parts for parts in days if parts.weekday]
    for parts in dated[:1] or days[:1]:
        return _whole(parts, today, _latest_year(head, today))
    return None


def _latest_year(text: str, today: datetime.date) -> int:
    years = [int(year) for year in _YEAR.findall(text)]
    return max((year for year in years if year <= today.year), default=0)


def _whole(parts: DateParts, today: datetime.date, earliest: int) -> datetime.date | None:
    if parts.year:
        return _past(fits(parts, parts.year), today)
    if not parts.weekday:
        return None
    for year in range(today.year, max(earliest, today.year - _SPAN) - 1, -1):
        if day := _past(fits(parts, year), today):
            return day
    return None


def _past(day: datetime.date | None, today: datetime.date) -> datetime.date | None:
    return day if day and day <= today else None
