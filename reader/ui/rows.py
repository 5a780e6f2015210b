"""The rows of a long list: what each shows, made when it is shown, and on which lines it stands."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, chain
from typing import Generic, TypeVar

from textual.content import Content

TALL = 2
"""How many lines a row has; a heading has one."""

T = TypeVar("T")


class Rows(Generic[T]):
    """One row for each item, all of one height but for headings, which cannot be chosen.

    Args:
        items: what the rows stand for; one that is not shown is not asked for.
        label: what the row of an item shows.
        heads: the numbers of those that are headings, ascending.
        name: what an item goes by, whichever rows it stands among; of no two the same.
    """

    def __init__(
        self,
        items: Sequence[T],
        label: Callable[[T], Content],
        heads: Sequence[int] = (),
        name: Callable[[T], str] = str,
    ) -> None:
        self.items = items
        self.heads = frozenset(heads)
        self._label = label
        self._name = name
        self._tops = _tops(len(items), self.heads)

    def __len__(self) -> int:
        """How many there are, with the headings."""
        return len(self.items)

    def label(self, number: int) -> Content:
        """What a row shows."""
        return self._label(self.items[number])

    def name(self, number: int) -> str:
        """What the item of a row goes by."""
        return self._name(self.items[number])

    def named(self, name: str, near: int) -> int | None:
        """The number of the row that goes by a name and can be chosen; None if none does.

        Args:
            near: where it probably stands, or above it: the rows from there on are looked at first.
        """
        near = min(near, len(self))
        ways = chain(range(near, len(self)), range(near))
        return next(
            (each for each in filter(self._can_be_chosen, ways) if self.name(each) == name), None
        )

    def lines(self, number: int) -> range:
        """The lines that a row stands on, from the top of the list."""
        return range(self._tops[number], self._tops[number + 1])

    @property
    def height(self) -> int:
        """The number of lines of all rows."""
        return self._tops[-1]

    def at(self, line: int) -> int:
        """The number of the row that stands on a line; the nearest where none does."""
        return max(0, min(len(self) - 1, bisect_right(self._tops, line) - 1))

    def after(self, number: int, step: int) -> int | None:
        """The next row that can be chosen, 1 down or -1 up, and round at the end; None if none."""
        count = len(self)
        ways = ((number + step * each) % count for each in range(1, count + 1))
        return next(filter(self._can_be_chosen, ways), None)

    def near(self, number: int, step: int = 1) -> int | None:
        """A row that can be chosen: this one, or the next in a direction, else the other way.

        None where there is none.
        """
        if not len(self):
            return None
        number = max(0, min(len(self) - 1, number))
        down, up = range(number, len(self)), range(number, -1, -1)
        ways = chain(down, up) if step > 0 else chain(up, down)
        return next(filter(self._can_be_chosen, ways), None)

    def _can_be_chosen(self, number: int) -> bool:
        return number not in self.heads

    def with_heads(self, number: int) -> range:
        """The lines of a row and of the headings right above it."""
        first = number
        while first - 1 in self.heads:
            first -= 1
        return range(self._tops[first], self._tops[number + 1])


def told(text: str) -> Rows[str]:
    """Rows that only say something, a line each."""
    lines = text.split("\n")
    return Rows(lines, Content, range(len(lines)))


def _tops(count: int, heads: frozenset[int]) -> Sequence[int]:
    """The first line of each row, and the line below the last."""
    if not heads:
        return range(0, TALL * count + 1, TALL)
    heights = [TALL] * count
    for number in heads:
        heights[number] = 1
    return list(accumulate(heights, initial=0))
