"""The values of the entity room: mentions, the entities they name, and all of an article's."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

EntityKind: TypeAlias = Literal["person", "org", "state", "place", "date", "event"]


class Mention(NamedTuple):
    """One stretch of the text that names an entity."""

    start: int
    """The first code point of the name."""
    end: int
    """The first code point after it."""
    kind: EntityKind
    """What sort of thing is named here."""
    entity: str
    """The id of the entity, unique in the article."""
    metonym: bool = False
    """Whether the name stands for another thing: a capital for its government."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the article names, once or many times."""

    id: str
    """Unique in the article and stable from run to run (`state:RU`, `org:CSTO`)."""
    kind: EntityKind
    """What sort of thing it is."""
    name: str
    """The fullest form in which the article names it."""
    count: int
    """The number of its mentions."""
    iso: str = ""
    """ISO 3166-1 alpha-2 of a state, or of the state that a place stands in."""
    organisation: str = ""
    """The acronym of the roster, where the organisation has one (`CSTO`)."""
    value: str = ""
    """A date's ISO 8601 value (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`)."""


@dataclass(frozen=True)
class Recognition:
    """Everything that was recognised in one text: mentions in order, apart, and their entities."""

    mentions: Sequence[Mention] = ()
    """Sorted by start; no two overlap."""
    entities: Mapping[str, Entity] = field(default_factory=dict)
    """The entities by id, in the order of their first mention."""

    def of(self, entity: str) -> Iterator[Mention]:
        """The mentions of one entity, in text order."""
        return (mention for mention in self.mentions if mention.entity == entity)
