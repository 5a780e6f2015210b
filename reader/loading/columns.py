"""The paragraphs of a long text in two columns of numbers, made into blocks when asked for."""

from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from reader.article import Block


class Paragraphs(Sequence[Block]):
    """A sequence of paragraph blocks that takes eight bytes for each."""

    __slots__ = ("_ends", "_starts")

    def __init__(self) -> None:
        self._starts = array("I")
        self._ends = array("I")

    def add(self, start: int, end: int) -> None:
        """Put a paragraph behind the last one."""
        self._starts.append(start)
        self._ends.append(end)

    def __len__(self) -> int:
        """The number of paragraphs."""
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> list[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | list[Block]:
        """One paragraph, or a list of them."""
        if isinstance(index, slice):
            return [
                Block("paragraph", start, end)
                for start, end in zip(self._starts[index], self._ends[index], strict=True)
            ]
        return Block("paragraph", self._starts[index], self._ends[index])

    def __iter__(self) -> Iterator[Block]:
        """The paragraphs in text order."""
        for start, end in zip(self._starts, self._ends, strict=True):
            yield Block("paragraph", start, end)
