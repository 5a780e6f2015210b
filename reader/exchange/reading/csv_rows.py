"""Readwise's CSV: what it takes in, what it gives out, and our own export to it."""

import csv
import re
from collections.abc import Mapping
from io import StringIO

from reader.exchange.format import ExchangeError, Incoming
from reader.exchange.reading.foreign import foreign_anchor, foreign_id, foreign_note, utc_time

KEY = "readwise"
_NAMES = {
    "quote": ("highlight",),
    "title": ("title", "book title", "document title"),
    "url": ("url", "source url"),
    "note": ("note",),
    "place": ("location",),
    "created": ("date", "highlighted at"),
    "tags": ("tags",),
    "colour": ("color", "colour"),
}
_GUARDED = re.compile("'(?=[ \\n]*[=+\\-@\\t\uff1d\uff0b\uff0d\uff20])")
_TAGS = re.compile(r"[,;]\s*")


def parse(text: str) -> list[Incoming]:
    """The notes of a file, in its order.

    Raises:
        ExchangeError: it is no CSV with a column of highlights.
    """
    try:
        first, *rows = csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    except (csv.Error, ValueError) as error:
        raise ExchangeError(f"this is no CSV: {error}") from error
    columns = _columns(first)
    if "quote" not in columns:
        raise ExchangeError("this CSV has no column Highlight")
    cells = (
        {name: _cell(row[at]) if at < len(row) else "" for name, at in columns.items()}
        for row in rows
        if any(row)
    )
    return [_incoming({**dict.fromkeys(_NAMES, ""), **each}) for each in cells]


def has_columns(line: str) -> bool:
    """Whether a first line names the columns that are read."""
    first = next(csv.reader([line.lstrip("\ufeff")]), [])
    return "quote" in _columns(first)


def _columns(first: list[str]) -> dict[str, int]:
    places = {name.strip().lower(): at for at, name in enumerate(first)}
    found = (
        (name, next((places[e] for e in known if e in places), -1))
        for name, known in _NAMES.items()
    )
    return {name: at for name, at in found if at >= 0}


def _cell(text: str) -> str:
    return _GUARDED.sub("", text, count=1) if text.startswith("'") else text


def _incoming(cells: Mapping[str, str]) -> Incoming:
    created, quote, body = utc_time(cells["created"]), cells["quote"], cells["note"]
    place = int(cells["place"]) if cells["place"].isdecimal() else 0
    note = foreign_note(
        foreign_id(created, KEY, cells["url"] or cells["title"], quote, body),
        foreign_anchor(quote, start=place),
        body=body,
        tags=_TAGS.split(cells["tags"]),
        colour=cells["colour"],
        created=created,
    )
    refused = "" if quote.strip() or body.strip() else "it has neither a highlight nor a note"
    return Incoming(note, cells["url"], cells["title"], refused=refused)
