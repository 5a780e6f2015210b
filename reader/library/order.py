"""The orders that a list of the library may stand in, and what it counts over time."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeAlias, get_args

from reader.library.entry import Entry

Order: TypeAlias = Literal["opened", "published", "title", "site"]
"""What comes first: the opened last, the latest, or the first in the alphabet."""
ORDERS: tuple[Order, ...] = get_args(Order)
_PERIODS = {"year": 4, "month": 7}
PERIODS = tuple(_PERIODS)
"""What articles can be counted by."""


class Period(NamedTuple):
    """The articles of a year or a month."""

    when: str
    """`YYYY` or `YYYY-MM`; empty where their date is not known."""
    articles: int
    """How many there are."""
    mentions: int
    """How often they name what was looked for."""


def in_order(entries: Sequence[Entry], order: str) -> Sequence[Entry]:
    """Entries, which the one opened last leads, in an order."""
    if order == "published":
        return sorted(entries, key=lambda each: each.published, reverse=True)
    if order in {"title", "site"}:
        return sorted(entries, key=lambda each: str(getattr(each, order)).casefold())
    return entries


def periods(entries: Sequence[Entry], period: str) -> list[Period]:
    """The entries counted by year or month, the earliest first."""
    counts: dict[str, list[int]] = {}
    for entry in entries:
        count = counts.setdefault(entry.published[: _PERIODS[period]], [0, 0])
        count[0] += 1
        count[1] += entry.mentions
    return [Period(when, *count) for when, count in sorted(counts.items())]
