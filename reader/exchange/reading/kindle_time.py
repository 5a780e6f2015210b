"""The time in a line of Kindle's, in the languages that the device speaks."""

import re
from datetime import datetime

_MONTHS = (
    ("jan", "ene", "gen", "янв"),
    ("feb", "fév", "fev", "фев"),
    ("mar", "mär", "maa", "mrt", "мар"),
    ("apr", "abr", "avr", "апр"),
    ("may", "mai", "mei", "mag", "мая", "май"),
    ("jun", "juin", "giu", "июн"),
    ("jul", "juil", "lug", "июл"),
    ("aug", "ago", "août", "авг"),
    ("sep", "set", "сен"),
    ("oct", "okt", "out", "ott", "окт"),
    ("nov", "ноя"),
    ("dec", "dez", "dic", "déc", "дек"),
)
_FIGURES = re.compile(r"(?P<year>\d{4})[年년]\s*(?P<month>\d{1,2})[月월]\s*(?P<day>\d{1,2})[日일]")
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})[.ºª°]?\s+(?:de\s+)?(?P<name>[^\W\d_]{3,})[.,]?\s+(?:de\s+)?(?P<year>\d{4})"
)
_MONTH_FIRST = re.compile(r"(?P<name>[^\W\d_]{3,})\s+(?P<day>\d{1,2}),?\s+(?P<year>\d{4})")
_CLOCK = re.compile(
    r"(?P<half>上午|下午|午前|午後|오전|오후)?\s*(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    r"\s*(?P<end>[AaPp]\.?\s?[Mm]\b)?"
)
_LATE = ("下午", "午後", "오후")


def time_in(line: str) -> str:
    """The last date and time in a line as RFC 3339, its clock taken for UTC; empty for none."""
    found = [each for shape in _SHAPES for each in shape.finditer(line)]
    for match in sorted(found, key=lambda each: each.start(), reverse=True):
        fields = match.groupdict()
        month = int(fields.get("month") or 0) or _month(fields.get("name") or "")
        hour, minute, second = _clock(line[match.end() :])
        try:
            whole = datetime(int(fields["year"]), month, int(fields["day"]), hour, minute, second)
        except ValueError:
            continue
        return f"{whole.isoformat(timespec='milliseconds')}Z"
    return ""


_SHAPES = (_FIGURES, _DAY_FIRST, _MONTH_FIRST)


def _month(name: str) -> int:
    name = name.lower()
    return next((at for at, stems in enumerate(_MONTHS, start=1) if name.startswith(stems)), 0)


def _clock(rest: str) -> tuple[int, int, int]:
    found = _CLOCK.search(rest)
    if not found:
        return 0, 0, 0
    hour = int(found["hour"])
    end = (found["end"] or "")[:1].lower()
    if found["half"] or end:
        hour = hour % 12 + (12 if end == "p" or found["half"] in _LATE else 0)
    return hour, int(found["minute"]), int(found["second"] or 0)
