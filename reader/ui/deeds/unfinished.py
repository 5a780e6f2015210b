"""Deeds on words that a crash, or leaving in haste, left unfinished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.article import Span
from reader.ui.deeds import mark
from reader.ui.deeds.meant import passage
from reader.ui.keymap import shown

if TYPE_CHECKING:
    from reader.notes.drafts import Draft
    from reader.ui.screens.reading import ReadingScreen


def tell(at: ReadingScreen) -> None:
    """Say that an article that was opened has unfinished words, where it has."""
    count = len(at.session.drafts())
    if count:
        key = shown(at.keyboard.keys["unfinished"].partition(",")[0]) or ":"
        told = "The words of a note are" if count == 1 else f"The words of {count} notes are"
        at.notify(f"{told} unfinished; {key} goes on with them", severity="warning", timeout=10)


async def resume(at: ReadingScreen) -> None:
    """Go on with the words that were left unfinished first."""
    found = at.session.drafts()
    if not found:
        at.notify("No words are unfinished")
        return
    draft = found[0]
    span = _passage_of(draft, len(at.article.text))
    if span:
        at.pane.move_to(span, "entity")
        await mark.write_about(at, span, draft)
    else:
        await _edit(at, draft)


async def _edit(at: ReadingScreen, draft: Draft) -> None:
    placed = at.session.annotation(draft.key.partition(" ")[0])
    if placed is None:
        told = "The note of these words is gone; they begin a new one here"
        at.notify(told, severity="warning", timeout=10)
        await mark.write_about(at, passage(at), draft)
        return
    note, begun = placed.annotation, draft.text
    if draft.key != f"{note.id} {note.rev}" and note.body:
        begun = f"{note.body}\n\n{begun}"
    if placed.place.span:
        at.pane.move_to(placed.place.span, "entity")
    await mark.edit_from(at, note, draft, begun)


def _passage_of(draft: Draft, length: int) -> Span | None:
    """The passage of a new note, as far as it lies in a text of that length."""
    start, _, end = draft.key.partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        return None
    return Span(int(start), int(end)) if int(start) < int(end) <= length else None
