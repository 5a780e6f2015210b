"""What a deed is about: which note, and which passage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.article import Span
from reader.text.selection import trimmed

if TYPE_CHECKING:
    from reader.notes.annotation import Annotation, PlacedAnnotation
    from reader.ui.screens.reading import ReadingScreen


def passage(at: ReadingScreen) -> Span:
    """What is selected, without the blanks at its ends; a search hit counts with whole words."""
    from reader.text.words import word_at

    text, span = at.article.text, trimmed(at.article.text, at.pane.selection)
    if at.pane.is_extending or not at.pane.is_hit(span):
        return span
    first, last = (word_at(text, each, 0, len(text)) for each in (span.start, span.end - 1))
    joined = [each for each in (first, last) if each.meets(span)]
    return Span(
        min([span.start, *(each.start for each in joined)]),
        max([span.end, *(each.end for each in joined)]),
    )


def under_cursor(at: ReadingScreen) -> PlacedAnnotation | None:
    """The innermost annotation at the cursor, if there is one."""
    here = at.session.annotations_at(at.pane.selection)
    return here[0] if here else None


def pointed_at(at: ReadingScreen) -> Sequence[PlacedAnnotation]:
    """The annotations that a deed may be about: that of the Notes page, or those at the cursor.

    At the cursor they are the innermost and its equals: those on the same passage, and those
    within what is selected.
    """
    if at.side.has_focus_within:
        row = at.side.page.row if at.side.front == "notes" else None
        found = at.session.annotation(row.id) if row else None
        return [found] if found else []
    selected = at.pane.selection
    here = at.session.annotations_at(selected)
    return [
        each
        for each in here
        if each.place.span == here[0].place.span
        or (selected.start <= each.place.start and each.place.end <= selected.end)
    ]


def current(at: ReadingScreen) -> PlacedAnnotation | None:
    """The annotation that a deed is about: that of the Notes page, or the first at the cursor."""
    return next(iter(pointed_at(at)), None)


async def chosen(at: ReadingScreen) -> PlacedAnnotation | None:
    """The annotation that a deed is about; asks where there are several, tells where none."""
    from reader.ui.dialogs.pick import Pick

    found = pointed_at(at)
    if not found:
        at.notify("No note here; a writes one, ] a goes to the next")
    if len(found) < 2:
        return next(iter(found), None)
    choices = [(_label(each.annotation), each.annotation.id) for each in found]
    picked = await at.app.push_screen_wait(Pick("Which of these notes?", choices))
    return at.session.annotation(picked) if picked else None


def _label(note: Annotation) -> str:
    from reader.ui.screens.note_rows import note_words

    quote = " ".join(note.anchor.exact.split())
    return f"{note_words(note).plain}  “{quote[:40]}{'…' if len(quote) > 40 else ''}”"
