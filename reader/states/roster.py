"""Who stood how in an organisation on a date, and what changed since."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from reader.entities.names import state_name
from reader.states.dates import Presence, at, bounds, is_after, presence
from reader.states.organisation import (
    Certainty,
    Flag,
    Membership,
    Office,
    Organisation,
    Source,
    Status,
)
from reader.states.registry import OrganisationFileError, UnknownOrganisation, known, organisation

_BEGINNINGS = ("founded", "treaty")


@dataclass(frozen=True, slots=True)
class Member:
    """One state's standing on the date of the roster."""

    iso: str
    """ISO 3166-1 alpha-2, or `x-…` for what has no code."""
    name: str
    """Its name in the roster's language."""
    status: Status
    """What it is in the organisation."""
    since: str
    """Partial ISO date of the first day, or `A/B`: some day from A to B."""
    until: str = ""
    """The like of the first day on which it no longer held; empty while it holds."""
    flags: tuple[Flag, ...] = ()
    """The flags that hold on the date."""
    certainty: Certainty = "secondary"
    """How good the best of the sources is."""
    sources: tuple[Source, ...] = ()
    """Where it stands."""
    note: str = ""
    """One sentence for the reader."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What the organisation calls it, by language, where that is not the usual name."""


@dataclass(frozen=True, slots=True)
class Roster:
    """An organisation's states on a date; each group is in order of name."""

    id: str
    """The organisation's acronym."""
    name: str
    """Its full name in the roster's language."""
    as_of: str
    """The partial ISO date asked for."""
    checked: str
    """Partial ISO date up to which the record is current."""
    members: tuple[Member, ...]
    """The members proper, and no one else."""
    others: tuple[Member, ...] = ()
    """Observers, partners, candidates and their like."""
    uncertain: tuple[Member, ...] = ()
    """Those of whom the dates on record do not say whether they stood so on the date."""
    is_stale: bool = False
    """Whether the date is later than the record was checked, and the organisation still exists."""
    is_complete: bool = True
    """Whether every member on the date is on record."""
    exists: Presence = "in"
    """Whether the organisation existed on the date."""
    organisation: Organisation = field(default_factory=lambda: Organisation("", {"en": ""}))
    """The whole record."""

    @property
    def nonexistence(self) -> str:
        """That the organisation did not exist on the date, with when it did."""
        began = [e for e in self.organisation.events if e.kind in _BEGINNINGS]
        ended = [e for e in self.organisation.events if e.kind == "dissolved"]
        told = "; ".join(f"{event.date} {event.text}" for event in (*began[:1], *ended[-1:]))
        return f"It did not exist {at(self.as_of)}: {told}."


@dataclass(frozen=True, slots=True)
class Change:
    """A state that joined or left."""

    date: str
    """Partial ISO date of the first day in the new standing, or `A/B`: some day between."""
    iso: str
    """Which state."""
    kind: Literal["joined", "left"]
    """Which way."""
    status: Status
    """The standing that it took or gave up."""
    sources: tuple[Source, ...] = ()
    """Where it stands."""


def roster(organisation_id: str, as_of: str, language: str = "en") -> Roster:
    """The roster of an organisation as of a partial ISO date.

    Raises:
        UnknownOrganisation: there is no file for it.
        OrganisationFileError: its file cannot be used.
        ValueError: `as_of` is no partial ISO date.
    """
    return roster_of(organisation(organisation_id), as_of, language)


def roster_of(record: Organisation, as_of: str, language: str = "en") -> Roster:
    """The roster that a record gives as of a partial ISO date."""
    standing: dict[Presence, list[Member]] = {"in": [], "uncertain": [], "out": []}
    for membership in record.memberships:
        answer = presence(membership.since, membership.until, as_of)
        standing[answer].append(_member(membership, as_of, language))
    present = sorted(standing["in"], key=lambda each: each.name)
    exists = existence(record, as_of)
    return Roster(
        id=record.id,
        name=record.name(language),
        as_of=as_of,
        checked=record.checked,
        members=tuple(each for each in present if each.status == "member"),
        others=tuple(each for each in present if each.status != "member"),
        uncertain=tuple(sorted(standing["uncertain"], key=lambda each: each.name)),
        is_stale=is_after(as_of, record.checked) and exists != "out",
        is_complete=not is_after(record.complete_since, as_of),
        exists=exists,
        organisation=record,
    )


def _member(membership: Membership, as_of: str, language: str) -> Member:
    special = membership.names.get(language) or membership.names.get("en")
    return Member(
        iso=membership.iso,
        name=special or state_name(membership.iso, language),
        status=membership.status,
        since=membership.since,
        until=membership.until,
        flags=tuple(
            flag for flag in membership.flags if presence(flag.since, flag.until, as_of) != "out"
        ),
        certainty=membership.certainty,
        sources=membership.sources,
        note=membership.note,
        names=membership.names,
    )


def existence(record: Organisation, as_of: str) -> Presence:
    """Whether the organisation existed on a date, by the events of its foundation and its end."""
    began = [event.date for event in record.events if event.kind in _BEGINNINGS]
    ended = [event.date for event in record.events if event.kind == "dissolved"]
    return presence(min(began), max(ended, default=""), as_of) if began else "in"


def offices_on(record: Organisation, as_of: str) -> tuple[Office, ...]:
    """The offices on record with those who held them on a date, or may have."""
    return tuple(
        each for each in record.offices if presence(each.since, each.until, as_of) != "out"
    )


def timeline(record: Organisation) -> tuple[Change, ...]:
    """Every joining and leaving on record, in order of date."""
    changes = list(_changes(record))
    return tuple(sorted(changes, key=lambda each: (bounds(each.date), each.iso, each.kind)))


def changes_since(record: Organisation, as_of: str) -> tuple[Change, ...]:
    """The members proper that joined or left after `as_of`, in order of date."""
    return tuple(
        change
        for change in timeline(record)
        if change.status == "member" and is_after(change.date, as_of)
    )


def _changes(record: Organisation) -> Iterator[Change]:
    for membership in record.memberships:
        yield Change(
            membership.since, membership.iso, "joined", membership.status, membership.sources
        )
        if membership.until:
            yield Change(
                membership.until, membership.iso, "left", membership.status, membership.sources
            )


def organisations_of(iso: str, as_of: str, language: str = "en") -> tuple[tuple[str, Member], ...]:
    """The organisations in which a state stands on a date: id and standing, by id.

    A reader's file that cannot be used is passed over.
    """
    found = []
    for organisation_id in sorted(known()):
        for membership in _memberships(organisation_id):
            if (
                membership.iso == iso
                and presence(membership.since, membership.until, as_of) == "in"
            ):
                found.append((organisation_id, _member(membership, as_of, language)))
    return tuple(found)


def _memberships(organisation_id: str) -> tuple[Membership, ...]:
    try:
        return organisation(organisation_id).memberships
    except (OrganisationFileError, UnknownOrganisation):
        return ()


def shared(one: str, other: str, as_of: str) -> tuple[str, ...]:
    """The ids of the organisations of which both states are members proper on a date."""
    first, second = (
        {each for each, member in organisations_of(iso, as_of) if member.status == "member"}
        for iso in (one, other)
    )
    return tuple(sorted(first & second))
