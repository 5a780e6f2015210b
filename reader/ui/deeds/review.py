"""Deeds on notes that need a decision: a doubtful or lost place, two texts of one note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from reader.article import Span
from reader.text.selection import trimmed
from reader.ui.keymap import shown
from reader.ui.screens.note_rows import note_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.notes.annotation import PlacedAnnotation
    from reader.notes.conflict import Conflict
    from reader.ui.dialogs.placing import PlaceChoice
    from reader.ui.screens.reading import ReadingScreen


async def review(at: ReadingScreen) -> None:
    """Decide about the next note that lost its place, has a doubtful one, or has two texts."""
    conflict = next(iter(at.session.conflicts), None)
    if conflict:
        await _settle(at, conflict)
        return
    doubtful = _doubtful(at)
    if not doubtful:
        at.notify("Every note has its place")
        return
    left = [each for each in doubtful if each.annotation.id not in at.reviewed]
    if not left:
        # Once around: those that were left as they are come again.
        at.reviewed.clear()
        left = doubtful
    number, count = len(at.reviewed) + 1, len(at.reviewed) + len(left)
    await _place(at, _next(at, left), f"{number} of {count}")


def tell(at: ReadingScreen) -> None:
    """Say how many notes of an article that was opened need a place, where there are any."""
    found = [each.place.status for each in _doubtful(at)]
    lost, unsure = found.count("orphan"), found.count("check")
    parts = [f"{_notes(lost)} lost {'its' if lost == 1 else 'their'} place"] if lost else []
    parts += [f"{_notes(unsure)} {'has' if unsure == 1 else 'have'} a doubtful place"][: unsure > 0]
    if parts:
        key = shown(at.keyboard.keys["review"].partition(",")[0]) or ":"
        them = "it" if lost + unsure == 1 else "them"
        told = f"The article has changed: {', '.join(parts)}; {key} reviews {them}"
        at.notify(told, severity="warning")


def _notes(count: int) -> str:
    return "1 note" if count == 1 else f"{count} notes"


def _doubtful(at: ReadingScreen) -> list[PlacedAnnotation]:
    return [each for each in at.known.annotations if each.place.status in ("check", "orphan")]


def _next(at: ReadingScreen, left: Sequence[PlacedAnnotation]) -> PlacedAnnotation:
    """The note that the cursor is on, or else the next one behind it."""
    from reader.ui.deeds.meant import pointed_at

    here = [each.annotation.id for each in pointed_at(at)]
    meant = [each for each in left if each.annotation.id in here]
    behind = [each for each in left if each.place.start > at.pane.selection.start]
    return (meant or behind or left)[0]


async def _settle(at: ReadingScreen, conflict: Conflict) -> None:
    from reader.ui.dialogs.pick import Pick

    both = "\n\n".join(conflict.bodies)
    choices = [(" ".join(body.split())[:200], str(i)) for i, body in enumerate(conflict.bodies)]
    title = "This note was changed in two places. Which text stays?"
    picked = await at.app.push_screen_wait(Pick(title, [*choices, ("all of them", "all")]))
    if picked is not None:
        body = both if picked == "all" else conflict.bodies[int(picked)]
        at.session.choose(conflict.annotation.id, body)
        at.notes_changed()


async def _place(at: ReadingScreen, placed: PlacedAnnotation, number: str) -> None:
    from reader.ui.dialogs.placing import Placing

    note, choices = placed.annotation, _choices(at, placed)
    if placed.place.status == "check" and not at.pane.cursor.is_chosen:
        at.pane.move_to(placed.place.span, "sentence")
    anchor = note.anchor
    before = Content.assemble(
        ("As it was made\n\n", "bold"),
        f"…{anchor.prefix}",
        (anchor.exact, "bold underline"),
        f"{anchor.suffix}…",
    )
    dialog = Placing(number, note_words(note), before, choices)
    span = await at.app.push_screen_wait(dialog)
    at.reviewed.add(note.id)
    if span:
        at.session.attach(note.id, span)
        at.notes_changed()
        at.pane.clear_selection()
        at.pane.move_to(span, "sentence")


def _choices(at: ReadingScreen, placed: PlacedAnnotation) -> list[PlaceChoice]:
    """The first is taken unless the reader goes to another: no place that is a guess."""
    from reader.notes.anchor import CERTAIN, candidates
    from reader.ui.dialogs.placing import PlaceChoice

    text = at.article.text
    alike = candidates(text, placed.annotation.anchor)[:8]
    found = [(f"{100 * each.confidence:.0f} % alike", each.span) for each in alike]
    is_known = placed.place.status == "check"
    if is_known:
        found.insert(0, (f"here, {100 * placed.place.confidence:.0f} % sure", placed.place.span))
    choices = [PlaceChoice(label, _context(text, span), span) for label, span in found]
    is_first = not is_known and not (alike and alike[0].confidence > CERTAIN)
    nowhere = PlaceChoice("nowhere for now", Content(""), Span(0, 0))
    choices.insert(0 if is_first else len(choices), nowhere)
    if at.pane.cursor.is_chosen:
        selected = trimmed(text, at.pane.selection)
        label = "what is selected in the article"
        choices.append(PlaceChoice(label, _context(text, selected), selected))
    return choices


def _context(text: str, span: Span) -> Content:
    from reader.notes.anchor import CONTEXT

    before, after = (
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )
    passage = (text[span.start : span.end], "bold underline")
    return Content.assemble(("In the article now\n\n", "bold"), f"…{before}", passage, f"{after}…")


async def restore(at: ReadingScreen) -> None:
    """Take a note out of the trash."""
    from reader.ui.dialogs.pick import Pick

    trash = at.session.trash
    if not trash:
        at.notify("The trash is empty")
        return
    choices = [
        (f"{' '.join(note.anchor.exact.split())[:60]}  {note.body[:40]}", note.id) for note in trash
    ]
    picked = await at.app.push_screen_wait(Pick("Take out of the trash", choices))
    if picked:
        at.session.restore(picked)
        at.notes_changed()
