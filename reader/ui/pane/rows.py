"""The row as a value: what stands on one line of the screen, by offsets and cells."""

from dataclasses import dataclass
from typing import NamedTuple

from reader.article import Block


class Run(NamedTuple):
    """A stretch of the text on a row."""

    start: int
    """The first code point of the run."""
    end: int
    """The first code point after it."""
    column: int
    """The cell, from the left edge of the text column, on which it begins."""
    width: int
    """The cells that it may take; what hangs over is not painted."""


class Ornament(NamedTuple):
    """Something on a row that is no part of the text: a marker, a quote's bar, a table's line."""

    column: int
    """The cell, from the left edge of the text column, on which it begins."""
    text: str
    """What is painted."""
    style: str
    """The component class, without its prefix."""


class Piece(NamedTuple):
    """What stands in one style on a line of the screen."""

    text: str
    """What goes to the terminal."""
    names: tuple[str, ...] = ()
    """The component classes laid over one another, without their prefix, the lowest first."""
    link: str = ""
    """The address that it leads to."""


class Painted(NamedTuple):
    """A line of the screen, from edge to edge."""

    pieces: list[Piece]
    """From left to right."""
    width: int
    """The cells that they take; more than there are where something hangs over."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the laid out article."""

    block: Block
    """The block that it belongs to."""
    start: int
    """The first code point of the row; for a gap, that of the block after it."""
    end: int
    """The first code point after the row; equal to `start` for a row without text."""
    runs: tuple[Run, ...] = ()
    """The text, from left to right; one run but for tables."""
    ornaments: tuple[Ornament, ...] = ()
    """What else is painted, from left to right."""

    @property
    def is_gap(self) -> bool:
        """Whether no text stands on the row."""
        return not self.runs
