"""A page of the side panel: a list of things that have places in the article."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from reader.article import Span
from reader.ui.panels.known import Known


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page."""

    id: str
    """Unique on the page, and the same for the same thing from snapshot to snapshot."""
    label: Content
    """What is shown."""
    spans: tuple[Span, ...] = ()
    """Where the thing stands in the article."""
    detail: Content = field(default_factory=lambda: Content(""))
    """What is shown below the list while the row is highlighted."""


def columns(left: Content, right: Content, width: int) -> Content:
    """One line of `width` cells: `left`, cut where it must be, and `right` at the end."""
    room = width - right.cell_length - 1
    cut = left if left.cell_length <= room else left.truncate(room, ellipsis=True)
    return Content("").join(
        [cut, Content(" " * (width - cut.cell_length - right.cell_length)), right]
    )


class Page(OptionList):
    """Shows rows; choosing one asks the screen to go to its next place in the article."""

    COMPONENT_CLASSES = {
        "page--name",
        "page--dim",
        "page--accent",
        "page--warning",
        "page--colour-yellow",
        "page--colour-red",
        "page--colour-green",
        "page--colour-blue",
        "page--colour-purple",
        "page--colour-orange",
    }

    orders: tuple[str, ...] = ()
    """The orders in which the rows may stand, in the order of their turns."""

    shows: tuple[str, ...] = ()
    """The fields of `Known` that the rows are made of."""

    class Chosen(Message):
        """A row was chosen: the article should show the next of its places."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    class Highlighted(Message):
        """Another row is highlighted."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.wanted = ""
        self.order = 0
        self.known: Known | None = None
        self.here = 0
        self._rows: dict[str, Row] = {}
        self._fitted = 0

    def rows(self, known: Known, width: int) -> Sequence[Row | None]:
        """The rows for a snapshot at a width in cells; None is a dividing line."""
        return ()

    def turn_order(self) -> str:
        """Let the rows stand in the next order, and say which; empty where there is but one."""
        self.order = (self.order + 1) % max(1, len(self.orders))
        return self.orders[self.order] if self.orders else ""

    def fits(self, row: Row, known: Known) -> bool:
        """Whether a row is one of those that are wanted."""
        return self.wanted in row.label.plain.casefold()

    def tells_apart(self, one: Known, other: Known) -> bool:
        """Whether the rows of two snapshots differ."""
        return any(getattr(one, field) is not getattr(other, field) for field in self.shows)

    def show(self, known: Known) -> None:
        """Show a snapshot, and keep the highlight on the same thing."""
        kept, number, self.known = self.row, self.highlighted, known
        # Hidden rows are made for the width that they had.
        self._fitted = self.scrollable_content_region.width or self._fitted
        rows = self.rows(known, max(20, self._fitted))
        if self.wanted:
            rows = [row for row in rows if row and self.fits(row, known)]
            rows = rows or [Row("none", Content("No row has that; escape shows all again."))]
        rows = _apart(rows)
        self._rows = {row.id: row for row in rows if row}
        self.set_options([Option(row.label, id=row.id) if row else None for row in rows])
        if kept:
            self.highlight(kept.id)
        if self.row is None and self.option_count and (self.has_focus or self.wanted):
            if number is None:
                self.begin()
            else:
                self.highlighted = min(number, self.option_count - 1)

    def on_resize(self) -> None:
        """Fit the rows to a new width."""
        self._fit()

    def _fit(self) -> None:
        if self.known and self.scrollable_content_region.width not in (0, self._fitted):
            self.show(self.known)

    @property
    def listed(self) -> list[str]:
        """The ids of the rows, from the top."""
        return [each.id or "" for each in self.options]

    def highlight(self, row_id: str) -> None:
        """Highlight the row of that id, if it is listed."""
        if row_id in self._rows:
            self.highlighted = self.get_option_index(row_id)

    @property
    def row(self) -> Row | None:
        """The highlighted row."""
        if self.highlighted is None:
            return None
        return self._rows.get(self.get_option_at_index(self.highlighted).id or "")

    def on_focus(self) -> None:
        """Show which row the keys are about, at the width that there is now."""
        # A drawer that opens is not always told of its size.
        self.call_after_refresh(self._fit)
        if self.row is None:
            self.begin()

    def begin(self) -> None:
        """Highlight the row to begin at."""
        self.action_first()

    def on_option_list_option_highlighted(self) -> None:
        """Tell which row is highlighted."""
        if self.row:
            self.post_message(self.Highlighted(self.row))

    def on_option_list_option_selected(self) -> None:
        """Do what a row is chosen for."""
        if self.row:
            self.chosen(self.row)

    def chosen(self, row: Row) -> None:
        """Ask for the row's next place."""
        self.post_message(self.Chosen(row))


def _apart(rows: Sequence[Row | None]) -> list[Row | None]:
    """The rows without those whose id an earlier one has: what they say stands there already."""
    seen: set[str] = set()
    kept = []
    for row in rows:
        if row is None or row.id not in seen:
            kept.append(row)
        if row is not None:
            seen.add(row.id)
    return kept
