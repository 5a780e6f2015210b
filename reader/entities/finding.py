"""A name found in the text, before it is known which entity it names."""

from typing import NamedTuple

from reader.entities.mention import EntityKind


class Finding(NamedTuple):
    """One stretch of the text that names something, and what is known of it so far."""

    start: int
    """The first code point."""
    end: int
    """The first code point after it."""
    kind: EntityKind
    """What sort of thing it names."""
    name: str
    """The name as it stands in the text."""
    base: str = ""
    """The name as a dictionary has it, where it stands inflected."""
    iso: str = ""
    """The state, or the state the place stands in."""
    organisation: str = ""
    """The acronym of the roster of the organisation."""
    known: str = ""
    """The id that the name tables give to an organisation without a roster."""
    value: str = ""
    """A date's ISO value."""
    metonym: bool = False
    """Whether a seat of government stands for the government."""
    bracketed: bool = False
    """Whether it stands in brackets right after the finding before it: `Long Form (ABC)`."""
