"""An index of the articles' words, beside the library: it finds texts, and holds none of them.

SQLite's full-text search answers over ten thousand articles in milliseconds. The index is a help
and no store: without it, or with a damaged one, only titles and the like are searched.
"""

import re
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Article
from reader.notes.files import make_private

if TYPE_CHECKING:
    from sqlite3 import Connection

_LONGEST = 1 << 20
"""How much of a text is indexed, in code points."""
_PATIENCE = 2.0
_WORD = re.compile(r"\w+")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS known (id TEXT PRIMARY KEY, row INTEGER NOT NULL, digest TEXT NOT NULL);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    text, content='', detail=column, tokenize="unicode61 remove_diacritics 2"
);
"""


class WordIndex:
    """The words of each article's latest text."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / "library.words"

    def put(self, articles: Iterable[tuple[Article, str]]) -> None:
        """Index the texts of articles, each with its id, unless they were indexed last."""
        from sqlite3 import Error

        with suppress(Error, OSError), closing(self._opened()) as base, base:
            base.executescript(_SCHEMA)
            for article, article_id in articles:
                _put(base, article_id, article)

    def find(self, text: str) -> frozenset[str]:
        """The ids of the articles whose text holds every word of `text`, or one that begins so."""
        from sqlite3 import Error

        words = _WORD.findall(text)
        if not words or not self._path.exists():
            return frozenset()
        query = " AND ".join(f'"{word}"*' for word in words)
        with suppress(Error, OSError), closing(self._opened()) as base:
            rows = base.execute(
                "SELECT id FROM known WHERE row IN (SELECT rowid FROM words WHERE words MATCH ?)",
                [query],
            )
            return frozenset(row[0] for row in rows)
        return frozenset()

    def _opened(self) -> "Connection":
        from sqlite3 import connect

        make_private(self._path)
        return connect(self._path, timeout=_PATIENCE)


def _put(base: "Connection", article_id: str, article: Article) -> None:
    held = base.execute("SELECT digest FROM known WHERE id = ?", [article_id]).fetchone()
    if held == (article.digest,):
        return
    [last] = base.execute("SELECT coalesce(max(row), 0) FROM known").fetchone()
    # The words of an older text stay behind, under a row that no article has.
    text = f"{article.title}\n{article.site}\n{article.text[:_LONGEST]}"
    base.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", [last + 1, text])
    base.execute(
        "INSERT OR REPLACE INTO known VALUES (?, ?, ?)", [article_id, last + 1, article.digest]
    )
