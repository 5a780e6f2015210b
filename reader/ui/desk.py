"""Where the parts of the article screen stand while it is new, as its style sheet lays them out."""

from dataclasses import dataclass
from typing import NamedTuple

WIDE = 106
"""From this many columns on, the side panel stands beside the article."""
_TITLE, _HINTS = 1, 1
"""The rows of the lines above and below."""


class Part(NamedTuple):
    """A rectangle of the screen, in cells."""

    x: int
    """The first column."""
    y: int
    """The first row."""
    width: int
    """How many columns it has."""
    height: int
    """How many rows it has."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The screen of a size, with a side panel of a width."""

    columns: int
    """The screen's columns."""
    rows: int
    """The screen's rows."""
    panel: int
    """The columns of the side panel, where there is room for it."""

    @property
    def title(self) -> Part:
        """The line above the article."""
        return Part(0, 0, self.columns, _TITLE)

    @property
    def pane(self) -> Part:
        """The article."""
        return Part(0, _TITLE, self.columns - self._beside, self._height)

    @property
    def side(self) -> Part | None:
        """The side panel, where it stands beside the article."""
        if not self._beside:
            return None
        return Part(self.columns - self._beside, _TITLE, self._beside, self._height)

    @property
    def hints(self) -> Part:
        """The line below the article."""
        return Part(0, self.rows - _HINTS, self.columns, _HINTS)

    @property
    def _beside(self) -> int:
        return self.panel if self.columns >= WIDE else 0

    @property
    def _height(self) -> int:
        return self.rows - _TITLE - _HINTS
