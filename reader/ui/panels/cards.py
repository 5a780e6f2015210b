"""Cards: all that is on record of one organisation, state or claim, drawn as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from reader.entities.names import state_name
from reader.notes.annotation import Annotation
from reader.states.chart import chart_lines
from reader.states.claims import Claim
from reader.states.dates import at
from reader.states.organisation import Flag, Source, best_first
from reader.states.panel import NamedMember, NamedRoster
from reader.states.roster import Member, Roster, offices_on

_NAMED_IN = ("id", "en", "ms", "fr", "es", "pt", "de", "ru")


def organisation_card(named: NamedRoster, language: str, today: str) -> Content:
    """Its events, who joined and left when, who holds its offices, and every source."""
    record = named.roster.organisation
    parts = [Content.styled(record.name(language), "bold")]
    parts += [Content(record.note)] if record.note else []
    parts += [_heading("Dates"), *(Content(f"{e.date:<11}{e.text}") for e in record.events)]
    years, *bars = list(chart_lines(record, language, today)) or [""]
    parts += [_heading("Members through time"), Content.styled(years, "dim"), *map(Content, bars)]
    held = offices_on(record, named.roster.as_of)
    if held:
        parts.append(_heading("Offices"))
        parts += [Content(f"{o.title}: {o.name(language)}, {o.since}") for o in held]
    parts.append(_heading(f"Sources (record checked {record.checked})"))
    return Content("\n").join([*parts, *_sources(record.sources)])


def _heading(words: str) -> Content:
    return Content.styled(f"\n{words}", "bold underline")


def _sources(sources: Iterable[Source]) -> Iterator[Content]:
    for source in best_first(sources):
        yield Content(f"{source.title}, read {source.read}, {source.certainty}")
        yield Content.styled(f"  {source.url}", "dim")


def state_card(
    each: NamedMember,
    roster: Roster,
    standing: Sequence[tuple[str, Member]],
    notes: Sequence[Annotation],
) -> Content:
    """Its names and capital, its times in one organisation, its others, and the notes on it."""
    iso = each.member.iso
    facts = [iso, each.capital, _counted(len(each.mentions), "mention")]
    facts.append(_counted(len(notes), "note"))
    parts = [
        Content.styled(each.name, "bold"),
        Content(" · ".join(fact for fact in facts if fact)),
        Content.styled(_names(iso), "dim"),
        *_times(iso, roster),
        _heading(f"Organisations {at(roster.as_of)}"),
    ]
    for organisation, member in standing:
        flags = "".join(f" ⚑ {flag.kind}" for flag in member.flags)
        parts.append(Content(f"{organisation:<20}{member.status:<10} since {member.since}{flags}"))
    parts += _notes(notes)
    return Content("\n").join(parts)


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _names(iso: str) -> str:
    """What it is called in several languages, each name once."""
    named: dict[str, list[str]] = {}
    for language in _NAMED_IN:
        named.setdefault(state_name(iso, language), []).append(language)
    return " · ".join(f"{name} ({' '.join(spoken)})" for name, spoken in named.items())


def _times(iso: str, roster: Roster) -> Iterator[Content]:
    """Each interval of its standing in the organisation, with flags and sources."""
    yield _heading(f"In {roster.id}")
    for entry in roster.organisation.memberships:
        if entry.iso == iso:
            until = f" until {entry.until}" if entry.until else ""
            yield Content(f"{entry.status} since {entry.since}{until}, {entry.certainty}")
            yield from ([Content(entry.note)] if entry.note else [])
            yield from (Content(f"⚑ {flag_words(flag)}. {flag.note}") for flag in entry.flags)
            cited = [*entry.sources, *(s for flag in entry.flags for s in flag.sources)]
            yield from _sources(cited)


def flag_words(flag: Flag) -> str:
    """What is the matter, who says so, and for how long."""
    claimed = {"self": "self-declared", "organisation": "declared by the organisation"}
    said = claimed.get(flag.claimed_by, f"says {flag.claimed_by}")
    until = f" until {flag.until}" if flag.until else ""
    return f"{flag.kind}, {said}, since {flag.since}{until}"


def _notes(notes: Sequence[Annotation]) -> Iterator[Content]:
    if notes:
        yield _heading("Notes")
    for note in notes:
        quote = " ".join(note.anchor.exact.split())
        yield Content(f"“{quote}”" if len(quote) <= 60 else f"“{quote[:59]}…”")
        if note.body.strip():
            yield Content.styled(f"  {note.body.strip()}", "italic")


def claim_card(claim: Claim, quote: str) -> Content:
    """What the article says, what the record says, and the pages that say so."""
    parts = [
        Content.styled(f"{claim.organisation}: {claim.verdict}", "bold"),
        Content(f"“{quote}”"),
        Content(claim.detail),
    ]
    parts += [_heading("Sources")] if claim.sources else []
    return Content("\n").join([*parts, *_sources(claim.sources)])


def shared_card(
    names: tuple[str, str], as_of: str, organisations: Sequence[tuple[str, str]]
) -> Content:
    """The organisations of which two states are members on a date: id and name of each."""
    lines = [Content.styled(f"{names[0]} and {names[1]} {at(as_of)}", "bold"), Content("")]
    lines += [Content(f"{identity:<20}{name}") for identity, name in organisations]
    return Content("\n").join(lines if organisations else [*lines, Content("None on record.")])
