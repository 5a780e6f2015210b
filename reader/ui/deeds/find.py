"""Deeds that go somewhere: search hits, entities, notes, headings, percentages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.article import Span
from reader.text.selection import Stretch, Unit, nearest
from reader.ui.messages import OpenSource

if TYPE_CHECKING:
    from reader.entities.mention import EntityKind
    from reader.ui.screens.reading import ReadingScreen


def go(
    at: ReadingScreen, stretches: Sequence[Stretch], step: int, unit: Unit, missing: str
) -> None:
    """Go to the next or previous of `stretches`, or tell that there are none."""
    found = nearest(stretches, at.pane.selection.start, step)
    if found is None:
        at.notify(missing)
    else:
        at.pane.move_to(found, unit)


KINDS: Mapping[EntityKind, tuple[str, str]] = {
    "person": ("p", "person"),
    "org": ("g", "organisation"),
    "state": ("s", "state"),
    "place": ("c", "city or other place"),
    "date": ("d", "date"),
}
"""What names can be gone through by themselves: the key behind the bracket, and a word for it."""


def entity(at: ReadingScreen, step: int, kind: EntityKind | None = None) -> None:
    """Go to the next or previous mention, of one kind or of any."""
    found = at.known.recognition.mentions if at.known.recognition else ()
    mentions = [each for each in found if kind in (None, each.kind)]
    what = KINDS[kind][1] if kind else "name"
    go(at, mentions, step, "entity", f"No {what} found here")


async def mentions(at: ReadingScreen) -> None:
    """List the mentions of the entity highlighted in the panel; go to the one that is chosen."""
    from reader.ui.dialogs.pick import Pick

    row = at.side.page.row
    if row is None or not row.spans or at.known.recognition is None:
        at.notify("Highlight a name first")
        return
    found = [each for each in at.known.recognition.mentions if each.entity == row.id]
    choices = [(at.known.context(each), str(number)) for number, each in enumerate(found)]
    title = f"{len(found)} × {row.label.plain.strip().partition('  ')[0]}"
    picked = await at.app.push_screen_wait(Pick(title, choices))
    if picked is not None:
        place = found[int(picked)]
        at.pane.move_to(Span(place.start, place.end), "entity")


def note(at: ReadingScreen, step: int) -> None:
    """Go to the next or previous note."""
    places = [each.place for each in at.known.annotations if each.place.status != "orphan"]
    go(at, places, step, "section", "No notes yet; h highlights, a writes one")


def hit(at: ReadingScreen, step: int) -> None:
    """Go to the next or previous search hit."""
    go(at, at.pane.hits, step, "word", "Nothing is searched for; / begins a search")
    at.count_hits()


def jump(at: ReadingScreen, step: int) -> None:
    """Go back or forward among the places of this article, and from its ends to other articles."""
    if at.pane.back() if step < 0 else at.pane.forward():
        return
    source = at.trail.ask(step)
    if source:
        at.post_message(OpenSource(source))
    else:
        at.notify("Nothing to go back to" if step < 0 else "Nothing to go forward to")


def across(at: ReadingScreen, step: int) -> None:
    """Scroll code sideways, or tell how to let it."""
    if at.pane.code_scrolls:
        at.pane.scroll_across(step)
    else:
        at.notify('Code is wrapped; code = "scroll" in config.toml lets it scroll')


def link(at: ReadingScreen, step: int) -> None:
    """Go to the next or previous link or footnote mark."""
    if not at.pane.next_link(step):
        at.notify("No links here")


def follow(at: ReadingScreen) -> None:
    """Go where the link at the cursor leads, to the footnote named there, or back from it."""
    from reader.text.references import other_end

    if at.pane.follow_link():
        return
    found = other_end(at.article, at.pane.selection)
    if found:
        at.pane.move_to(found, "sentence")
    else:
        at.notify("No link here; ] l goes to the next one")


async def percent(at: ReadingScreen) -> None:
    """Go to a percentage of the article."""
    from reader.ui.dialogs.ask import Ask

    line = await at.app.push_screen_wait(Ask("Go to per cent", refusal=_no_percentage))
    if line is not None:
        at.pane.go_to_percent(int(_digits(line)))


def _digits(line: str) -> str:
    return line.strip().rstrip("% ")


def _no_percentage(line: str) -> str:
    digits = _digits(line)
    fits = digits.isdecimal() and len(digits) < 4 and int(digits) <= 100
    return "" if fits else "A number from 0 to 100 is needed"
