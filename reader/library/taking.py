"""Taking stock of the library: what its articles name is read where it is not known yet."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from reader.article import Article
from reader.entities.mention import Recognition
from reader.library.catalogue import Library
from reader.library.names import Reading
from reader.loading.errors import LoadError
from reader.loading.open import open_article

BATCH = 100
"""How many articles are read before what was found is kept."""


class Known(Protocol):
    """What is known of an article."""

    @property
    def recognition(self) -> Recognition:
        """What it names."""

    @property
    def described(self) -> Article:
        """The article with its language and date."""


Knower: TypeAlias = Callable[[Article], Known]
"""Finds out what is known of an article."""


Told: TypeAlias = Callable[[int, int], None]
"""Told how many have been read, and of how many."""


def take_names(library: Library, know: Knower, told: Told) -> None:
    """Read what the articles name of which it is not known; pages from their kept copies.

    Args:
        library: the library.
        know: finds out what is known of an article.
        told: told how many articles have been read, and of how many; what it raises ends it.
    """
    missing = library.unnamed()
    readings: list[Reading] = []
    try:
        for number, (entry, digest) in enumerate(missing, 1):
            readings.append(Reading(entry.id, digest, _recognised(entry.source, know)))
            if len(readings) == BATCH:
                library.keep_names(readings)
                readings.clear()
            told(number, len(missing))
    finally:
        library.keep_names(readings)


def _recognised(source: str, know: Knower) -> Recognition:
    try:
        article = open_article(source, is_offline=True) if source not in {"", "-"} else None
    except LoadError:
        article = None
    # What cannot be read any more names nothing, until it is opened again.
    return know(article).recognition if article else Recognition()
