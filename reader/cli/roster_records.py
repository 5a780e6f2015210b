"""What the JSON output says of organisations, their members and an article's claims."""

from collections.abc import Iterable, Sequence
from typing import Any

from reader.states.claims import Claim
from reader.states.organisation import Event, Flag, Office, Source
from reader.states.panel import NamedMember, NamedRoster
from reader.states.roster import Change, Member, Roster, offices_on, timeline

Record = dict[str, Any]


def named_roster_record(named: NamedRoster, claims: Iterable[Claim] = ()) -> Record:
    """A roster tied to an article, with those of its claims that are of this organisation."""
    roster = named.roster
    record = {
        **_head(roster),
        "named": named.name,
        "members": [_named_record(each) for each in named.members],
        "others": [_named_record(each) for each in named.others],
        "uncertain": [_named_record(each) for each in named.uncertain],
        "changes": [_change_record(each) for each in named.changes],
        "claims": [claim_record(each) for each in claims if each.organisation == roster.id],
        "mentions": [{"start": each.start, "end": each.end} for each in named.mentions],
    }
    return {**record, "fault": named.fault} if named.fault else record


def roster_record(roster: Roster) -> Record:
    """A roster by itself, with the organisation's own dates and all who ever joined and left."""
    record = roster.organisation
    return {
        **_head(roster),
        "note": record.note,
        "members": [_member_record(each) for each in roster.members],
        "others": [_member_record(each) for each in roster.others],
        "uncertain": [_member_record(each) for each in roster.uncertain],
        "events": [_event_record(each) for each in record.events],
        "offices": [_office_record(each) for each in offices_on(record, roster.as_of)],
        "timeline": [_change_record(each) for each in timeline(record)],
        "sources": [_source_record(each) for each in record.sources],
    }


def state_record(
    iso: str, name: str, capital: str, as_of: str, standing: Sequence[tuple[str, Member]]
) -> Record:
    """A state and how it stands in each organisation on a date."""
    return {
        "iso": iso,
        "name": name,
        "capital": capital,
        "as_of": as_of,
        "organisations": [
            {"id": identity, **_member_record(member)} for identity, member in standing
        ],
    }


def _change_record(change: Change) -> Record:
    return {"date": change.date, "iso": change.iso, "kind": change.kind, "status": change.status}


def _event_record(event: Event) -> Record:
    return {
        "date": event.date,
        "kind": event.kind,
        "text": event.text,
        "sources": [_source_record(each) for each in event.sources],
    }


def _office_record(office: Office) -> Record:
    return {
        "title": office.title,
        "name": office.name("en"),
        "holder": office.holder,
        "since": office.since,
        "until": office.until,
        "sources": [_source_record(each) for each in office.sources],
    }


def _head(roster: Roster) -> Record:
    return {
        "id": roster.id,
        "name": roster.name,
        "as_of": roster.as_of,
        "checked": roster.checked,
        "stale": roster.is_stale,
        "complete": roster.is_complete,
        "exists": roster.exists,
    }


def _named_record(named: NamedMember) -> Record:
    record = _member_record(named.member)
    spans = [{"start": each.start, "end": each.end} for each in named.mentions]
    return {
        **record,
        "name": named.name,
        "capital": named.capital,
        "mentions": len(spans),
        "places": spans,
    }


def _member_record(member: Member) -> Record:
    return {
        "iso": member.iso,
        "name": member.name,
        "status": member.status,
        "since": member.since,
        "until": member.until,
        "flags": [_flag_record(each) for each in member.flags],
        "certainty": member.certainty,
        "note": member.note,
        "sources": [_source_record(each) for each in member.sources],
    }


def _source_record(source: Source) -> Record:
    return {
        "url": source.url,
        "title": source.title,
        "read": source.read,
        "certainty": source.certainty,
    }


def _flag_record(flag: Flag) -> Record:
    return {
        "kind": flag.kind,
        "claimed_by": flag.claimed_by,
        "since": flag.since,
        "until": flag.until,
        "note": flag.note,
        "sources": [_source_record(each) for each in flag.sources],
    }


def claim_record(claim: Claim) -> Record:
    """One checked statement."""
    return {
        "organisation": claim.organisation,
        "kind": claim.kind,
        "verdict": claim.verdict,
        "start": claim.start,
        "end": claim.end,
        "detail": claim.detail,
        "sources": [_source_record(each) for each in claim.sources],
    }
