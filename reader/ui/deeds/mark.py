"""Deeds on notes: highlight, write, tag, colour, delete, undo."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from reader.article import Span
from reader.text.selection import trimmed
from reader.ui.deeds import bulk
from reader.ui.deeds.meant import chosen, current, passage, under_cursor

if TYPE_CHECKING:
    from reader.notes.annotation import Annotation, Colour, Motivation
    from reader.notes.drafts import Draft
    from reader.ui.screens.reading import ReadingScreen


def highlight(at: ReadingScreen, motivation: Motivation = "highlighting") -> None:
    """Highlight the passage at the cursor at once."""
    make(at, motivation=motivation)


def bookmark(at: ReadingScreen) -> None:
    """Mark the passage as a place to come back to."""
    make(at, motivation="bookmarking")


def question(at: ReadingScreen) -> None:
    """Mark the passage as doubtful."""
    make(at, motivation="questioning")


def colour(at: ReadingScreen, ink: Colour) -> None:
    """Give the annotation at the cursor a colour, or highlight the passage in it."""
    at.colour = ink
    here = under_cursor(at)
    if here and not at.pane.is_extending:
        at.session.edit(here.annotation.id, colour=ink)
        at.notes_changed()
    else:
        make(at, motivation="highlighting")


async def write(at: ReadingScreen) -> None:
    """Write a note about the passage at the cursor; a highlight of just that passage gets it."""
    span = passage(at)
    await write_about(at, span, at.session.draft(f"{span.start}-{span.end}"))


async def write_about(at: ReadingScreen, span: Span, draft: Draft) -> None:
    """Write a note about a passage, from the words in its draft on."""
    from reader.ui.dialogs.editor import NoteEditor

    bare = _bare_highlight(at, span)
    words = await at.app.push_screen_wait(NoteEditor(at.quote(span), draft.text, draft.keep))
    if words is not None and words.strip() and bare:
        at.session.edit(bare.id, body=words, motivation=_with_words(bare))
        at.notes_changed()
    elif words is not None and words.strip():
        make(at, span, motivation="commenting", body=words)
    draft.drop()


def _bare_highlight(at: ReadingScreen, span: Span) -> Annotation | None:
    here = (each for each in at.session.annotations_at(span) if each.place.span == span)
    return next((each.annotation for each in here if not each.annotation.body), None)


async def edit(at: ReadingScreen) -> None:
    """Change the words of the annotation at the cursor."""
    placed = await chosen(at)
    if placed is not None:
        note = placed.annotation
        # A draft is of one state of the note: what was written elsewhere since stays.
        draft = at.session.draft(f"{note.id} {note.rev}")
        await edit_from(at, note, draft, draft.text or note.body)


async def edit_from(at: ReadingScreen, note: Annotation, draft: Draft, begun: str) -> None:
    """Change the words of an annotation, from those that were begun with on."""
    from reader.ui.dialogs.editor import NoteEditor

    editor = NoteEditor(note.anchor.exact, begun, draft.keep)
    words = await at.app.push_screen_wait(editor)
    if words is not None and words != note.body and await _meant(at, note, words):
        if at.session.annotation(note.id) is None:
            at.session.restore(note.id)
            at.notify("The note was deleted elsewhere meanwhile; it is back, with your words")
        at.session.edit(note.id, body=words, motivation=_with_words(note))
        at.notes_changed()
    draft.drop()


def _with_words(note: Annotation) -> Motivation:
    """What a note is for once it has words: a highlight becomes a comment."""
    return "commenting" if note.motivation == "highlighting" else note.motivation


async def _meant(at: ReadingScreen, note: Annotation, words: str) -> bool:
    from reader.ui.dialogs.confirm import Confirm

    if words.strip() or not note.body:
        return True
    return await at.app.push_screen_wait(Confirm("Empty this note? Its highlight stays."))


async def tag(at: ReadingScreen) -> None:
    """Tag the annotation at the cursor, or a new highlight of the passage."""
    from reader.ui.dialogs.ask import Ask

    if several := bulk.marked(at):
        await bulk.tag_all(at, several)
        return
    placed = current(at)
    had = placed.annotation.tags if placed else ()
    used = await asyncio.to_thread(at.session.tags)
    line = await at.app.push_screen_wait(Ask("Tags, parted by commas", ", ".join(had), used))
    if line is None:
        return
    tags = bulk.tags_in(line)
    if placed:
        at.session.edit(placed.annotation.id, tags=tags)
        at.notes_changed()
    elif tags and not at.side.has_focus_within:
        make(at, tags=tags)


async def delete(at: ReadingScreen) -> None:
    """Put the annotation at the cursor, or those that are marked, in the trash."""
    if several := bulk.marked(at):
        bulk.delete_all(at, several)
        return
    placed = await chosen(at)
    if placed:
        at.session.delete(placed.annotation.id)
        at.notes_changed()
        at.notify(f"Deleted “{placed.annotation.gist}”; z brings it back")


def undo(at: ReadingScreen) -> None:
    """Take the last deed back."""
    done = at.session.undo()
    at.notes_changed()
    at.notify(f"Undone: {done}; Z does it again" if done else "Nothing to undo")


def redo(at: ReadingScreen) -> None:
    """Do the last undone deed again."""
    done = at.session.redo()
    at.notes_changed()
    at.notify(f"Done again: {done}" if done else "Nothing to do again")


def copy(at: ReadingScreen) -> None:
    """Copy the passage with its source."""
    quote = at.quote(passage(at))
    source = at.article.title or at.article.url or at.article.source
    at.app.copy_to_clipboard(f"{quote}\n— {source}")
    at.notify("Copied")


def make(at: ReadingScreen, span: Span | None = None, **fields: Any) -> bool:
    """Whether there is a new annotation; where there is none, the reader is told why."""
    span = trimmed(at.article.text, span) if span else passage(at)
    if not len(span):
        at.notify("Nothing is selected")
        return False
    if _is_marked(at, span, fields):
        at.notify("This passage is marked so already")
        return False
    at.session.annotate(span, colour=at.colour, **fields)
    at.pane.clear_selection()
    at.notes_changed()
    return True


def _is_marked(at: ReadingScreen, span: Span, fields: dict[str, Any]) -> bool:
    """Whether a bare mark of that sort, on just that passage, would be a second one."""
    if fields.keys() - {"motivation"}:
        return False
    same = (each for each in at.session.annotations_at(span) if each.place.span == span)
    return any(each.annotation.motivation == fields.get("motivation") for each in same)
