"""Holds a stated roster, number of members or n-th member against an organisation's record."""

from collections.abc import Iterable
from datetime import date, timedelta

from reader.entities.names import state_name
from reader.states.dates import at, bounds, days, is_after
from reader.states.finding import Asked, Finding, memberships_of
from reader.states.organisation import Membership, Organisation, Source
from reader.states.roster import Member, roster_of

_NEAR = timedelta(days=10)
_FRACTION = 3
"""A number of less than the third part is of some of the members, whatever the words."""
_FIRST_FEW = 5
"""Up to here a place in a row is rather one among others who did something."""
_DRIFT = 3
"""So many members may have come and gone since a record was checked."""
_SUCCESSORS = (("RU", "SU"), ("CZ", "CS"), ("RS", "YU"), ("DE", "DD"), ("YE", "YD"))


def check_count(asked: Asked, stated: int) -> Finding | None:
    """A number of members, held against the roster on the date."""
    roster = roster_of(asked.record, asked.as_of)
    if not roster.members or not roster.is_complete:
        return None
    known = len(roster.members)
    possible = known + sum(each.status == "member" for each in roster.uncertain)
    states_only = known - sum(_is_no_state(each) for each in roster.members)
    detail = f"The text says {stated}; the record has {_range(known, possible)} {at(asked.as_of)}."
    sources = _sources(asked.record.memberships)
    if known <= stated <= possible or stated == states_only:
        return Finding("agrees", detail, sources)
    if asked.is_loose or stated * _FRACTION < known:
        return None
    flagged = [each for each in roster.members if each.flags]
    is_unread = not any(each.sources for each in roster.members)
    if known - len(flagged) <= stated < known or is_unread:
        return Finding("disputed", f"{detail} {_flags(flagged)}", sources)
    if any(len(then) == stated for then in _other_rosters(asked)):
        return None
    return _at_odds(asked, abs(stated - known), detail, sources)


def check_roster(asked: Asked, named: Iterable[str], *, is_whole: bool) -> Finding | None:
    """A list of states, said to be all the members or only to be among them."""
    roster = roster_of(asked.record, asked.as_of)
    told = set(named)
    members = {each.iso: each for each in roster.members}
    if not members or not roster.is_complete:
        return None
    told = {_as_member(code, members) for code in told}
    extra = told - members.keys()
    # A list of states need not name the organisations that are members beside them.
    states = {code for code, member in members.items() if not _is_no_state(member)}
    missing = states - told if is_whole else set()
    sources = _sources(each for each in asked.record.memberships if each.iso in told | missing)
    right = len(told) - len(extra)
    detail = f"{right} of the {len(members)} members {at(asked.as_of)} are named."
    if not is_whole:
        detail = f"The record has {len(members)} members {at(asked.as_of)}"
        detail += _listed(", among them ", told - extra) if right else "."
    if not extra and not missing:
        return Finding("agrees", detail, sources)
    detail += _listed(" Missing: ", missing) + _listed(" Not members: ", extra)
    doubtful = {each.iso for each in roster.uncertain}
    flagged = {code for code, member in members.items() if member.flags}
    if extra <= doubtful and missing <= doubtful | flagged:
        flags = _flags(members[code] for code in sorted(missing & flagged))
        return Finding("disputed", f"{detail} {flags}".strip(), sources)
    overlaps = right >= max(3, 0.6 * len(members)) or not is_whole
    ever = any(told == then or (not is_whole and told <= then) for then in _other_rosters(asked))
    if asked.is_loose:
        return None
    if ever or not overlaps:
        return None
    return _at_odds(asked, len(extra) + len(missing), detail, sources)


def _at_odds(asked: Asked, changes: int, detail: str, sources: tuple[Source, ...]) -> Finding:
    """What is told of members that are not those on record: it may be the record that is old."""
    if is_after(asked.as_of, asked.record.checked) and changes <= _DRIFT:
        detail = f"{detail} The record was last checked {asked.record.checked}."
        return Finding("disputed", detail, sources)
    return Finding("differs", detail, sources)


def check_ordinal(asked: Asked, iso: str, stated: int) -> Finding | None:
    """An n-th member, held against the order of joining."""
    joined = memberships_of(asked.record, iso)
    if not joined or is_after(joined[-1].since, asked.as_of):
        return None
    entry = joined[-1]
    before, after = _counts_around(asked.record, entry.since)
    detail = f"The text says number {stated}; {state_name(iso, 'en')} joined "
    detail += f"{at(entry.since)} as number "
    detail += f"{_range(before + 1, after)}."
    if before + 1 <= stated <= after or stated in _cumulative(asked.record, entry.since):
        return Finding("agrees", detail, entry.sources)
    if asked.is_loose or len(entry.since) != len("YYYY-MM-DD") or stated <= _FIRST_FEW < before:
        return None
    return Finding("differs", detail, entry.sources)


def _counts_around(record: Organisation, since: str) -> tuple[int, int]:
    first, last = bounds(since)
    before = (date.fromisoformat(first) - timedelta(days=1)).isoformat()
    return len(roster_of(record, before).members), len(roster_of(record, last).members)


def _cumulative(record: Organisation, since: str) -> range:
    first, last = bounds(since)
    entries = [each for each in record.memberships if each.status == "member"]
    before = {each.iso for each in entries if bounds(each.since)[1] < first}
    return range(len(before) + 1, len({e.iso for e in entries if bounds(e.since)[0] <= last}) + 1)


def _other_rosters(asked: Asked) -> list[set[str]]:
    """The rosters just before and after the date; all there ever were where it is not sure."""
    first, last = (date.fromisoformat(day) for day in days(asked.as_of))
    moments = {(first - _NEAR).isoformat(), (last + _NEAR).isoformat()}
    if is_after(asked.as_of, asked.record.checked):
        for entry in asked.record.memberships:
            moments |= {bounds(day)[1] for day in (entry.since, entry.until) if day}
    rosters = (roster_of(asked.record, moment) for moment in moments)
    return [{each.iso for each in roster.members} for roster in rosters]


def _as_member(code: str, members: Iterable[str]) -> str:
    for one, other in _SUCCESSORS:
        for now, then in ((one, other), (other, one)):
            if code == now and now not in members and then in members:
                return then
    return code


def _is_no_state(member: Member) -> bool:
    return member.iso == "EU" or member.iso.startswith("x-")


def _sources(memberships: Iterable[Membership]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(source for each in memberships for source in each.sources))


def _flags(members: Iterable[Member]) -> str:
    said = [
        f"{each.name} is {flag.kind} since {flag.since}." for each in members for flag in each.flags
    ]
    return " ".join(said)


def _listed(head: str, codes: Iterable[str]) -> str:
    listed = ", ".join(sorted(state_name(code, "en") for code in codes))
    return f"{head}{listed}." if listed else ""


def _range(low: int, high: int) -> str:
    return str(low) if low >= high else f"{low} to {high}"
