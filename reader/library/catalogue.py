"""The library as the program sees it: know an article again, list what was read, go on reading."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from reader.article import Article
from reader.library.card import Card, Row, number_in, text_in, texts_in
from reader.library.entry import Entry, Listing, met
from reader.library.identity import Likely, matching, new_id
from reader.library.index import WordIndex
from reader.library.names import NameIndex, Reading, organisation_key, state_key
from reader.library.shelf import RowFile, Rows
from reader.library.wanted import Wanted, parse_wanted
from reader.notes.index import NoteIndex, Query
from reader.notes.store import notes_folder


class Library:
    """The articles known in one data directory.

    Nothing is read before it is asked for, and nothing is written but by `record`,
    `set_position` and `remove`. These give False where the disk does not let them: reading goes on.
    """

    def __init__(self, directory: Path) -> None:
        self._file = RowFile(directory)
        self._directory = directory
        self._words = WordIndex(directory)
        self._names = NameIndex(directory)
        self._asked: tuple[Rows, Likely | None] = ({}, None)
        self._listed: tuple[Rows, Listing] = ({}, Listing(()))
        self._folded: tuple[Sequence[Row], list[str], list[str]] = ((), [], [])

    def identify(self, article: Article) -> str:
        """The article's id, whether it is known or not; the same one after it was recorded."""
        rows = self._file.rows()
        if rows is not self._asked[0]:
            # For one article all rows are looked at; for several it is worth to sort them first.
            self._asked = rows, None
            return matching(article, rows.values()) or new_id(article)
        likely = self._asked[1] or Likely(rows.values())
        self._asked = rows, likely
        return matching(article, likely.rows_for(article)) or new_id(article)

    def record(self, article: Article, article_id: str) -> bool:
        """Note that the article was opened, under the id that `identify` gave."""
        return self._take([(article, article_id)], is_opened=True)

    def add(self, articles: Iterable[tuple[Article, str]]) -> bool:
        """Put articles into the list that were not opened yet, each with its id."""
        return self._take(list(articles), is_opened=False)

    def _take(self, articles: list[tuple[Article, str]], *, is_opened: bool) -> bool:
        def note(rows: Rows) -> None:
            now, holders = _now(), _holders(rows)
            for article, article_id in articles:
                old = Card.from_json(rows.get(article_id) or {"id": article_id})
                new = old.seen(article, now if is_opened else "", now)
                _take_away(rows, holders, new)
                rows[article_id] = new.to_json()

        if not self._file.change(note):
            return False
        self._words.put(articles)
        return True

    def keep_names(self, readings: Iterable[Reading]) -> None:
        """Keep what articles name, so that they are found by it."""
        self._names.put(readings)

    def unnamed(self) -> list[tuple[Entry, str]]:
        """The entries whose latest text is not known by what it names, each with its digest."""
        known, rows = self._names.digests(), self._file.rows()
        latest = ((entry, texts_in(rows[entry.id], "digests")[-1:]) for entry in self.entries())
        return [
            (entry, each[0]) for entry, each in latest if each and known.get(entry.id) != each[0]
        ]

    def notices(self) -> list[str]:
        """What the reader should be told of the library's file, once; a damaged one is mended."""
        return self._file.notices()

    def paths(self) -> dict[str, str]:
        """Every path of an article, removed or not, with the time when the article was met last."""
        rows = self._file.rows().values()
        return {path: met(row) for row in rows for path in texts_in(row, "paths")}

    def position(self, article_id: str) -> int:
        """Where reading of an article stopped, in code points; 0 where it is not known."""
        return number_in(self._file.rows().get(article_id, {}), "position")

    def set_position(self, article_id: str, offset: int, end: int = 0) -> bool:
        """Keep where reading of a recorded article stopped: a passage's start, and its end."""
        position = max(0, offset)
        return self._alter(article_id, {"position": position, "read": max(position, end)})

    def remove(self, article_id: str) -> bool:
        """Take an article out of the list; opened again, it has its notes and its place."""
        return self._alter(article_id, {"removed": True})

    def _alter(self, article_id: str, fields: Row) -> bool:
        def alter(rows: Rows) -> None:
            if article_id in rows:
                rows[article_id] = {**rows[article_id], **fields}

        return self._file.change(alter)

    def entries(self) -> Sequence[Entry]:
        """The articles, the one opened or added last at the head."""
        return self._listing()

    def _listing(self) -> Listing:
        rows = self._file.rows()
        if rows is not self._listed[0]:
            there = (row for row in rows.values() if row.get("removed") is not True)
            self._listed = rows, Listing(sorted(there, key=met, reverse=True))
        return self._listed[1]

    def entry(self, article_id: str) -> Entry | None:
        """One article, removed or not; None where it is not known."""
        row = self._file.rows().get(article_id)
        return Entry(row) if row else None

    def find(self, text: str) -> Sequence[Entry]:
        """The entries that answer a line as `parse_wanted` reads it."""
        return self.search(parse_wanted(text))

    def search(self, wanted: Wanted) -> Sequence[Entry]:
        """The entries that answer what is wanted.

        First those that hold the words in title, site, author, source or date, then those whose
        article does; in each part, the one opened last at the head.
        """
        entries = self._holding(wanted.words) if wanted.words else self.entries()
        if wanted.tags:
            tagged = [self._noted(Query(tag=tag)) for tag in wanted.tags]
            entries = [each for each in entries if all(each.id in ids for ids in tagged)]
        if wanted.progress:
            entries = [each for each in entries if each.progress == wanted.progress]
        if wanted.site:
            begins = wanted.site.casefold()
            entries = [each for each in entries if each.site.casefold().startswith(begins)]
        return self._naming(entries, wanted) if wanted.asks_for_names else entries

    def _holding(self, words: tuple[str, ...]) -> Sequence[Entry]:
        rows = self._listing().rows
        if self._folded[0] is not rows:
            self._folded = rows, [text_in(row, "id") for row in rows], [*map(_shown, rows)]
        _, ids, lines = self._folded
        folded = [word.casefold() for word in words]
        named = [at for at, line in enumerate(lines) if all(map(line.__contains__, folded))]
        told = self._words.find(" ".join(words)).difference(ids[at] for at in named)
        named += (at for at, article_id in enumerate(ids) if article_id in told)
        return Listing([rows[at] for at in named])

    def _naming(self, entries: Sequence[Entry], wanted: Wanted) -> list[Entry]:
        counts = [
            dict.fromkeys(self._noted(Query(state=iso)), 0) | self._names.naming(state_key(iso))
            for iso in wanted.states
        ]
        counts += [self._names.naming(organisation_key(name)) for name in wanted.organisations]
        return [
            each._replace(mentions=sum(count[each.id] for count in counts))
            for each in entries
            if all(each.id in count for count in counts)
        ]

    def _noted(self, query: Query) -> frozenset[str]:
        """The articles with a note that answers a query."""
        index = NoteIndex(notes_folder(self._directory))
        index.refresh()
        return frozenset(hit.article for hit in index.find(query))


def _holders(rows: Rows) -> dict[str, set[str]]:
    """The ids of the rows that each path belongs to."""
    holders: dict[str, set[str]] = {}
    for article_id, row in rows.items():
        for path in texts_in(row, "paths"):
            holders.setdefault(path, set()).add(article_id)
    return holders


def _take_away(rows: Rows, holders: dict[str, set[str]], card: Card) -> None:
    """Let the card's paths belong to no other row any more."""
    for path in card.paths:
        for other in holders.get(path, set()) - {card.id}:
            held = texts_in(rows[other], "paths")
            rows[other] = {**rows[other], "paths": [each for each in held if each != path]}
        holders[path] = {card.id}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _shown(row: Row) -> str:
    return "\n".join([each for each in map(row.get, _SHOWN) if type(each) is str]).casefold()


_SHOWN = ("title", "site", "author", "source", "published", "id")
