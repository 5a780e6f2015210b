"""A card of the library: all that is kept about one article, and its JSON form."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias

from reader.article import Article
from reader.library.address import address_key
from reader.library.likeness import sketch
from reader.text.opening import opening_words

Row: TypeAlias = Mapping[str, Any]
"""A card as it stands in the library's file."""

_MOST_ALIASES = 50


def text_in(row: Row, name: str) -> str:
    """A field of a row that is text; empty where it is not."""
    value = row.get(name, "")
    return value if type(value) is str else ""


def number_in(row: Row, name: str) -> int:
    """A field of a row that is a number; 0 where it is not."""
    value = row.get(name, 0)
    return value if type(value) is int else 0


def texts_in(row: Row, name: str) -> list[str]:
    """A field of a row that is a list of texts; empty where it is not."""
    value = row.get(name, ())
    return list(filter(_is_text, value)) if type(value) is list else []


def _is_text(value: object) -> bool:
    return isinstance(value, str)


@dataclass(frozen=True, slots=True)
class Card:
    """What the library knows of one article."""

    id: str
    """The article's id."""
    title: str = ""
    """The headline, or the first words of the text."""
    author: str = ""
    """Who wrote it."""
    site: str = ""
    """The publication."""
    language: str = ""
    """BCP 47 language code."""
    published: str = ""
    """ISO 8601 date."""
    source: str = ""
    """Where it was last opened from."""
    url: str = ""
    """The canonical address."""
    length: int = 0
    """The length of the text, in code points."""
    position: int = 0
    """Where reading stopped, in code points."""
    read: int = 0
    """Where the passage ends at which reading stopped, in code points."""
    opened: str = ""
    """RFC 3339 time in UTC of the last opening."""
    added: str = ""
    """RFC 3339 time in UTC of the first opening."""
    addresses: tuple[str, ...] = ()
    """Keys of the addresses that it was read at."""
    paths: tuple[str, ...] = ()
    """The paths that it was opened from."""
    digests: tuple[str, ...] = ()
    """The sha256 of each text that it had."""
    sketch: str = ""
    """A sketch of its latest text."""
    removed: bool = False
    """Taken out of the list; kept so that it gets its id and notes back when opened again."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Fields of newer versions, kept as they came."""

    @classmethod
    def from_json(cls, row: Row) -> "Card":
        """The card in a JSON object; fields of the wrong type are left out."""
        known: dict[str, Any] = {"id": ""}
        extra: dict[str, Any] = {}
        for name, value in row.items():
            kind = _KINDS.get(name)
            if type(value) is kind:
                known[name] = value
            elif kind is tuple and type(value) is list:
                known[name] = tuple(filter(_is_text, value))
            elif kind is None:
                extra[name] = value
        return cls(**known, extra=extra)

    def to_json(self) -> dict[str, Any]:
        """The card as a JSON object, without what is empty."""
        own = {name: getattr(self, name) for name in _KINDS}
        row = {name: list(v) if isinstance(v, tuple) else v for name, v in own.items() if v}
        return {**row, **self.extra}

    def seen(self, article: Article, opened: str, now: str) -> "Card":
        """The card after the article was read; `opened` is empty where only the program did so."""
        is_web = bool(address_key(article.source))
        path = "" if is_web or article.source == "-" else article.source
        card = self if self._is_elsewhere(article.source) else self._with_text(article)
        return replace(
            card,
            opened=opened or self.opened,
            added=self.added or now,
            addresses=_with(self.addresses, *keys_of(article)),
            paths=_with(self.paths, path),
            digests=_with(self.digests, article.digest),
            removed=False,
        )

    def _with_text(self, article: Article) -> "Card":
        is_same = article.digest in self.digests[-1:]
        return replace(
            self,
            **{name: getattr(article, name) or getattr(self, name) for name in _CARRIED},
            title=article.title or opening_words(article.text),
            length=len(article.text),
            sketch=self.sketch if is_same else sketch(article.text),
        )

    def _is_elsewhere(self, source: str) -> bool:
        """Whether what is read is a copy, and the file that the card stands for is there still."""
        if not self.source or address_key(source):
            return False
        return source != self.source and (source == "-" or is_another_file(self.source, source))


def is_another_file(kept: str, source: str) -> bool:
    """Whether there is a file at `kept` that is not the one at `source`."""
    try:
        return os.path.isfile(kept) and not os.path.samefile(kept, source)
    except (OSError, ValueError):
        return False


def is_gone(kept: str) -> bool:
    """Whether the file at `kept` is there no more, or it is not known where it was."""
    return not kept or (os.path.isabs(kept) and not os.path.lexists(kept))


_CARRIED = ("author", "site", "language", "published", "source", "url")
_KINDS: dict[str, type] = {
    each.name: tuple if each.default == () else type(each.default) if each.name != "id" else str
    for each in fields(Card)
    if each.name != "extra"
}


def keys_of(article: Article) -> list[str]:
    """The keys of the addresses that an article names itself by."""
    return [key for key in map(address_key, (article.url, article.source)) if key]


def _with(aliases: tuple[str, ...], *more: str) -> tuple[str, ...]:
    # The latest stands last; the first digest stays, for the id was made of it.
    for alias in filter(None, more):
        aliases = (*(each for each in aliases if each != alias), alias)
    return (
        aliases if len(aliases) <= _MOST_ALIASES else (aliases[0], *aliases[-_MOST_ALIASES + 1 :])
    )
