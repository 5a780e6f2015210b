"""An organisation's members as a Markdown table, with the date and the sources."""

from collections.abc import Iterable, Iterator

from reader.exchange.escape import escape_inline
from reader.states.dates import at
from reader.states.organisation import Source, best_first
from reader.states.panel import NamedMember, NamedRoster


def roster_markdown(named: NamedRoster, rank: int = 2) -> Iterator[str]:
    """The blocks of one roster: heading, table, when it was checked and by what.

    Args:
        rank: that of the heading, 1 to 6.
    """
    roster = named.roster
    yield f"{'#' * rank} {_cell(roster.name)} ({_cell(roster.id)})"
    if named.fault:
        yield f"No record: {_cell(named.fault)}"
        return
    if roster.exists == "out":
        yield _cell(roster.nonexistence)
        return
    stale = "; it may be out of date" if roster.is_stale else ""
    yield f"Members {at(roster.as_of)}; record checked {roster.checked}{stale}."
    sure = (*named.members, *named.others)
    rows = [_row(each, "") for each in sure] + [
        _row(each, ", in doubt") for each in named.uncertain
    ]
    if rows:
        yield "\n".join(["| state | code | since | status |", "| --- | --- | --- | --- |", *rows])
    sources = best_first(_sources((*sure, *named.uncertain)))
    if sources:
        yield "\n".join(f"- <{s.url}> {_cell(s.title)}, read {s.read}" for s in sources)


def _sources(members: Iterable[NamedMember]) -> Iterator[Source]:
    for each in members:
        yield from each.member.sources
        for flag in each.member.flags:
            yield from flag.sources


def _row(each: NamedMember, doubt: str) -> str:
    member = each.member
    flags = "".join(
        f"; {flag.kind} since {flag.since}, claimed by {flag.claimed_by}" for flag in member.flags
    )
    code = "" if member.iso.startswith("x-") else member.iso
    cells = (each.name, code, member.since, f"{member.status}{doubt}{flags}")
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return escape_inline(" ".join(text.split()))
