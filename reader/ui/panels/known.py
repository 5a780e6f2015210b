"""What is known of the article so far, as the panels are given it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.article import Article, Span

if TYPE_CHECKING:
    from reader.entities.mention import Mention, Recognition
    from reader.notes.annotation import PlacedAnnotation
    from reader.states.claims import Claim
    from reader.states.panel import NamedRoster


@dataclass(frozen=True, slots=True)
class Known:
    """A snapshot: the panels show it and never ask for more."""

    article: Article
    """The article."""
    language: str = ""
    """Its language, where that is known."""
    as_of: str = ""
    """The date of the rosters; empty until they are known."""
    claims_day: str = ""
    """In words the day of which the claims are checked, where the rosters are of another."""
    recognition: Recognition | None = None
    """Its mentions and entities; None until they are known."""
    rosters: Sequence[NamedRoster] = ()
    """The organisations that it names."""
    claims: Sequence[Claim] = ()
    """What it says of them itself."""
    annotations: Sequence[PlacedAnnotation] = ()
    """The reader's notes in reading order."""
    conflicts: frozenset[str] = frozenset()
    """The notes that have two texts."""
    draws_flags: bool = False
    """Whether the terminal shows flags as they are meant."""

    def quote(self, span: Span, width: int = 200) -> str:
        """The words of a span on one line, cut at `width` characters."""
        words = " ".join(self.article.text[span.start : span.end].split())
        return words if len(words) <= width else words[: width - 1] + "…"

    def context(self, mention: Mention, around: int = 40) -> str:
        """A mention with the words around it, on one line."""
        text = self.article.text
        before = text[max(0, mention.start - around) : mention.start].rpartition("\n")[2]
        after = text[mention.end : mention.end + around].partition("\n")[0]
        return f"…{before}{text[mention.start : mention.end]}{after}…"
