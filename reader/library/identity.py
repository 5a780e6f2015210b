"""Which known article a loaded one is: by its address, its text, its path and its likeness."""

from collections.abc import Iterable
from hashlib import sha256

from reader.article import Article
from reader.library.card import Row, is_another_file, is_gone, keys_of, text_in, texts_in
from reader.library.likeness import likeness, sketch

SAME_PATH = 0.2
"""How alike two texts at one path must be to be one article, edited."""
SAME_TITLE = 0.5
"""How alike two texts must be to be one article under one headline, or in a file that moved."""
_MARKS = "addresses", "digests", "paths"
_SHARED = 12
"""The least number of hashes that the sketches of such texts share."""


def matching(article: Article, rows: Iterable[Row]) -> str:
    """The id of the article among those known; empty where it is not one of them.

    An address decides; then a text that is the same to the letter; then a path, a headline, or
    that the file known is gone, but only with a text that is much the same.
    """
    rows = list(rows)
    keys = frozenset(keys_of(article))
    if keys:
        for row in rows:
            if not keys.isdisjoint(texts_in(row, "addresses")):
                return text_in(row, "id")
    digest = article.digest
    for row in rows:
        if digest in texts_in(row, "digests"):
            return text_in(row, "id")
    return _most_alike(article, rows)


class Likely:
    """The rows sorted by what an article is known by, for when many articles are asked for."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = list(rows)
        self._numbers: dict[str, list[int]] = {}
        for number, row in enumerate(self._rows):
            marks = [each for name in _MARKS for each in texts_in(row, name)]
            for mark in (*marks, *_hashes(text_in(row, "sketch"))):
                self._numbers.setdefault(mark, []).append(number)

    def rows_for(self, article: Article) -> list[Row]:
        """The rows that `matching` could choose, in their order."""
        marks = (*keys_of(article), article.digest, article.source)
        numbers = {
            number
            for mark in (*marks, *_hashes(sketch(article.text)))
            for number in self._numbers.get(mark, ())
        }
        return [self._rows[number] for number in sorted(numbers)]


def _hashes(written: str) -> list[str]:
    return [written[at : at + 4] for at in range(0, len(written), 4)]


def _most_alike(article: Article, rows: list[Row]) -> str:
    mine = sketch(article.text) if rows else ""
    best, found = 0.0, ""
    for row in rows:
        is_here = article.source in texts_in(row, "paths")
        theirs = text_in(row, "sketch")
        if is_here or (_share_much(mine, theirs) and _may_have_moved(article, row)):
            score = likeness(mine, theirs)
            if score >= (SAME_PATH if is_here else SAME_TITLE) and score > best:
                best, found = score, text_in(row, "id")
    return found


def _share_much(mine: str, theirs: str) -> bool:
    # Far quicker than the likeness itself: each hash is four characters of either sketch.
    least = min(_SHARED, len(mine) // 8)
    return mine == theirs or sum(map(theirs.__contains__, _hashes(mine))) >= least


def _may_have_moved(article: Article, row: Row) -> bool:
    # Two versions side by side are two articles, or each would hide the other in the library.
    kept = text_in(row, "source")
    if is_another_file(kept, article.source):
        return False
    has_same_title = bool(article.title) and article.title == row.get("title")
    return has_same_title or is_gone(kept)


def new_id(article: Article) -> str:
    """The id of an article that is not known: the same on every machine for the same article."""
    keys = keys_of(article)
    named = sha256(keys[0].encode()).hexdigest() if keys else article.digest
    return named[:16]
