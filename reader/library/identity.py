"""Which known article a loaded one is: by its address, its text, its path and its likeness."""

from bisect import bisect_right
from collections.abc import Iterable
from hashlib import sha256
from itertools import accumulate

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
    for name, marks in (("addresses", keys_of(article)), ("digests", [article.digest])):
        if row := _first_with(rows, name, marks):
            return text_in(row, "id")
    return _most_alike(article, rows)


def _first_with(rows: list[Row], name: str, marks: list[str]) -> Row | None:
    holding = (row for row in rows if any(_has(row, name, mark) for mark in marks))
    return next(holding, None)


def _has(row: Row, name: str, mark: str) -> bool:
    # Of ten thousand rows each is asked: the list is not looked through for what is no text.
    held = row.get(name)
    return type(held) is list and mark in held


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
    here = {number for number, row in enumerate(rows) if _has(row, "paths", article.source)}
    best, found = 0.0, ""
    for number in sorted(here | _sharing_much(mine, [text_in(row, "sketch") for row in rows])):
        row, is_here = rows[number], number in here
        if is_here or _may_have_moved(article, row):
            score = likeness(mine, text_in(row, "sketch"))
            if score >= (SAME_PATH if is_here else SAME_TITLE) and score > best:
                best, found = score, text_in(row, "id")
    return found


def _sharing_much(mine: str, sketches: list[str]) -> set[int]:
    """The numbers of the sketches that share many hashes with one, found in all at one go."""
    hashes = _hashes(mine)
    least = max(1, min(_SHARED, len(hashes) // 2))
    # One that shares so many has at least one of these.
    telling = hashes[: len(hashes) - least + 1]
    joined = " ".join(sketches)
    ends = list(accumulate(len(each) + 1 for each in sketches))
    numbers: set[int] = set()
    for part in telling:
        at = joined.find(part)
        while at >= 0:
            number = bisect_right(ends, at)
            numbers.add(number)
            at = joined.find(part, ends[number])
    return {each for each in numbers if sum(map(sketches[each].__contains__, hashes)) >= least}


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
