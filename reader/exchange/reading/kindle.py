"""Kindle's "My Clippings.txt": highlights and notes, in whatever language the device speaks.

Each clipping is a title line, a line of details that begins with a hyphen, an empty line and the
text; a row of equals signs ends it. What the details say is told by numbers and a few words, the
times are those of the device's clock.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.exchange.format import ExchangeError, Incoming
from reader.exchange.reading.foreign import foreign_anchor, foreign_id, foreign_note
from reader.exchange.reading.kindle_time import time_in

KEY = "kindle"
_END = re.compile(r"^={10}\s*$", re.MULTILINE)
_AUTHOR = re.compile(r"\s*\((?P<author>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
_NOTE = re.compile(
    r"\b(?:note|nota|notiz|notitie|anotação)\b|заметк|メモ|笔记|筆記|메모", re.IGNORECASE
)
_MARK = re.compile(
    r"bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|закладк|ブックマーク|书签|書籤",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d+)(?:\s*[-–—]\s*(\d+))?")
_APART = re.compile(r"\s[|｜]\s*|\s*[|｜]\s")


@dataclass(frozen=True, slots=True)
class _Clipping:
    """One entry of the file."""

    title: str
    details: str
    text: str
    is_note: bool
    places: tuple[tuple[int, int], ...]
    """The pages and positions that the details name, in order: first and last."""

    @property
    def place(self) -> tuple[int, int]:
        """The finest one: the position where there is one, else the page."""
        return self.places[-1] if self.places else (0, 0)


def parse(text: str) -> list[Incoming]:
    """The highlights, each with the note that was written on it, and the notes left over.

    Raises:
        ExchangeError: there is no clipping in it.
    """
    clippings = list(_clippings(text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")))
    if not clippings:
        raise ExchangeError("there is no clipping in it")
    marks = [each for each in clippings if not each.is_note]
    words: dict[int, list[str]] = {}
    free = []
    for note in (each for each in clippings if each.is_note):
        at = _marked(note, marks)
        if at is None:
            free.append(note)
        else:
            words.setdefault(at, []).append(note.text)
    noted = [_incoming(mark, mark.text, words.get(at, [])) for at, mark in enumerate(marks)]
    return [*noted, *(_incoming(note, "", [note.text]) for note in free)]


def _clippings(text: str) -> Iterator[_Clipping]:
    for entry in _END.split(text):
        title, _, rest = entry.strip("\n\ufeff ").partition("\n")
        details, _, body = rest.partition("\n")
        details, body = details.strip(), body.strip()
        if not details.startswith(("-", "–")) or not body or _is_bookmark(details):
            continue
        parts = _APART.split(details)
        told = " | ".join(parts[:-1]) if len(parts) > 1 else details
        places = tuple(_place(*found) for found in _RANGE.findall(told))
        yield _Clipping(title.strip(), details, body, bool(_NOTE.search(told)), places)


def _place(first: str, last: str) -> tuple[int, int]:
    # Old devices leave the figures out that both ends share: 1234-36.
    whole = first[: max(0, len(first) - len(last))] + last
    return int(first), int(whole)


def _is_bookmark(details: str) -> bool:
    return _MARK.search(details) is not None and not _NOTE.search(details)


def _marked(note: _Clipping, marks: list[_Clipping]) -> int | None:
    """Which highlight a note was written on: it stands at the end of one, or within it."""
    first, last = note.place
    held = [
        (mark.place[1] != last, mark.place[1] - mark.place[0], -at)
        for at, mark in enumerate(marks)
        if mark.title == note.title and mark.place[0] <= last and first <= mark.place[1]
    ]
    return -min(held)[2] if held and note.places else None


def _incoming(clipping: _Clipping, quote: str, words: list[str]) -> Incoming:
    body = "\n\n".join(words)
    title = _AUTHOR.sub("", clipping.title)
    created = time_in(clipping.details)
    note_id = foreign_id(created, KEY, clipping.title, quote, body)
    note = foreign_note(note_id, foreign_anchor(quote), body=body, created=created)
    return Incoming(replace(note, modified=created), "", title or clipping.title)
