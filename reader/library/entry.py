"""One line of the library, as it is shown."""

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from reader.library.card import Row, number_in, text_in
from reader.library.wanted import Progress
from reader.loading.piped import SUFFIX
from reader.loading.seeds import is_seed
from reader.text.progress import percent_read

_DONE = 98


class Entry(NamedTuple):
    """One line of the library: a view of its row, for of the thousands of a list few are read."""

    row: Row
    """The row as it stands in the library's file."""
    mentions: int = 0
    """How often it names the states and organisations that were looked for."""

    @property
    def id(self) -> str:
        """The article's id."""
        return text_in(self.row, "id")

    @property
    def title(self) -> str:
        """The headline, or the first words."""
        return text_in(self.row, "title")

    @property
    def source(self) -> str:
        """What to open it by: a path or a URL."""
        return text_in(self.row, "source")

    @property
    def site(self) -> str:
        """The publication."""
        return text_in(self.row, "site")

    @property
    def author(self) -> str:
        """Who wrote it."""
        return text_in(self.row, "author")

    @property
    def language(self) -> str:
        """BCP 47 language code."""
        return text_in(self.row, "language")

    @property
    def published(self) -> str:
        """ISO 8601 date."""
        return text_in(self.row, "published")

    @property
    def opened(self) -> str:
        """RFC 3339 time in UTC of the last opening."""
        return text_in(self.row, "opened")

    @property
    def added(self) -> str:
        """RFC 3339 time in UTC when it came into the library."""
        return text_in(self.row, "added")

    @property
    def url(self) -> str:
        """The canonical address, where it has one."""
        return text_in(self.row, "url")

    @property
    def percent(self) -> int:
        """How far it has been read, 0 to 100."""
        length = number_in(self.row, "length")
        # An earlier version kept only where the passage begins.
        read = max(number_in(self.row, "read"), number_in(self.row, "position"))
        return percent_read(read, length) if length > 0 else 0

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
    def whence(self) -> str:
        """Where it comes from, in words for what the program keeps itself; else its place."""
        # Asked once: it looks at the disk.
        place = self.place
        if is_seed(place):
            return "sample article"
        return "standard input" if place.endswith(SUFFIX) else place

    @property
    def progress(self) -> Progress:
        """Unread, begun or read to the end."""
        percent = self.percent
        if not percent:
            return "unread"
        return "done" if percent >= _DONE else "reading"


def met(row: Row) -> str:
    """What `Entry.met` is of the row's entry."""
    return text_in(row, "opened") or text_in(row, "added")


class Listing(Sequence[Entry]):
    """The lines of rows, each made when it is asked for: of a long list few are shown."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows

    def __len__(self) -> int:
        """How many there are."""
        return len(self.rows)

    def __eq__(self, other: object) -> bool:
        """Whether another sequence holds the same lines."""
        return isinstance(other, Sequence) and list(self) == list(other)

    def __iter__(self) -> Iterator[Entry]:
        """All of them, one after another."""
        return map(Entry, self.rows)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        """One line, or a list of them."""
        if isinstance(index, slice):
            return [*map(Entry, self.rows[index])]
        return Entry(self.rows[index])
