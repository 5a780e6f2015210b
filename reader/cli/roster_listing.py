"""Organisations, their members and an article's claims as a person reads them."""

from collections.abc import Iterator, Sequence

from reader.article import Article
from reader.cli.printing import COLUMNS, cut, table, wrapped
from reader.states.chart import chart_lines
from reader.states.claims import Claim
from reader.states.dates import at
from reader.states.organisation import Flag, Office, Source
from reader.states.panel import NamedMember, NamedRoster
from reader.states.roster import Member, Roster, offices_on, timeline

_VERDICTS = {"agrees": "agrees  ", "differs": "differs ", "disputed": "disputed"}
_INDENT = 12


def named_roster_lines(named: NamedRoster, *, with_sources: bool = False) -> Iterator[str]:
    """One organisation's roster as the article names it."""
    if named.fault:
        yield f"{named.name}: {named.fault}"
        return
    yield from _heading(named.roster)
    groups = ((named.members, ""), (named.others, ""), (named.uncertain, "in doubt"))
    yield from table([_row(each, doubt) for group, doubt in groups for each in group])
    since = ", ".join(f"{each.date} {each.iso} {each.kind}" for each in named.changes)
    if since:
        yield f"  {cut(f'since then: {since}', COLUMNS - 2)}"
    if with_sources:
        members = (*named.members, *named.others, *named.uncertain)
        yield from _source_lines([each.member for each in members])


def roster_lines(roster: Roster, *, with_sources: bool = False) -> Iterator[str]:
    """One organisation's roster by itself."""
    yield from _heading(roster)
    groups = ((roster.members, ""), (roster.others, ""), (roster.uncertain, "in doubt"))
    rows = [_standing(each, each.name, doubt) for group, doubt in groups for each in group]
    yield from table(rows)
    yield from _office_lines(roster)
    if with_sources:
        yield from _source_lines((*roster.members, *roster.others, *roster.uncertain))


def history_lines(roster: Roster, language: str, today: str) -> Iterator[str]:
    """An organisation's dates, its members drawn over time, and every change."""
    record = roster.organisation
    yield from ("", *wrapped(record.note, 0)) if record.note else ()
    yield from ("", "Dates", *table([(each.date, each.text) for each in record.events]))
    yield from ("", "Members through time")
    yield from (f"  {line}" for line in chart_lines(record, language, today))
    yield ""
    yield from table(
        [
            (each.date, each.iso, f"{each.kind} as {each.status}")
            if each.status != "member"
            else (each.date, each.iso, each.kind)
            for each in timeline(record)
        ]
    )


def standing_lines(
    name: str, iso: str, facts: str, rows: Sequence[tuple[str, Member]]
) -> list[str]:
    """A state, and how it stands in each organisation."""
    listed = [
        (identity, member.status, member.since, "; ".join(map(_flag, member.flags)))
        for identity, member in rows
    ]
    return [f"{name} ({iso})", facts, *table(listed)]


def _office_lines(roster: Roster) -> Iterator[str]:
    held = offices_on(roster.organisation, roster.as_of)
    rows = [(each.title, each.name("en"), f"since {each.since}", _until(each)) for each in held]
    if rows:
        yield from ("", f"Offices {at(roster.as_of)}", *table(rows))


def _until(office: Office) -> str:
    return f"until {office.until}" if office.until else ""


def _heading(roster: Roster) -> Iterator[str]:
    name = f" – {roster.name}" if roster.name != roster.id else ""
    yield cut(f"{roster.id}{name}", COLUMNS)
    if roster.exists == "out":
        yield from wrapped(roster.nonexistence, 0)
        return
    count = len(roster.members)
    members = f"{count} {'member' if count == 1 else 'members'}"
    stale = ", and may be out of date" if roster.is_stale else ""
    yield f"{members} as of {roster.as_of}; record checked {roster.checked}{stale}"


def _row(named: NamedMember, doubt: str) -> tuple[str, ...]:
    times = f"{len(named.mentions)}×" if named.is_named else "–"
    *standing, flags = _standing(named.member, named.name, doubt)
    return (*standing, times, flags)


def _standing(member: Member, name: str, doubt: str) -> tuple[str, ...]:
    status = f"{member.status}, {doubt}" if doubt else member.status
    return (member.iso, cut(name, 30), member.since, status, "; ".join(map(_flag, member.flags)))


def _flag(flag: Flag) -> str:
    who = "self-declared" if flag.claimed_by == "self" else f"according to {flag.claimed_by}"
    return f"{flag.kind}, {who}, since {flag.since}"


def _source_lines(members: Sequence[Member]) -> Iterator[str]:
    """Every page, with the states whose standing it tells; last, those told from memory."""
    found: dict[Source, list[str]] = {}
    for member in members:
        for source in (*member.sources, *(s for flag in member.flags for s in flag.sources)):
            found.setdefault(source, []).append(member.iso)
    yield from ("", "  Sources")
    for source, codes in found.items():
        yield from wrapped(f"{source.title}, read {source.read}, {source.certainty}", 2)
        yield f"    {source.url}"
        yield from wrapped(" ".join(dict.fromkeys(codes)), 4)
    recalled = [member.iso for member in members if not member.sources]
    if recalled:
        yield from wrapped(f"No page was read for {' '.join(recalled)}.", 2)


def claim_lines(
    article: Article, claims: Sequence[Claim], *, with_sources: bool = False
) -> Iterator[str]:
    """What the article says, each with the verdict, both sides, and where the record's stands."""
    for claim in claims:
        quote = " ".join(article.text[claim.start : claim.end].split())
        yield f"  {_VERDICTS[claim.verdict]}  {cut(f'“{quote}”', COLUMNS - _INDENT)}"
        yield from wrapped(claim.detail, _INDENT)
        if with_sources:
            for source in claim.sources:
                yield from wrapped(f"{source.title}, read {source.read}", _INDENT)
                yield f"{' ' * _INDENT}  {source.url}"
        elif claim.sources:
            yield " " * _INDENT + cut(f"from: {claim.sources[0].title}", COLUMNS - _INDENT)
