"""Search hits: very many places of a long text, in a few bytes each."""

from array import array
from collections.abc import Callable, Sequence
from typing import overload

from reader.article import Span
from reader.text.search import compile_query

_LOOK = 4096
"""So many hits are found between two looks at whether they are still wanted."""


class Hits(Sequence[Span]):
    """The places where something stands, in order, apart."""

    def __init__(self) -> None:
        # A letter stands a million times in a long article; a span an object would take 140 MB.
        self._starts, self._ends = array("I"), array("I")

    def add(self, start: int, end: int) -> None:
        """One more place, behind all others."""
        self._starts.append(start)
        self._ends.append(end)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> list[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | list[Span]:
        """The place, or places, at that number in the order of the text."""
        if isinstance(index, slice):
            return [*map(Span, self._starts[index], self._ends[index])]
        return Span(self._starts[index], self._ends[index])


def all_hits(text: str, query: str, is_wanted: Callable[[], bool] = lambda: True) -> Hits:
    """The places where `query` stands.

    Args:
        text: what is searched.
        query: as `reader.text.search.compile_query` reads it.
        is_wanted: asked now and then; the search ends early when it says no.
    """
    found, pattern = Hits(), compile_query(query)
    if pattern is None:
        return found
    for match in pattern.finditer(text):
        found.add(match.start(), match.end())
        if len(found) % _LOOK == 0 and not is_wanted():
            break
    return found
