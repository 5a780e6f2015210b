"""Recognitions of long articles kept on disk, by all that they depend on.

A kept one may be deleted at any time, and is never used after the text, its date, the recogniser
or its tables have changed.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple
from itertools import islice
from pathlib import Path

from reader.article import Article
from reader.entities.gazetteer import OwnNames
from reader.entities.mention import Entity, Mention, Recognition
from reader.entities.mentions import MentionColumns
from reader.entities.plugins import VARIABLE
from reader.entities.recogniser import recognise
from reader.text.rests import Rest, breathe

LONG = 50_000
"""The least characters of an article that is worth keeping: a shorter one takes milliseconds."""
_MOST_KEPT = 32
_PIECE = 500
_HERE = Path(__file__).parent
_TABLES = ("names", "lexicon", "models", "calendar", "triggers")


def recognised(
    article: Article, as_of: str, folder: Path, own: OwnNames = (), rest: Rest = breathe
) -> Recognition:
    """All mentions of an article; those of a long one are kept in `folder` for the next time.

    Args:
        rest: as for `recognise`.
    """
    if len(article.text) < LONG:
        return recognise(article, as_of, own=own, rest=rest)
    path = folder / f"{_digest(article, as_of, own)}.jsonl"
    found = _read(path)
    if found is None:
        found = recognise(article, as_of, own=own, rest=rest)
        _write(path, found)
    return found


def _digest(article: Article, as_of: str, own: OwnNames) -> str:
    """The hash of the article, its date, own names, the recogniser, and of its code and tables."""
    told = [article.digest, article.language, as_of, os.environ.get(VARIABLE, "")]
    about = [*told, own, [*_engine()]]
    hashed = hashlib.sha256(json.dumps(about).encode())
    blocks = ((block.kind, block.start, block.end) for block in article.blocks)
    # Neither here nor below is the whole of it in memory at once, beside the article itself.
    while some := list(islice(blocks, _PIECE)):
        hashed.update(json.dumps(some).encode())
    return hashed.hexdigest()


def _engine() -> Iterator[tuple[str, int, int]]:
    """Name, size and time of each file that a recognition depends on."""
    for folder in (_HERE, *(_HERE.parent / "data" / name for name in _TABLES)):
        for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if entry.is_file():
                yield entry.name, entry.stat().st_size, entry.stat().st_mtime_ns


def _read(path: Path) -> Recognition | None:
    try:
        with path.open(encoding="ascii") as file:
            count, mentioned = json.loads(file.readline())
            rows = (row for line in file for row in json.loads(line))
            entities = {row[0]: Entity(*row) for row in islice(rows, count)}
            mentions = MentionColumns(Mention(*row) for row in rows)
        if (len(entities), len(mentions)) != (count, mentioned):
            return None
        return Recognition(mentions, entities)
    except (OSError, ValueError, TypeError):
        return None


def _write(path: Path, found: Recognition) -> None:
    unfinished = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("w", encoding="ascii") as file:
            # Written in small pieces: the thread that reads the keys must have its turn.
            file.writelines(json.dumps(rows) + "\n" for rows in _pieces(found))
        unfinished.replace(path)
        _prune(path.parent)
    except OSError:
        # Without it the article is recognised anew, that is all.
        with suppress(OSError):
            unfinished.unlink()


def _pieces(found: Recognition) -> Iterator[Sequence[object]]:
    """How many entities and mentions there are, then these, some hundreds at a time."""
    yield [len(found.entities), len(found.mentions)]
    entities = iter(found.entities.values())
    while rows := [astuple(entity) for entity in islice(entities, _PIECE)]:
        yield rows
    mentions = ((m.start, m.end, m.kind, m.entity, m.metonym) for m in found.mentions)
    while mentioned := list(islice(mentions, _PIECE)):
        yield mentioned


def _prune(folder: Path) -> None:
    kept = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_MOST_KEPT:]:
        path.unlink(missing_ok=True)
