"""An organisation of states as a value: its memberships through time, each with its sources."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from reader.entities.names import state_name

Status: TypeAlias = Literal[
    "member", "associate", "observer", "partner", "candidate", "applicant", "invited"
]
Certainty: TypeAlias = Literal["official", "secondary", "recalled"]
FlagKind: TypeAlias = Literal["frozen", "suspended", "withdrawing", "contested", "inactive"]
EventKind: TypeAlias = Literal[
    "founded", "treaty", "charter", "in-force", "renamed", "dissolved", "other"
]

STATUSES: tuple[Status, ...] = get_args(Status)
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
FLAG_KINDS: tuple[FlagKind, ...] = get_args(FlagKind)
EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)


@dataclass(frozen=True, slots=True)
class Source:
    """A page that was read."""

    key: str
    """Its short name within the file."""
    url: str
    """Its address."""
    title: str
    """Its title."""
    read: str
    """ISO date on which it was read."""
    certainty: Certainty = "secondary"
    """`official` for a page or treaty of the organisation or of a state, else `secondary`."""


def best_first(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each source once, the official ones before the others."""
    return tuple(sorted(dict.fromkeys(sources), key=lambda s: CERTAINTIES.index(s.certainty)))


@dataclass(frozen=True, slots=True)
class Flag:
    """A circumstance that leaves the roster as it is, with who says so."""

    kind: FlagKind
    """What is the matter."""
    since: str
    """Partial ISO date on which it began."""
    claimed_by: str
    """Who says so: `self`, `organisation`, or a name."""
    until: str = ""
    """Partial ISO date of the first day on which it no longer held; empty while it holds."""
    note: str = ""
    """One sentence of what happened."""
    sources: tuple[Source, ...] = ()
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Membership:
    """One state's standing in the organisation over one interval `[since, until)`."""

    iso: str
    """ISO 3166-1 alpha-2; `SU DD CS YU YD` for dissolved states, `x-…` for what has no code."""
    status: Status
    """What it is in the organisation."""
    since: str
    """Partial ISO date of the first day, or `A/B`: some day from A to B."""
    until: str = ""
    """The like of the first day on which it no longer held; empty while it holds."""
    flags: tuple[Flag, ...] = ()
    """Circumstances that leave the roster as it is."""
    sources: tuple[Source, ...] = ()
    """Where it stands; empty only where `certainty` is `recalled`."""
    certainty: Certainty = "secondary"
    """The best of its sources, or `recalled` where no page says so."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the organisation calls it, by language, where that is not the state's usual name."""
    note: str = ""
    """One sentence for the reader: a predecessor, a date in doubt."""


@dataclass(frozen=True, slots=True)
class Event:
    """A date in the organisation's own life."""

    date: str
    """Partial ISO date."""
    kind: EventKind
    """What sort of event."""
    text: str
    """What happened, in a few English words."""
    sources: tuple[Source, ...] = ()
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Office:
    """Someone who held an office over an interval `[since, until)`."""

    title: str
    """The office (`secretary-general`, `chair`)."""
    holder: str
    """A person's name, or the ISO code of a state that chairs."""
    since: str
    """Partial ISO date of the first day."""
    until: str = ""
    """Partial ISO date of the first day on which it no longer held; empty while it holds."""
    sources: tuple[Source, ...] = ()
    """Where it stands; empty where it is recalled."""

    def name(self, language: str) -> str:
        """The holder's name; a state's in `language`."""
        is_code = len(self.holder) == 2 and self.holder.isupper()
        return state_name(self.holder, language) if is_code else self.holder


@dataclass(frozen=True, slots=True)
class Organisation:
    """Everything that is on record of one organisation."""

    id: str
    """Its acronym or short name (`CSTO`, `AFRICAN-UNION`), unique without regard to case."""
    names: Mapping[str, str]
    """Its full name by language; English is always there."""
    acronyms: Mapping[str, str] = field(default_factory=dict)
    """Its acronym by language, where that is not the id (`OTAN`)."""
    aliases: tuple[str, ...] = ()
    """Other names under which news speaks of it."""
    checked: str = ""
    """Partial ISO date up to which the sources that were read are current."""
    complete_since: str = ""
    """Partial ISO date before which members are missing; empty where it is whole."""
    note: str = ""
    """One sentence for the reader on what the record holds."""
    events: tuple[Event, ...] = ()
    """Its foundation, charter, end, in order of their dates."""
    memberships: tuple[Membership, ...] = ()
    """Who stood how in it and when, in order of their dates."""
    offices: tuple[Office, ...] = ()
    """Who held its offices."""
    sources: tuple[Source, ...] = ()
    """Every page that the record was taken from."""
    file: str = ""
    """Where the record was read from."""

    def name(self, language: str = "en") -> str:
        """Its full name in `language`, or in English."""
        return self.names.get(language.partition("-")[0]) or self.names["en"]
