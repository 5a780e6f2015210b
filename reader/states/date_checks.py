"""Holds a stated date of joining, leaving or foundation against an organisation's record."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from reader.entities.names import state_name
from reader.states.dates import agree, at, bounds, is_after
from reader.states.finding import Asked, Finding, memberships_of
from reader.states.organisation import Event, Membership, Organisation

_FOUNDING = ("founded", "treaty", "charter", "in-force")
_NOTICE = 400


def check_joined(asked: Asked, iso: str, stated: str) -> Finding | None:
    """The date of a joining."""
    joined = memberships_of(asked.record, iso)
    if not joined or is_after(stated, asked.as_of):
        return None
    entry = min(joined, key=lambda each: _apart(each.since, stated))
    detail = f"The text says {stated}; the record has {state_name(iso, 'en')} since {entry.since}."
    if not agree(entry.since, stated) and (invited := _invited(asked.record, iso, stated)):
        detail = f"{detail} It was invited {at(invited.since)}."
        return Finding("disputed", detail, (*entry.sources, *invited.sources))
    return _dated(asked, entry, entry.since, stated, detail)


def _invited(record: Organisation, iso: str, stated: str) -> Membership | None:
    """The invitation of a state on a date, which is easily told as its joining."""
    invited = (e for e in record.memberships if e.iso == iso and e.status == "invited")
    return next((each for each in invited if agree(each.since, stated)), None)


def check_left(asked: Asked, iso: str, stated: str) -> Finding | None:
    """The date of a leaving."""
    known = memberships_of(asked.record, iso)
    ended = [each for each in known if each.until]
    if not known or is_after(stated, asked.as_of):
        return None
    if not ended:
        return _still_in(asked, known[-1], stated)
    entry = min(ended, key=lambda each: _apart(each.until, stated))
    detail = f"The text says {stated}; the record has {state_name(iso, 'en')} until {entry.until}."
    if agree(_last_day(entry), stated):
        return Finding("agrees", detail, entry.sources)
    if bounds(stated)[0] < bounds(entry.until)[0] and _apart(entry.until, stated) <= _NOTICE:
        return Finding("disputed", f"{detail} A withdrawal is announced before.", entry.sources)
    return _dated(asked, entry, entry.until, stated, detail)


def _still_in(asked: Asked, entry: Membership, stated: str) -> Finding | None:
    """A leaving of which the record knows nothing, where it would have to."""
    in_doubt = (
        entry.flags or entry.certainty == "recalled" or is_after(stated, asked.record.checked)
    )
    if asked.is_loose or in_doubt or not is_after(stated, entry.since):
        return None
    if _is_spoken_of(asked.record, stated, (entry,)):
        return None
    name = state_name(entry.iso, "en")
    detail = f"The text says that {name} left {at(stated)}; the record has it since {entry.since}."
    return Finding("differs", detail, entry.sources)


def check_founded(asked: Asked, stated: str) -> Finding | None:
    """The date of the foundation, held against treaty, charter and their entry into force."""
    founding = [event for event in asked.record.events if event.kind in _FOUNDING]
    if not founding:
        return None
    listed = "; ".join(f"{event.date} ({event.text})" for event in founding)
    detail = f"The text says {stated}; the record has {listed}."
    sources = tuple(dict.fromkeys(source for event in founding for source in event.sources))
    if any(agree(event.date, stated) for event in founding):
        return Finding("agrees", detail, sources)
    if asked.is_loose or _is_spoken_of(asked.record, stated, ()):
        return None
    unsure = [event for event in founding if _apart(event.date, stated) <= _doubt(event)]
    if unsure:
        return Finding("disputed", detail, sources)
    return Finding("differs", detail, sources)


def _doubt(event: Event) -> int:
    return 31 if event.sources else _NOTICE


def _dated(
    asked: Asked, entry: Membership, recorded: str, stated: str, detail: str
) -> Finding | None:
    if agree(recorded, stated):
        return Finding("agrees", detail, entry.sources)
    doubt = _NOTICE if entry.certainty == "recalled" else 31
    if is_after(asked.record.complete_since, stated):
        return None
    if _is_spoken_of(asked.record, stated, (entry,)) or _apart(recorded, stated) <= doubt:
        return Finding("disputed", detail, entry.sources)
    return None if asked.is_loose else Finding("differs", detail, entry.sources)


def _is_spoken_of(record: Organisation, stated: str, entries: Iterable[Membership]) -> bool:
    # A year that the record itself mentions has some claim to be the right one.
    said = [record.note, *(event.text for event in record.events)]
    said += [event.date for event in record.events]
    for entry in entries:
        said += [entry.note, *(f"{flag.since} {flag.note}" for flag in entry.flags)]
        said += [each.since for each in record.memberships if each.iso == entry.iso]
    return bool(re.search(rf"\b{stated[:4]}\b", " ".join(said)))


def _apart(one: str, other: str) -> int:
    first, second = sorted((bounds(one), bounds(other)))
    gap = date.fromisoformat(second[0]) - date.fromisoformat(first[1])
    return max(0, gap.days)


def _last_day(entry: Membership) -> str:
    if len(entry.until) != len("YYYY-MM-DD"):
        return entry.until
    return (date.fromisoformat(entry.until) - timedelta(days=1)).isoformat()
