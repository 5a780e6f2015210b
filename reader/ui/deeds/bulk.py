"""Deeds on several notes at once: those that are marked on the Notes page."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.notes.annotation import PlacedAnnotation
    from reader.ui.panels.notes import NotesPage
    from reader.ui.screens.reading import ReadingScreen


def mark_row(at: ReadingScreen) -> None:
    """Mark the highlighted note of the Notes page, or take its mark away."""
    page = _page(at)
    if page is None or page.row is None or at.session.annotation(page.row.id) is None:
        at.notify("Notes can be marked, on the Notes page")
        return
    page.marked ^= {page.row.id}
    at.side.refill()
    page.action_cursor_down()


def marked(at: ReadingScreen) -> Sequence[PlacedAnnotation]:
    """The notes that are marked, while the Notes page has the focus."""
    page = _page(at)
    if page is None or not at.side.has_focus_within:
        return ()
    return [each for each in at.session.annotations() if each.annotation.id in page.marked]


async def tag_all(at: ReadingScreen, notes: Sequence[PlacedAnnotation]) -> None:
    """Add tags to notes, as one deed."""
    from reader.ui.dialogs.ask import Ask

    used = await asyncio.to_thread(at.session.tags)
    what = "1 note" if len(notes) == 1 else f"{len(notes)} notes"
    ask = Ask(f"Tags for {what}", "", used)
    words = tags_in(await at.app.push_screen_wait(ask))
    if words:
        at.session.tag_all([each.annotation.id for each in notes], words)
        _done(at)


def delete_all(at: ReadingScreen, notes: Sequence[PlacedAnnotation]) -> None:
    """Put notes in the trash, as one deed."""
    at.session.delete_all([each.annotation.id for each in notes])
    _done(at)
    if len(notes) == 1:
        at.notify("Deleted 1 note; z brings it back")
    else:
        at.notify(f"Deleted {len(notes)} notes; z brings them back")


def tags_in(line: str | None) -> tuple[str, ...]:
    """The tags that a line lists, parted by commas."""
    from reader.notes.tags import bare_tag

    words = map(bare_tag, (line or "").split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def _done(at: ReadingScreen) -> None:
    page = _page(at)
    if page is not None:
        page.marked.clear()
    at.notes_changed()


def _page(at: ReadingScreen) -> NotesPage | None:
    from reader.ui.panels.notes import NotesPage

    page = at.side.page
    return page if isinstance(page, NotesPage) else None
