"""The Notes page: the reader's notes on this article."""

from collections.abc import Sequence

from textual.content import Content

from reader.entities.names import state_code
from reader.notes.annotation import Annotation, PlacedAnnotation
from reader.notes.filter import parse_filter
from reader.ui.panels.known import Known
from reader.ui.panels.page import Page, Row

MOST = 200
"""The greatest number of notes that are listed at once; the others are a key away."""
BEFORE, AFTER = "before", "after"
"""The ids of the rows that stand for the notes which are not listed."""
_LOST = "lost"


class NotesPage(Page):
    """Lists notes in reading order, those that lost their place last; enter goes to one."""

    orders = ("by place", "by time, the last changed first")
    shows = ("annotations", "conflicts")

    def __init__(self) -> None:
        super().__init__()
        self.marked: set[str] = set()
        self._first = 0
        self._nearest = ""

    def fits(self, row: Row, known: Known) -> bool:
        """All rows do: the notes are narrowed before rows are made of them."""
        return True

    def rows(self, known: Known, width: int) -> Sequence[Row | None]:
        """The notes, each with its passage and its first words."""
        if not known.annotations:
            return [
                Row("none", Content("No notes yet.\nh highlights a sentence, a writes a note."))
            ]
        notes = self._ordered(known)
        self._first = self._window(notes)
        last = self._first + MOST
        rows = [_others(BEFORE, self._first)] if self._first else []
        rows += self._rows_of(known, notes[self._first : last], width)
        return [*rows, _others(AFTER, len(notes) - last)] if last < len(notes) else rows

    def chosen(self, row: Row) -> None:
        """List the notes that a row stands for, or go to the note of the row."""
        if row.id not in {BEFORE, AFTER} or self.known is None:
            super().chosen(row)
            return
        forward = row.id == AFTER
        self._first = max(0, self._first + (MOST if forward else -MOST))
        known = {*self.listed, BEFORE, AFTER, _LOST}
        self.show(self.known)
        fresh = [row_id for row_id in self.listed if row_id not in known]
        self.highlight(fresh[0 if forward else -1])

    def begin(self) -> None:
        """Highlight the note near the cursor."""
        super().begin()
        self.highlight(self._nearest)

    def _ordered(self, known: Known) -> list[PlacedAnnotation]:
        wanted, torn = parse_filter(self.wanted, state_code), known.conflicts
        notes = [
            each for each in known.annotations if wanted.fits(each, each.annotation.id in torn)
        ]
        if self.order:
            notes.sort(key=lambda each: each.annotation.modified, reverse=True)
        return sorted(notes, key=lambda each: each.place.status == "orphan")

    def _rows_of(self, known: Known, notes: Sequence[PlacedAnnotation], width: int) -> list[Row]:
        placed: list[Row] = []
        lost: list[Row] = []
        for each in notes:
            row = _row(known, each, width, self._mark(each))
            (lost if each.place.status == "orphan" else placed).append(row)
        heading = [Row(_LOST, Content.styled("Without a place", ".page--warning"))] if lost else []
        return [*placed, *heading, *lost]

    def _mark(self, placed: PlacedAnnotation) -> str:
        if placed.annotation.id in self.marked:
            return "●"
        if placed.place.status == "check":
            return "?"
        # Without colours the letter tells what the colour would.
        return placed.annotation.colour[0].upper() if self.app.no_color else "▌"

    def _window(self, notes: Sequence[PlacedAnnotation]) -> int:
        """The first note to be listed."""
        index = self._index(notes) if notes else None
        if len(notes) <= MOST:
            return 0
        end = len(notes) - MOST
        if index is None or self._first <= index < self._first + MOST:
            return min(self._first, end)
        return min(max(0, index - MOST // 2), end)

    def _index(self, notes: Sequence[PlacedAnnotation]) -> int | None:
        """The note that must be listed: the one in hand, or else the one at the cursor."""
        if self.has_focus and (row := self.row):
            ids = (number for number, each in enumerate(notes) if each.annotation.id == row.id)
            return next(ids, None)
        starts = (n for n, each in enumerate(notes) if each.place.start >= self.here)
        index = 0 if self.order else next(starts, len(notes) - 1)
        self._nearest = notes[index].annotation.id
        return index


def _others(row_id: str, count: int) -> Row:
    where = "before" if row_id == BEFORE else "more"
    return Row(row_id, Content.styled(f"… {count} {where}; enter lists them", ".page--dim"))


def _row(known: Known, placed: PlacedAnnotation, width: int, mark: str) -> Row:
    note, place = placed.annotation, placed.place
    span = place.span
    quote = known.quote(span) if place.status != "orphan" else " ".join(note.anchor.exact.split())
    if len(quote) > width - 4:
        quote = quote[: width - 5] + "…"
    label = [Content.assemble((mark, f".page--colour-{note.colour}"), " ", quote)]
    words = note.body.strip().partition("\n")[0]
    if words:
        label.append(Content.styled(f"  {words[: width - 4]}", ".page--name"))
    if note.id in known.conflicts:
        label.append(Content.styled("  two texts; r shows both", ".page--warning"))
    facts = [f"#{tag}" for tag in note.tags] + [f"→ {link.target}" for link in note.links]
    if facts:
        label.append(Content.styled("  " + " ".join(facts), ".page--dim"))
    spans = () if place.status == "orphan" else (span,)
    return Row(note.id, Content("\n").join(label), spans, _detail(note))


def _detail(note: Annotation) -> Content:
    facts = [note.motivation, note.colour, note.modified[:16].replace("T", " ")]
    facts += [f"→ {link.target}" for link in note.links]
    parts = [Content(note.body)] if note.body else []
    return Content("\n").join([*parts, Content.styled(" · ".join(facts), ".page--dim")])
