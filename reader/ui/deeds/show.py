"""Deeds on the screen itself: panels, help, library, export, leaving."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.commanded import CommandScreen
    from reader.ui.screens.reading import ReadingScreen


def panel(at: ReadingScreen) -> None:
    """Go to the side panel and back; a narrow screen opens and closes it."""
    if at.side.page.has_focus:
        at.side.remove_class("drawer")
        at.pane.focus()
    else:
        at.remove_class("zen")
        at.side.add_class("drawer")
        at.side.page.focus()


def page(at: ReadingScreen, name: str) -> None:
    """Bring a page of the side panel to the front and go to it."""
    at.remove_class("zen")
    at.side.add_class("drawer")
    at.side.front = name
    at.side.page.focus()


def turn(at: ReadingScreen, step: int) -> None:
    """Turn to the next or previous page of the side panel."""
    at.side.turn(step)


def turn_order(at: ReadingScreen) -> None:
    """Let the panel's rows stand in another order."""
    order = at.side.page.turn_order()
    at.side.refill()
    at.notify(f"Rows {order}" if order else "These rows have one order only")


async def record(at: ReadingScreen) -> None:
    """Show what there is on the highlighted row: a record, the places of a name, a whole note."""
    from reader.ui.deeds import find, states
    from reader.ui.dialogs.card import Card

    row = at.side.page.row
    if at.side.front == "notes" and row and row.detail.plain:
        at.app.push_screen(Card(row.detail))
    else:
        await (find.mentions if at.side.front == "entities" else states.card)(at)


async def narrow(at: ReadingScreen) -> None:
    """Show only the rows of the panel that hold some words."""
    from reader.ui.dialogs.ask import Ask

    title = "Rows that hold"
    if at.side.front == "notes":
        title = "Notes that have (words #tag colour:red state:AM is:orphan is:conflict)"
    before = at.side.page.wanted
    words = await at.app.push_screen_wait(Ask(title, before, typed=at.side.narrow))
    at.side.narrow(before if words is None else words)


def leave(at: ReadingScreen) -> None:
    """Show all rows of the panel; or go back to the article, and let go of what is selected."""
    if at.side.page.has_focus and at.side.page.wanted:
        at.side.narrow("")
    elif at.side.page.has_focus:
        panel(at)
    else:
        at.pane.clear_selection()
        at.end_search()


def zen(at: ReadingScreen) -> None:
    """Show nothing but the text, or all again."""
    at.toggle_class("zen")
    at.pane.focus()


def measure(at: ReadingScreen, step: int) -> None:
    """Let the lines of text be longer or shorter."""
    at.choose_widths(at.pane.measure + step, at.panel_width)
    at.notify(f"Lines of at most {at.pane.measure} columns", timeout=2)


def panel_width(at: ReadingScreen, step: int) -> None:
    """Make the side panel wider or narrower."""
    if at.is_narrow:
        at.notify("On a screen as narrow as this the panel has all of its width")
    else:
        at.choose_widths(at.pane.measure, at.panel_width + step)


def show_help(at: CommandScreen) -> None:
    """Show every key."""
    from reader.ui.screens.help import HelpScreen

    at.app.push_screen(HelpScreen(at.keyboard))


def palette(at: CommandScreen) -> None:
    """Search the commands by name."""
    at.app.action_command_palette()


def library(at: ReadingScreen) -> None:
    """Open another article of the library."""
    from reader.ui.screens.library import LibraryScreen

    at.app.push_screen(LibraryScreen(at.keyboard, at.session.library, at.session.data_dir))


async def all_notes(at: ReadingScreen) -> None:
    """Show the notes of all articles."""
    from reader.ui.screens.notes import NotesScreen

    session = at.session
    # The list is read from the disk, where the last note may not have arrived.
    await asyncio.to_thread(session.notebook.flush)
    at.app.push_screen(
        NotesScreen(at.keyboard, session.library, session.data_dir, session.notebooks)
    )


def quit_program(at: ReadingScreen) -> None:
    """Leave; all notes are on the disk."""
    at.app.exit()
