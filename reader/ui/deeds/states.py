"""Deeds on the States page: other dates, cards, what two states share, a roster to take along."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.content import Content

    from reader.states.claims import Claim
    from reader.states.panel import NamedMember, NamedRoster
    from reader.ui.screens.reading import ReadingScreen


async def ask_date(at: ReadingScreen) -> None:
    """Ask for the rosters as of another date."""
    from reader.ui.dialogs.ask import Ask

    title = f"Members as of (YYYY, YYYY-MM or YYYY-MM-DD; now {at.session.as_of}; empty: article's)"
    line = await at.app.push_screen_wait(Ask(title, refusal=_no_date))
    if line is not None:
        _ask_for(at, line.strip())


def _no_date(line: str) -> str:
    from reader.states.dates import days

    try:
        days(line.strip() or "2000")
    except ValueError as error:
        return str(error)
    return ""


def shift_year(at: ReadingScreen, step: int) -> None:
    """Ask for the rosters a year earlier or later."""
    year = int(at.session.as_of[:4]) + step
    date = f"{year:04}{at.session.as_of[4:]}".replace("-02-29", "-02-28")
    if reason := _no_date(date):
        at.notify(reason, severity="warning")
    else:
        _ask_for(at, date)


def _ask_for(at: ReadingScreen, date: str) -> None:
    at.session.as_of = date
    at.relearn()


def here(at: ReadingScreen) -> tuple[NamedRoster, NamedMember | None] | None:
    """The organisation, and the state if it is one, that is highlighted on the States page."""
    row = at.side.page.row if at.side.front == "states" else None
    if row is None:
        return None
    for named in at.known.rosters:
        if row.id == f"org:{named.roster.id}":
            return named, None
        for each in (*named.members, *named.others, *named.uncertain):
            if row.id.startswith(f"{named.roster.id}:{each.member.iso}:"):
                return named, each
    return None


async def card(at: ReadingScreen) -> None:
    """Show all that is on record of the highlighted organisation, state or claim."""
    from reader.ui.dialogs.card import Card

    text = await _card(at)
    if text is None:
        at.notify("Highlight an organisation, a state or a claim on the States page first")
    else:
        at.app.push_screen(Card(text))


async def _card(at: ReadingScreen) -> Content | None:
    from reader.notes.annotation import Link
    from reader.states.roster import organisations_of
    from reader.ui.panels.cards import claim_card, organisation_card, state_card

    found, claim = here(at), _claim_here(at)
    if claim:
        return claim_card(claim, at.known.quote(claim.span))
    if found is None:
        return None
    named, each = found
    if each is None:
        return organisation_card(named, at.known.language, at.session.today)
    iso, as_of = each.member.iso, at.known.as_of
    standing = await asyncio.to_thread(organisations_of, iso, as_of, at.known.language)
    notes = [placed.annotation for placed in at.known.annotations]
    linked = [note for note in notes if Link("state", iso) in note.links]
    return state_card(each, named.roster, standing, linked)


def _claim_here(at: ReadingScreen) -> Claim | None:
    from reader.ui.panels.states import claim_row

    row = at.side.page.row if at.side.front == "states" else None
    return next((each for each in at.known.claims if row and row.id == claim_row(each)), None)


async def share(at: ReadingScreen) -> None:
    """Show the organisations that the highlighted state shares with another."""
    from reader.entities.names import state_names, states
    from reader.states.registry import known
    from reader.states.roster import shared
    from reader.ui.dialogs.card import Card
    from reader.ui.dialogs.pick import Pick
    from reader.ui.panels.cards import shared_card

    found = here(at)
    if found is None or found[1] is None:
        at.notify("Highlight a state on the States page first")
        return
    one = found[1]
    language = at.known.language or "en"
    named = dict(states(language))
    entities = at.known.recognition.entities.values() if at.known.recognition else ()
    told = [each.iso for each in entities if each.kind == "state" and each.iso in named]
    # Those that the article names come first.
    codes = [code for code in dict.fromkeys([*told, *named]) if code != one.member.iso]
    choices = [(f"{named[code]}  {code}", code) for code in codes]
    pick = Pick(f"{one.name} shares with", choices, state_names(language))
    picked = await at.app.push_screen_wait(pick)
    if picked:
        ids = await asyncio.to_thread(shared, one.member.iso, picked, at.known.as_of)
        both = [(each, known()[each].name) for each in ids]
        at.app.push_screen(Card(shared_card((one.name, named[picked]), at.known.as_of, both)))


def copy_roster(at: ReadingScreen) -> None:
    """Copy the highlighted organisation's members as a Markdown table."""
    from reader.exchange.rosters import roster_markdown

    found = here(at)
    if found is None:
        at.notify("Highlight an organisation on the States page first")
        return
    at.app.copy_to_clipboard("\n\n".join(roster_markdown(found[0])))
    at.notify(f"The members of {found[0].roster.id} are copied")
