"""The annotation as a value, in the terms of the W3C Web Annotation data model."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from reader.article import Span
from reader.notes.colours import COLOURS as COLOURS
from reader.notes.colours import Colour as Colour

Motivation: TypeAlias = Literal[
    "highlighting", "commenting", "questioning", "bookmarking", "linking"
]
LinkKind: TypeAlias = Literal["state", "organisation", "entity", "url"]
PlaceStatus: TypeAlias = Literal["ok", "moved", "check", "orphan"]
_GIST = 40
"""The characters by which a message tells a note."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an annotation was made: immutable, and enough to find the passage in a later text.

    The W3C position and quote selectors over the text whose sha256 is `digest`.
    """

    digest: str
    """sha256 of the text that the anchor was made on, 64 hexadecimal digits."""
    start: int
    """The first code point of the passage in that text."""
    end: int
    """The first code point after it."""
    exact: str
    """The passage itself."""
    prefix: str = ""
    """Up to 64 characters before it."""
    suffix: str = ""
    """Up to 64 characters after it."""
    headings: tuple[str, ...] = ()
    """The headings that it stands under, the outermost first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an anchor was found in the text at hand; a cache, never the truth."""

    start: int
    """The first code point of the passage; for an orphan, where it would have stood."""
    end: int
    """The first code point after it; for an orphan, equal to `start`."""
    status: PlaceStatus
    """`ok` as made, `moved` for certain, `check` for a doubtful place, `orphan` for none."""
    confidence: float
    """0 to 1: how sure the place is."""

    @property
    def span(self) -> Span:
        """The passage in the text at hand; empty for an orphan."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Link:
    """What an annotation points at."""

    kind: LinkKind
    """What sort of thing `target` names."""
    target: str
    """An ISO 3166-1 code, an organisation's acronym, an entity's id or a URL."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One note or highlight of the reader's."""

    id: str
    """A ULID: 26 characters of Crockford base 32, in order of creation."""
    article: str
    """The id of the article in the library."""
    anchor: Anchor
    """The passage."""
    motivation: Motivation = "highlighting"
    """Why it was made."""
    body: str = ""
    """The reader's words, in Markdown."""
    tags: tuple[str, ...] = ()
    """Free words, in the order given."""
    colour: Colour = "yellow"
    """The colour of the highlight."""
    links: tuple[Link, ...] = ()
    """The things it points at."""
    created: str = ""
    """RFC 3339 time in UTC of its making."""
    modified: str = ""
    """RFC 3339 time in UTC of its last change."""
    deleted: bool = False
    """A tombstone: kept so that copies of the store agree."""
    rev: int = 1
    """Counts the changes, from 1."""
    extra: Mapping[str, Any] = field(default_factory=dict)
    """Fields of newer versions, kept as they came."""

    @property
    def gist(self) -> str:
        """What tells it from others in a message: its words, else its passage, cut short."""
        words = " ".join((self.body or self.anchor.exact).split())
        return words if len(words) <= _GIST else f"{words[: _GIST - 1]}…"


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation with its place in the text at hand."""

    annotation: Annotation
    """The annotation."""
    place: Place
    """Where it stands now."""
