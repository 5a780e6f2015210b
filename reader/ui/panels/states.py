"""The States page: the organisations that the article names, with their members on its date."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from reader.entities.names import state_name
from reader.states.claims import Claim
from reader.states.dates import at, latest_year
from reader.states.organisation import Source, best_first
from reader.states.panel import ORDERS, NamedMember, NamedRoster
from reader.states.roster import Roster
from reader.ui.badges import badge
from reader.ui.panels.cards import flag_words
from reader.ui.panels.known import Known
from reader.ui.panels.page import Page, Row, columns

TURNS = {
    "as the article names them": "article",
    "by name": "name",
    "by date of joining": "since",
    "by number of mentions": "mentions",
}
"""The orders in which members may be listed, in the order of their turns."""
VERDICTS = {"agrees": "✓", "differs": "≠", "disputed": "?"}
CLAIMS = {
    "roster": "list of members",
    "count": "number of members",
    "ordinal": "number as a member",
    "joined": "date of joining",
    "left": "date of leaving",
    "founded": "founding date",
}


_BROAD = 44
"""From so many cells on an organisation has its name beside its acronym."""


class StatesPage(Page):
    """Lists rosters; enter on a state or an organisation goes to its next mention."""

    orders = tuple(TURNS)

    shows = ("rosters", "claims", "as_of")

    def rows(self, known: Known, width: int) -> Sequence[Row | None]:
        """The organisations, the most prominent first, each with its members."""
        if not known.as_of:
            return [Row("wait", Content("Reading the article…"))]
        if not known.rosters:
            return [Row("none", Content("This article names no organisation on record."))]
        rows: list[Row | None] = []
        for named in known.rosters:
            rows += [None] if rows else []
            rows.append(_organisation(named, width))
            rows += _claims(known, named)
            members = sorted(named.members, key=ORDERS[TURNS[self.orders[self.order]]])
            rows += [_member(known, named, each, width) for each in members]
            rows += _others(known, named, width)
            rows += _changes(known, named, width)
        return rows


def _organisation(named: NamedRoster, width: int) -> Row:
    roster = named.roster
    head = columns(
        Content.styled(roster.id, ".page--accent"), Content(f"×{len(named.mentions)}"), width
    )
    members = "1 member" if len(roster.members) == 1 else f"{len(roster.members)} members"
    when = f"{members} {at(roster.as_of)}" if not named.fault else "no record"
    if roster.exists == "out":
        when = f"did not exist {at(roster.as_of)}"
    lines = [head, Content(roster.name), Content.styled(when, ".page--dim")]
    if width >= _BROAD:
        lines = _few_rows(roster, when, Content(f"×{len(named.mentions)}"), width)
    if roster.is_stale:
        stale = f"the record was last checked {roster.checked}"
        lines.append(Content.styled(stale, ".page--warning"))
    label = Content("\n").join(lines)
    return Row(f"org:{roster.id}", label, named.mentions, _organisation_detail(named))


def _few_rows(roster: Roster, when: str, count: Content, width: int) -> list[Content]:
    """An organisation in one row if it fits, else in two: below the article rows are few."""
    line = Content.assemble((roster.id, ".page--accent"), f" {roster.name}")
    fact = Content.styled(when, ".page--dim")
    whole = Content(" · ").join([line, fact])
    if whole.cell_length + count.cell_length < width:
        return [columns(whole, count, width)]
    return [columns(line, count, width), fact]


def _organisation_detail(named: NamedRoster) -> Content:
    record = named.roster.organisation
    facts = [named.fault] if named.fault else []
    facts += [f"{event.date}  {event.text}" for event in record.events[:5]]
    facts += [record.note] if record.note else []
    facts += [f"checked {record.checked}"] if record.checked else []
    return Content("\n").join([Content.styled(named.name, ".page--name"), *map(Content, facts)])


def _member(known: Known, named: NamedRoster, each: NamedMember, width: int) -> Row:
    member = each.member
    code = badge(member.iso, with_flag=known.draws_flags)
    style = "" if each.is_named else ".page--dim"
    left = Content.assemble((code, ".page--dim"), " ", (each.name, style))
    if member.flags:
        left += Content.assemble(" ", ("⚑ " + member.flags[0].kind, ".page--warning"))
    elif each.capital:
        left += Content.styled(f" {each.capital}", ".page--dim")
    count = f" ×{len(each.mentions)}" if each.is_named else ""
    right = Content.assemble((latest_year(member.since), ".page--dim"), f"{count:>4}")
    spans = each.mentions
    row_id = f"{named.roster.id}:{member.iso}:{member.status}:{member.since}"
    return Row(row_id, columns(left, right, width), spans, _member_detail(each))


def _member_detail(each: NamedMember) -> Content:
    member = each.member
    head = f"{each.name} · {each.capital}" if each.capital else each.name
    lines = [Content.styled(head, ".page--name")]
    period = f"{member.status} since {member.since}"
    lines.append(Content(period + (f" until {member.until}" if member.until else "")))
    lines += [Content.styled(f"⚑ {flag_words(flag)}", ".page--warning") for flag in member.flags]
    lines += [Content(member.note)] if member.note else []
    if member.certainty != "official":
        lines.append(Content.styled(f"source: {member.certainty}", ".page--dim"))
    lines += [
        Content.styled(_source(source), ".page--dim") for source in best_first(member.sources)[:1]
    ]
    return Content("\n").join(lines)


def _source(source: Source) -> str:
    return f"{source.title}, read {source.read}"


def _others(known: Known, named: NamedRoster, width: int) -> Iterator[Row]:
    for heading, group in (("Not members", named.others), ("Uncertain", named.uncertain)):
        for number, each in enumerate(group):
            if number == 0:
                label = Content.styled(heading, ".page--dim")
                yield Row(f"{named.roster.id}:{heading}", label)
            yield _member(known, named, each, width)


def _changes(known: Known, named: NamedRoster, width: int) -> Iterator[Row]:
    for change in named.changes:
        before, after = f"after: {change.date} ", f" {change.kind}"
        name = Content(state_name(change.iso, known.language))
        name = name.truncate(max(1, width - len(before + after)), ellipsis=True)
        row_id = f"{named.roster.id}:change:{change.date}:{change.iso}:{change.kind}"
        yield Row(row_id, Content.styled(f"{before}{name.plain}{after}", ".page--dim"))


def _claims(known: Known, named: NamedRoster) -> Iterator[Row]:
    for claim in known.claims:
        if claim.organisation == named.roster.id:
            yield _claim(known, claim)


def _claim(known: Known, claim: Claim) -> Row:
    style = "" if claim.verdict == "agrees" else ".page--warning"
    what = f"its {CLAIMS[claim.kind]}"
    if claim.iso:
        what = f"{state_name(claim.iso, known.language)}, {CLAIMS[claim.kind]}"
    text = f"{VERDICTS[claim.verdict]} {what}: {claim.verdict}"
    label = Content.styled(text, style)
    if known.claims_day:
        label += Content.styled(f"\n  as of {known.claims_day}", ".page--dim")
    lines = [Content(known.quote(claim.span)), Content(claim.detail)]
    lines += [Content.styled(_source(source), ".page--dim") for source in claim.sources[:1]]
    detail = Content("\n").join(lines)
    return Row(claim_row(claim), label, (claim.span,), detail)


def claim_row(claim: Claim) -> str:
    """The id of a claim's row."""
    return f"claim:{claim.start}:{claim.kind}"
