"""Deeds that correct what was recognised: it is none, it is another kind, it is that one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.article import Span
from reader.ui.deeds.meant import passage

if TYPE_CHECKING:
    from reader.entities.corrections import Correction
    from reader.entities.mention import EntityKind, Mention
    from reader.ui.screens.reading import ReadingScreen

KIND_NAMES: dict[EntityKind, str] = {
    "person": "a person",
    "org": "an organisation",
    "state": "a state",
    "place": "a place",
    "date": "a date",
    "event": "an event",
}


def mention_at(at: ReadingScreen) -> Mention | None:
    """The mention at the cursor, if there is one."""
    here = at.pane.selection
    found = at.known.recognition.mentions if at.known.recognition else ()
    return next((each for each in found if here.meets(Span(each.start, each.end))), None)


async def not_entity(at: ReadingScreen) -> None:
    """Say that the name at the cursor is none."""
    from reader.entities.corrections import Correction

    mention = mention_at(at)
    if mention is None:
        at.notify("No name is marked here")
        return
    span = Span(mention.start, mention.end)
    await _apply(at, span, Correction(at.quote(span), "none"))


async def is_a(at: ReadingScreen) -> None:
    """Say what the name at the cursor, or the selection, is."""
    from reader.entities.corrections import Correction
    from reader.ui.dialogs.pick import Pick

    span = _named(at)
    kinds = [(name, kind) for kind, name in KIND_NAMES.items()]
    picked = await at.app.push_screen_wait(Pick(f"“{at.quote(span)}” is", kinds))
    kind = next((each for each in KIND_NAMES if each == picked), None)
    if kind is None:
        return
    correction = Correction(at.quote(span), kind)
    if kind in ("state", "org"):
        linked = await _linked(at, correction)
        if linked is None:
            return
        correction = linked
    await _apply(at, span, correction)


async def _linked(at: ReadingScreen, correction: Correction) -> Correction | None:
    from reader.entities.names import state_names, states
    from reader.states.registry import known
    from reader.ui.dialogs.pick import Pick

    if correction.kind == "state":
        language = at.known.language or "en"
        choices = [(f"{name}  {iso}", iso) for iso, name in states(language)]
        pick = Pick("Which state?", choices, state_names(language))
        picked = await at.app.push_screen_wait(pick)
        return None if picked is None else replace(correction, iso=picked)
    choices = [("another organisation", ""), *((each, each) for each in sorted(known()))]
    picked = await at.app.push_screen_wait(Pick("Which organisation?", choices))
    return None if picked is None else replace(correction, organisation=picked)


async def join(at: ReadingScreen) -> None:
    """Say that the name at the cursor means an entity named elsewhere."""
    from reader.entities.corrections import Correction
    from reader.ui.dialogs.pick import Pick

    recognition = at.known.recognition
    if recognition is None:
        return
    span = _named(at)
    choices = [(f"{each.name}  {each.kind}", each.id) for each in recognition.entities.values()]
    picked = await at.app.push_screen_wait(Pick(f"“{at.quote(span)}” is the same as", choices))
    if picked is None:
        return
    same = recognition.entities[picked]
    correction = Correction(at.quote(span), same.kind, same.id, same.iso, same.organisation)
    await _apply(at, span, correction)


def take_back(at: ReadingScreen) -> None:
    """Forget the last correction on this article."""
    forgotten = at.session.take_back_correction()
    if forgotten is None:
        at.notify("No correction to take back")
        return
    at.relearn()
    at.notify(f"“{forgotten.surface}” is as it was recognised")


def _named(at: ReadingScreen) -> Span:
    mention = None if at.pane.is_extending else mention_at(at)
    return Span(mention.start, mention.end) if mention else passage(at)


async def _apply(at: ReadingScreen, span: Span, correction: Correction) -> None:
    from reader.ui.dialogs.pick import Pick

    count = len(correction.spans(at.article.text))
    where = [
        (f"all {count} in this article", "here"),
        ("only this one", "one"),
        ("in all articles", "everywhere"),
    ]
    picked = await at.app.push_screen_wait(Pick("Where does that hold?", where))
    if picked is None:
        return
    if picked == "one":
        correction = replace(correction, start=span.start)
    at.session.correct(correction, everywhere=picked == "everywhere")
    at.relearn()
