"""What is exported: one article with the reader's notes on it, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.article import Article
from reader.notes.annotation import PlacedAnnotation

if TYPE_CHECKING:
    from reader.states.panel import NamedRoster

_LONGEST = 80


@dataclass(frozen=True)
class ExportDocument:
    """One article with its notes, and what else is to go along."""

    id: str
    """The article's id in the library."""
    article: Article
    """The article, with its language and date filled in where they are known."""
    notes: Sequence[PlacedAnnotation] = ()
    """The live notes in reading order."""
    as_of: str = ""
    """The ISO date of the rosters."""
    rosters: Sequence[NamedRoster] = ()
    """The organisations that the article names."""
    torn: frozenset[str] = frozenset()
    """The notes with texts to choose from, by their ids."""

    @property
    def title(self) -> str:
        """The headline on one line, or else the first words of the text."""
        if self.article.title.strip():
            return " ".join(self.article.title.split())
        words = " ".join(self.article.text[: 2 * _LONGEST].split())
        if len(words) <= _LONGEST:
            return words or "Untitled"
        return words[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:–-") + "…"

    def source(self) -> str:
        """What `reader open` takes to open the article again."""
        local = self.article.source if self.article.source != "-" else ""
        return self.article.url or local or self.id
