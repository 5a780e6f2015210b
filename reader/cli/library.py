"""The command for the library: listed, searched, counted over time, and its folders."""

import sys
import time
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from reader.cli.failure import DONE, NOTHING_FOUND, Failure
from reader.cli.listing import counted, entry_lines
from reader.cli.printing import say, say_json, table, tell
from reader.cli.records import entry_record
from reader.config import data_dir
from reader.library import Entry, Library
from reader.library.folders import Folders
from reader.library.order import in_order, periods
from reader.library.wanted import Wanted, parse_wanted

_PAUSE = 0.2


def library(given: Namespace) -> int:
    """`reader library [WORDS…]`."""
    data = data_dir(given.data_dir)
    if given.watch or given.unwatch or given.remove:
        return _change(given, data)
    shelf = Library(data)
    tell(shelf.notices())
    _take_files(shelf, data)
    wanted = _wanted(given)
    if wanted.asks_for_names:
        _take_names(shelf, data)
    found = in_order(shelf.search(wanted), given.sort)
    if given.by:
        return _print_periods(found, given.by, given.format)
    return _print(found, given.format, is_narrowed=wanted != Wanted())


def print_library(data: Path, style: str) -> int:
    """Print the articles known, the one opened last at the head."""
    shelf = Library(data)
    tell(shelf.notices())
    return _print(shelf.entries(), style, is_narrowed=False)


def _print(entries: Sequence[Entry], style: str, *, is_narrowed: bool) -> int:
    if style == "json":
        say_json([entry_record(each) for each in entries])
    elif entries:
        say("\n".join(entry_lines(entries)))
    else:
        told = "no such article in the library" if is_narrowed else "the library is empty"
        print(f"reader: {told}", file=sys.stderr)
    return DONE if entries else NOTHING_FOUND


def _wanted(given: Namespace) -> Wanted:
    line = parse_wanted(" ".join(given.words))
    return Wanted(
        line.words,
        (*line.tags, *(tag.removeprefix("#") for tag in given.tag)),
        (*line.states, *given.state),
        (*line.organisations, *given.organisation),
        given.progress or line.progress,
        given.site or line.site,
    )


def _print_periods(entries: Sequence[Entry], period: str, style: str) -> int:
    rows = periods(entries, period)
    if style == "json":
        names = ("period", "articles", "mentions")
        say_json([dict(zip(names, row, strict=True)) for row in rows])
    elif rows:
        say("\n".join(table([_period_row(*row) for row in rows])))
    else:
        print("reader: no such article in the library", file=sys.stderr)
    return DONE if rows else NOTHING_FOUND


def _period_row(when: str, articles: int, mentions: int) -> tuple[str, str, str]:
    told = f"{articles} {'article' if articles == 1 else 'articles'}"
    return when or "undated", told, counted(mentions) if mentions else ""


def _change(given: Namespace, data: Path) -> int:
    folders = Folders(data)
    if given.remove:
        shelf = Library(data)
        entry = shelf.entry(given.remove)
        if entry is None:
            raise Failure(f"there is no article {given.remove!r} in the library", NOTHING_FOUND)
        if not shelf.remove(entry.id):
            raise Failure("the library cannot be written to")
    if given.watch:
        folder = Path(given.watch).expanduser().absolute()
        if not folder.is_dir():
            raise Failure(f"{given.watch}: is no folder")
        folders.add(folder)
        count = _take_files(Library(data), data)
        say(f"{count} {'article' if count == 1 else 'articles'} added from {folder}")
    if given.unwatch and not folders.remove(Path(given.unwatch).expanduser().absolute()):
        raise Failure(f"{given.unwatch}: is not watched", NOTHING_FOUND)
    return DONE


def _take_files(shelf: Library, data: Path) -> int:
    from reader.knowledge import Knowledge

    return Folders(data).take(shelf, partial(Knowledge, data_dir=data), _teller("files"))


def _take_names(shelf: Library, data: Path) -> None:
    from reader.knowledge import Knowledge
    from reader.library.taking import take_names

    take_names(shelf, partial(Knowledge, data_dir=data), _teller("articles"))


def _teller(things: str) -> Callable[[int, int], None]:
    """Tells a terminal, on one line that is gone at the end, how far a long work is."""
    last = time.monotonic()
    is_told = sys.stderr.isatty()

    def tell(number: int, count: int) -> None:
        nonlocal last
        if is_told and (time.monotonic() - last > _PAUSE or number == count):
            last = time.monotonic()
            end = "\r\x1b[K" if number == count else ""
            print(f"\r\x1b[Kreading {number} of {count} {things}{end}", end="", file=sys.stderr)
            sys.stderr.flush()

    return tell
