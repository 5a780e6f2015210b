"""The viewport with a cursor: where it is, and what is selected from it."""

from dataclasses import replace
from typing import NamedTuple

from reader.article import Span
from reader.text.progress import percent_read
from reader.text.selection import NOWHERE, Selection, Unit
from reader.ui.pane import units
from reader.ui.pane.sideways import SidewaysViewport

_CHARACTERS_A_MINUTE = 1200


class Position(NamedTuple):
    """How far the reader has come."""

    offset: int
    """The code point that the cursor stands on."""
    end: int
    """Where the cursor's unit ends."""
    percent: int
    """The part of the text up to the cursor's end, 0 to 100."""
    minutes_left: int
    """The time that the rest takes at 200 words a minute."""


class CursorViewport(SidewaysViewport):
    """Keeps the cursor on the text and paints it."""

    def __init__(self) -> None:
        super().__init__()
        self._cursor = Selection()

    @property
    def selection(self) -> Span:
        """What the next deed is done to: the unit under the cursor, or all that is selected."""
        return self._cursor.whole

    @property
    def cursor(self) -> Selection:
        """The cursor as a value."""
        return self._cursor

    @property
    def is_extending(self) -> bool:
        """Whether movement extends the selection."""
        return self._cursor.is_extending

    @property
    def position(self) -> Position:
        """How far the reader has come."""
        length = len(self._article.text)
        read = min(self._cursor.span.end, length)
        minutes = -(-(length - read) // _CHARACTERS_A_MINUTE)
        return Position(self._cursor.point, read, percent_read(read, length), minutes)

    def _put(self, point: int, unit: Unit, anchor: Span | None) -> None:
        span = units.unit_at(self.laid, self._shown_layers.mentions, point, unit)
        self._set(Selection(point, span, unit, anchor))

    def _set(self, cursor: Selection) -> None:
        before = self._shown_layers
        changed = [before.cursor, before.selected, Span(self._point, self._point)]
        self._cursor, self._point = cursor, cursor.point
        selected = cursor.whole if cursor.is_extending else NOWHERE
        changed += [cursor.span, selected, Span(cursor.point, cursor.point)]
        hit = self._hit_at(cursor.span)
        layers = replace(before, cursor=cursor.span, selected=selected, hit=hit)
        self._retouch(layers, [span for span in changed if span != NOWHERE])
        self.announce()

    def announce(self) -> None:
        """Called whenever the cursor has been set."""

    def _hit_at(self, span: Span) -> Span | None:
        return span if self.is_hit(span) else None

    def toggle_extend(self) -> None:
        """Begin to extend the selection, or give it up."""
        self._set(self._cursor.toggled())

    def other_end(self) -> None:
        """Put the cursor at the other end of the selection."""
        self._set(self._cursor.turned())
        self.reveal(self._cursor.point)

    def clear_selection(self) -> None:
        """Give up extending; the cursor stays."""
        self._set(replace(self._cursor, anchor=None, is_resized=False))

    def select_all(self) -> None:
        """Select the whole text."""
        self._put(self._cursor.point, "all", None)
        self._set(replace(self._cursor, is_resized=True))

    def grow(self) -> None:
        """Select the next larger unit around the selection."""
        whole = self.selection
        for unit in units.GROWING:
            span = units.unit_at(self.laid, self._shown_layers.mentions, self._cursor.point, unit)
            if span.start <= whole.start and whole.end <= span.end and len(span) > len(whole):
                self._set(Selection(self._cursor.point, span, unit, is_resized=True))
                return

    def narrow(self) -> None:
        """Select the next smaller unit at the cursor."""
        whole = self.selection
        for unit in reversed(units.GROWING):
            span = units.unit_at(self.laid, self._shown_layers.mentions, self._cursor.point, unit)
            if 0 < len(span) < len(whole) and span.start >= whole.start and span.end <= whole.end:
                self._set(Selection(self._cursor.point, span, unit, is_resized=True))
                return
