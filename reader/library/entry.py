"""One line of the library, as it is shown."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

from reader.library.card import Row, number_in, text_in
from reader.library.wanted import Progress
from reader.text.progress import percent_read

_DONE = 98


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the library."""

    id: str
    """The article's id."""
    title: str
    """The headline, or the first words."""
    source: str
    """What to open it by: a path or a URL."""
    site: str
    """The publication."""
    author: str
    """Who wrote it."""
    language: str
    """BCP 47 language code."""
    published: str
    """ISO 8601 date."""
    opened: str
    """RFC 3339 time in UTC of the last opening."""
    percent: int
    """How far it has been read, 0 to 100."""
    added: str = ""
    """RFC 3339 time in UTC when it came into the library."""
    url: str = ""
    """The canonical address, where it has one."""
    mentions: int = 0
    """How often it names the states and organisations that were looked for."""

    @property
    def met(self) -> str:
        """When it was last opened or, where it never was, when it came into the library."""
        return self.opened or self.added

    @property
    def place(self) -> str:
        """Where it can be opened from: its address, where its file is gone or was a pipe."""
        is_gone = "://" not in self.source and not os.path.exists(self.source)
        return self.url if self.url and is_gone else self.source

    @property
    def progress(self) -> Progress:
        """Unread, begun or read to the end."""
        if not self.percent:
            return "unread"
        return "done" if self.percent >= _DONE else "reading"


def met(row: Row) -> str:
    """What `Entry.met` is of the row's entry."""
    return text_in(row, "opened") or text_in(row, "added")


class Listing(Sequence[Entry]):
    """The lines of rows, each made when it is asked for: of a long list few are shown."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._made: list[Entry | None] = [None] * len(rows)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        """Whether another sequence holds the same lines."""
        return isinstance(other, Sequence) and list(self) == list(other)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        """One line, or a list of them."""
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        made = self._made[index]
        if made is None:
            made = self._made[index] = entry_of(self._rows[index])
        return made


def entry_of(row: Row) -> Entry:
    """The line of a row."""
    length = number_in(row, "length")
    # An earlier version kept only where the passage begins.
    read = max(number_in(row, "read"), number_in(row, "position"))
    percent = percent_read(read, length) if length > 0 else 0
    return Entry(
        text_in(row, "id"),
        text_in(row, "title"),
        text_in(row, "source"),
        text_in(row, "site"),
        text_in(row, "author"),
        text_in(row, "language"),
        text_in(row, "published"),
        text_in(row, "opened"),
        percent,
        text_in(row, "added"),
        text_in(row, "url"),
    )
