"""Memberships through time, drawn as lines of text: a bar for each interval of each state."""

from collections.abc import Iterable, Iterator

from reader.entities.names import state_name
from reader.states.dates import latest_year
from reader.states.organisation import Membership, Organisation

NAME, CHART = 18, 40
"""The columns for a state's name and for its bar."""


def chart_lines(record: Organisation, language: str, today: str) -> Iterator[str]:
    """A line of years, and below it every state that was a member, in order of joining."""
    memberships = [each for each in record.memberships if each.status == "member"]
    if not memberships:
        return
    first = min(int(latest_year(each.since)) for each in memberships)
    last = int(today[:4])
    yield " " * (NAME + 1) + f"{first:<{CHART - 4}}{last}"
    by_state: dict[str, list[Membership]] = {}
    for each in memberships:
        by_state.setdefault(each.iso, []).append(each)
    for iso, spans in by_state.items():
        yield f"{_name(spans[0], iso, language):<{NAME}} {_bar(spans, first, last)}"


def _name(membership: Membership, iso: str, language: str) -> str:
    special = membership.names.get(language) or membership.names.get("en")
    name = special or state_name(iso, language)
    return name if len(name) <= NAME else name[: NAME - 1] + "…"


def _bar(spans: Iterable[Membership], first: int, last: int) -> str:
    cells = [" "] * CHART
    years = max(1, last + 1 - first)
    for span in spans:
        until = int(latest_year(span.until)) if span.until else last + 1
        start = CHART * (int(latest_year(span.since)) - first) // years
        end = max(start + 1, CHART * (until - first) // years)
        cells[start:end] = "█" * (min(end, CHART) - start)
    return "".join(cells).rstrip()
