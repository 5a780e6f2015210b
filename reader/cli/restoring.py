"""The command that brings notes back from a daily copy, or from a file of rescued notes."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from reader.cli.failure import DONE, NOTHING_FOUND, USAGE, Failure
from reader.cli.printing import say, say_json, table
from reader.cli.read import open_session
from reader.config import data_dir
from reader.library import Library
from reader.notes.doctor import articles, generations, kept_notes, restore
from reader.notes.layout import UnreadableError
from reader.notes.store import notes_folder


def restore_notes(given: Namespace) -> int:
    """`reader notes restore [SOURCE|FILE [COPY]]`."""
    words, data = given.copy, data_dir(given.data_dir)
    if not words:
        return _list(given, data, articles(notes_folder(data)))
    if len(words) == 1 and (owner := _owner(Path(words[0]))):
        return _restore(given, data, owner, Path(words[0]))
    given.source = words[0]
    is_id = words[0] in articles(notes_folder(data)) or Library(data).entry(words[0])
    article = words[0] if is_id else open_session(given).id
    if len(words) == 1:
        return _list(given, data, [article])
    return _restore(given, data, article, _copy(data, article, words[1]))


def _owner(path: Path) -> str:
    """The article of a note file; empty where it is none."""
    if path.suffix != ".json" or not path.is_file():
        return ""
    try:
        return kept_notes(path).article
    except (OSError, UnreadableError):
        return ""


def _copy(data: Path, article: str, word: str) -> Path:
    for path in generations(data, article):
        if path.stem == word:
            return path
    if Path(word).is_file():
        return Path(word)
    raise Failure(f"there is no copy {word!r} of these notes", NOTHING_FOUND)


def _restore(given: Namespace, data: Path, article: str, source: Path) -> int:
    if len(given.copy) > 2:
        raise Failure("one source and one copy at a time", USAGE)
    try:
        count = restore(data, article, source)
    except UnreadableError as error:
        raise Failure(f"{source}: not a file of notes ({error})") from error
    except OSError as error:
        raise Failure(f"{source}: {error.strerror or error}") from error
    if given.format == "json":
        say_json({"article": article, "copy": str(source), "restored": count})
    else:
        say(f"{count} {'note' if count == 1 else 'notes'} restored from {source}")
    return DONE


def _list(given: Namespace, data: Path, ids: list[str]) -> int:
    found = [each for article in ids for each in _copies(data, article)]
    if given.format == "json":
        keys = ("article", "copy", "notes", "path")
        say_json([dict(zip(keys, each, strict=True)) for each in found])
    elif found:
        library = Library(data)
        for article in dict.fromkeys(row[0] for row in found):
            entry = library.entry(article)
            say(f"{article}  {entry.title if entry else ''}".rstrip())
            rows = [(day, _count(notes)) for id_, day, notes, _ in found if id_ == article]
            say("\n".join(table(rows)))
    else:
        print("reader: no copies; one is made before the first change of a day", file=sys.stderr)
    return DONE if found else NOTHING_FOUND


def _count(notes: int | None) -> str:
    if notes is None:
        return "damaged"
    return f"{notes} {'note' if notes == 1 else 'notes'}"


def _copies(data: Path, article: str) -> Iterator[tuple[str, str, int | None, str]]:
    for path in generations(data, article):
        try:
            count: int | None = kept_notes(path).count
        except (OSError, UnreadableError):
            count = None
        yield article, path.stem, count, str(path)
