"""The rosters of the organisations that an article names, tied to the places that name them."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reader.article import Span
from reader.entities.mention import Entity, Recognition
from reader.entities.names import capital
from reader.states.fields import OrganisationFileError
from reader.states.organisation import Organisation
from reader.states.registry import UnknownOrganisation, names_organisation, organisation
from reader.states.roster import Change, Member, Roster, changes_since, roster_of


@dataclass(frozen=True, slots=True)
class NamedMember:
    """One state of a roster, and where the article names it."""

    member: Member
    """Its standing in the organisation."""
    name: str
    """Its name as the article spells it, else in the article's language."""
    capital: str
    """Its capital in the article's language; empty where unknown."""
    mentions: tuple[Span, ...] = ()
    """Where the article names the state itself, in text order."""

    @property
    def is_named(self) -> bool:
        """Whether the article names the state."""
        return bool(self.mentions)


ORDERS: Mapping[str, Callable[[NamedMember], Any]] = {
    "article": lambda each: 0,
    "name": lambda each: each.name.casefold(),
    "since": lambda each: each.member.since,
    "mentions": lambda each: -len(each.mentions),
}
"""The orders in which members may be listed: keys for a stable sort of the article's order."""


def holds(named: NamedMember, words: str) -> bool:
    """Whether a state's name, code, capital, standing or flags hold some words, in any case."""
    member = named.member
    told = (named.name, member.name, member.iso, named.capital, member.status, member.since)
    return words.casefold() in " ".join((*told, *(flag.kind for flag in member.flags))).casefold()


@dataclass(frozen=True, slots=True)
class NamedRoster:
    """The roster of an organisation that the article names."""

    roster: Roster
    """The roster on its date."""
    name: str
    """The organisation's name as the article spells it."""
    mentions: tuple[Span, ...]
    """Where the article names the organisation, in text order."""
    members: tuple[NamedMember, ...]
    """The members proper: those named first, in the order of the article."""
    others: tuple[NamedMember, ...]
    """Observers, partners, candidates: likewise."""
    uncertain: tuple[NamedMember, ...]
    """Those of whom the record does not say whether they stood so on the date."""
    changes: tuple[Change, ...] = ()
    """The members that joined or left after the date."""
    fault: str = ""
    """Why there is no roster: the message of a file that cannot be used."""


def rosters_named(
    recognition: Recognition, as_of: str, language: str = "en"
) -> tuple[NamedRoster, ...]:
    """The rosters of the organisations named, the most prominent first, as of a partial date.

    Prominent is what is named often, and then what is named early. An organisation whose file
    cannot be used has an empty roster that says why.
    """
    told = recognition.entities.values()
    identities = {each.id: identity for each in told if (identity := names_organisation(each))}
    spans = _spans(recognition, identities)
    states = _by_code(recognition, spans)
    named = _organisations(recognition, identities, spans)
    ranked = sorted(named, key=lambda each: (-len(named[each][1]), named[each][1][0]))
    rosters = (_named(each, *named[each], states, as_of, language) for each in ranked)
    return tuple(each for each in rosters if each)


def arranged(named: NamedRoster, order: str, words: str) -> NamedRoster:
    """The roster in another order of `ORDERS`, with the states only that hold some words."""

    def kept(group: Sequence[NamedMember]) -> tuple[NamedMember, ...]:
        return tuple(sorted((each for each in group if holds(each, words)), key=ORDERS[order]))

    groups = map(kept, (named.members, named.others, named.uncertain))
    members, others, uncertain = groups
    return replace(named, members=members, others=others, uncertain=uncertain)


def _spans(
    recognition: Recognition, identities: Mapping[str, str]
) -> Mapping[str, tuple[Span, ...]]:
    """Where the states and the organisations on record are named, by the ids of the entities."""
    states = {each.id for each in recognition.entities.values() if each.kind == "state"}
    wanted = states | identities.keys()
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for mention in recognition.mentions:
        if mention.entity in wanted and mention.kind not in ("person", "date", "event"):
            found[mention.entity].append(Span(mention.start, mention.end))
    return {entity: tuple(spans) for entity, spans in found.items()}


def _by_code(
    recognition: Recognition, spans: Mapping[str, tuple[Span, ...]]
) -> Mapping[str, tuple[Entity, tuple[Span, ...]]]:
    return {
        entity.iso: (entity, spans[entity.id])
        for entity in recognition.entities.values()
        if entity.kind == "state" and entity.iso and entity.id in spans
    }


def _organisations(
    recognition: Recognition,
    identities: Mapping[str, str],
    spans: Mapping[str, tuple[Span, ...]],
) -> Mapping[str, tuple[Entity, tuple[Span, ...]]]:
    # Two entities may be one organisation: its acronym and a name that was not tied to it.
    found: dict[str, tuple[Entity, tuple[Span, ...]]] = {}
    for id_, identity in identities.items():
        if id_ not in spans:
            continue
        entity = recognition.entities[id_]
        known, before = found.get(identity, (entity, ()))
        found[identity] = known, tuple(sorted((*before, *spans[id_])))
    return found


def _named(
    identity: str,
    entity: Entity,
    mentions: tuple[Span, ...],
    states: Mapping[str, tuple[Entity, tuple[Span, ...]]],
    as_of: str,
    language: str,
) -> NamedRoster | None:
    try:
        record = organisation(identity)
    except UnknownOrganisation:
        return None
    except OrganisationFileError as error:
        blank = Organisation(identity, {"en": entity.name})
        empty = Roster(identity, entity.name, as_of, "", (), organisation=blank)
        return NamedRoster(empty, entity.name, mentions, (), (), (), fault=str(error))
    found = roster_of(record, as_of, language)
    return NamedRoster(
        roster=found,
        name=entity.name,
        mentions=mentions,
        members=_tied(found.members, states, language),
        others=_tied(found.others, states, language),
        uncertain=_tied(found.uncertain, states, language),
        changes=changes_since(record, as_of),
    )


def _tied(
    members: Sequence[Member],
    states: Mapping[str, tuple[Entity, tuple[Span, ...]]],
    language: str,
) -> tuple[NamedMember, ...]:
    tied = []
    for member in members:
        entity, mentions = states.get(member.iso, (None, ()))
        name = entity.name if entity else member.name
        tied.append(NamedMember(member, name, capital(member.iso, language), mentions))
    return tuple(sorted(tied, key=_rank))


def _rank(named: NamedMember) -> tuple[bool, int, str]:
    return not named.mentions, named.mentions[0].start if named.mentions else 0, named.name
