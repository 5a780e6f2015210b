"""An index of the states and organisations that articles name, beside the library.

It is made of the articles and can be thrown away: what is missing is read again when asked for.
"""

from collections import Counter
from collections.abc import Iterable
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.config import config_dir
from reader.entities.mention import Recognition
from reader.notes.files import make_private

if TYPE_CHECKING:
    from sqlite3 import Connection

_PATIENCE = 2.0
_WAY = ":2"
"""The way of counting: what was counted in another is counted again."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS known (id TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS named (
    key TEXT, id TEXT, count INTEGER NOT NULL, PRIMARY KEY (key, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_id ON named (id);
"""


class Reading(NamedTuple):
    """What was recognised in one text of an article."""

    id: str
    """The article's id."""
    digest: str
    """The sha256 of the text."""
    found: Recognition
    """What it names."""


def state_key(iso: str) -> str:
    """The key of a state by its ISO 3166-1 code."""
    return f"state:{iso.upper()}"


def organisation_key(name: str) -> str:
    """The key of an organisation by its acronym or, where it has none, its name."""
    return f"org:{name.casefold()}"


def _counts(found: Recognition) -> Counter[str]:
    """How often each key is named; by a seat of government that stands for it alone, 0 times."""
    counts: Counter[str] = Counter()
    for mention in found.mentions:
        entity = found.entities[mention.entity]
        if entity.iso and (entity.kind == "state" or mention.metonym):
            counts[state_key(entity.iso)] += entity.kind == "state"
        elif entity.kind == "org":
            counts[organisation_key(entity.organisation or entity.name)] += 1
    return counts


def _own_mark() -> str:
    """What tells one way of counting, and one state of the reader's own files, from another."""
    files = [path for path in (config_dir() / "organisations").glob("*.toml") if path.is_file()]
    told = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(files)]
    return _WAY + (f":{sha256(repr(told).encode()).hexdigest()[:16]}" if told else "")


class NameIndex:
    """Which article names what, and how often; nothing where the disk does not let us."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / "library.names"

    def put(self, readings: Iterable[Reading]) -> None:
        """Keep what was recognised, in place of what was known of the same articles."""
        from sqlite3 import DatabaseError, OperationalError

        readings = list(readings)
        try:
            self._put(readings)
        except (OSError, OperationalError):
            # Another process holds it for too long, or the disk does not let us.
            return
        except DatabaseError:
            with suppress(DatabaseError, OSError):
                self._path.unlink()
                self._put(readings)

    def _put(self, readings: Iterable[Reading]) -> None:
        with closing(self._opened()) as base, base:
            base.executescript(_SCHEMA)
            for article_id, digest, found in readings:
                base.execute("DELETE FROM named WHERE id = ?", [article_id])
                rows = [(key, article_id, count) for key, count in _counts(found).items()]
                base.executemany("INSERT INTO named VALUES (?, ?, ?)", rows)
                known = [article_id, digest + _own_mark()]
                base.execute("INSERT OR REPLACE INTO known VALUES (?, ?)", known)

    def digests(self) -> dict[str, str]:
        """Of each article that is known, the digest of the text that was read.

        What was read when the reader's own organisations were others is not known any more.
        """
        mark, rows = _own_mark(), self._asked("SELECT id, digest FROM known")
        told = ((article, str(kept).partition(":")) for article, kept in rows)
        return {str(article): digest for article, (digest, *rest) in told if "".join(rest) == mark}

    def naming(self, key: str) -> dict[str, int]:
        """The articles that name a thing, each with how often."""
        rows = self._asked("SELECT id, count FROM named WHERE key = ?", key)
        return {str(row[0]): int(row[1]) for row in rows}

    def _asked(self, question: str, *values: str) -> list[tuple[str, int]]:
        from sqlite3 import Error

        if self._path.exists():
            with suppress(Error, OSError), closing(self._opened()) as base:
                return base.execute(question, values).fetchall()
        return []

    def _opened(self) -> "Connection":
        from sqlite3 import connect

        make_private(self._path)
        return connect(self._path, timeout=_PATIENCE)
