"""What a date says, resolved against the day the article speaks from."""

import datetime

from reader.entities.dateparts import DateParts

_AHEAD = datetime.timedelta(days=100)


def fits(parts: DateParts, year: int) -> datetime.date | None:
    """The day in that year; `None` where there is none or the weekday is another."""
    try:
        day = datetime.date(year, parts.month, parts.day)
    except ValueError:
        return None
    return day if parts.weekday in (0, day.isoweekday()) else None


def resolved(parts: DateParts, today: datetime.date) -> str:
    """The ISO value of a date as read on `today`; empty where it cannot be told."""
    if parts.unit:
        return _relative(parts, today)
    if parts.year:
        return _written(parts.year, parts.month, parts.day)
    if parts.month:
        return _without_year(parts, today)
    if parts.weekday and parts.day:
        return _numbered(parts, today)
    if parts.weekday:
        return _weekday(parts, today).isoformat()
    return ""


def _numbered(parts: DateParts, today: datetime.date) -> str:
    """The latest day with that weekday and number, up to two weeks ahead."""
    latest = today + datetime.timedelta(days=14)
    latest -= datetime.timedelta(days=(latest.isoweekday() - parts.weekday) % 7)
    weeks = (latest - datetime.timedelta(days=7 * back) for back in range(60))
    found = next((day for day in weeks if day.day == parts.day), None)
    return found.isoformat() if found else ""


def _written(year: int, month: int, day: int) -> str:
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def _without_year(parts: DateParts, today: datetime.date) -> str:
    if parts.current and not parts.day:
        return _written(today.year, parts.month, 0)
    if not parts.day:
        passed = parts.month < today.month + (parts.direction <= 0)
        if parts.direction:
            return _written(
                today.year
                + (parts.month <= today.month) * (parts.direction > 0)
                - (parts.month >= today.month) * (parts.direction < 0),
                parts.month,
                0,
            )
        return _written(today.year - (not passed and parts.month - today.month > 3), parts.month, 0)
    years = range(today.year + 1, today.year - (28 if parts.weekday else 5), -1)
    days = [day for year in years if (day := fits(parts, year))]
    ahead = {-1: datetime.timedelta(0), 1: datetime.timedelta(366)}.get(parts.direction, _AHEAD)
    past = next((day for day in days if day <= today + ahead), None)
    if past is None and parts.weekday:
        return _without_year(DateParts(month=parts.month, day=parts.day), today)
    return past.isoformat() if past else ""


def _weekday(parts: DateParts, today: datetime.date) -> datetime.date:
    back = (today.isoweekday() - parts.weekday) % 7
    if parts.current:
        return today + datetime.timedelta(days=parts.weekday - today.isoweekday())
    if parts.direction > 0:
        return today + datetime.timedelta(days=7 - back)
    return today - datetime.timedelta(days=back or (7 if parts.direction < 0 else 0))


def _relative(parts: DateParts, today: datetime.date) -> str:
    try:
        if parts.weekday:
            monday = today + datetime.timedelta(days=7 * parts.offset - today.weekday())
            return (monday + datetime.timedelta(days=parts.weekday - 1)).isoformat()
        if parts.month:
            return _written(today.year + parts.offset, parts.month, parts.day)
        return _shifted(parts.unit, parts.offset, today)
    except (OverflowError, ValueError):
        return ""


def _shifted(unit: str, offset: int, today: datetime.date) -> str:
    if unit == "day":
        return (today + datetime.timedelta(days=offset)).isoformat()
    if unit == "week":
        return _common(today + datetime.timedelta(days=7 * offset - today.weekday()))
    if unit == "month":
        month = today.year * 12 + today.month - 1 + offset
        return datetime.date(month // 12, month % 12 + 1, 1).strftime("%Y-%m")
    return f"{today.replace(year=today.year + offset, day=1).year:04}"


def _common(monday: datetime.date) -> str:
    """What the days of a week share: the month, else the year, else nothing."""
    sunday = monday + datetime.timedelta(days=6)
    if monday.year != sunday.year:
        return ""
    return f"{monday:%Y-%m}" if monday.month == sunday.month else f"{monday:%Y}"
