"""The part of the table of commands that is for the side panel."""

from functools import partial

from reader.ui.command import Command, Situation
from reader.ui.deeds import bulk, show, states

_panel = partial(Command, group="Panel", where="both")
_in_panel = partial(Command, group="Panel", where="panel")

_ANY: tuple[Situation, ...] = ("panel", "page", "notes-page", "outline")

PANEL = (
    _panel(
        "panel",
        "tab",
        "To the side panel and back",
        show.panel,
        hint="panel",
        when=("reading", "on-note"),
    ),
    _panel("panel.states", "g s", "Member states", partial(show.page, name="states")),
    _panel("panel.entities", "g e", "Names and dates", partial(show.page, name="entities")),
    _panel("panel.notes", "m, g n", "Notes", partial(show.page, name="notes")),
    _panel("all-notes", "M", "The notes of all articles", show.all_notes),
    _panel("panel.outline", "g o", "Outline", partial(show.page, name="outline")),
    _panel(
        "date", "D", "Members as of another date", states.ask_date, hint="date", when=("panel",)
    ),
    _in_panel("date.earlier", "<", "Members a year earlier", partial(states.shift_year, step=-1)),
    _in_panel("date.later", ">", "Members a year later", partial(states.shift_year, step=1)),
    _in_panel(
        "card",
        "i",
        "All that is on record of it; the places of a name",
        show.record,
        hint="record",
        when=("panel", "page"),
    ),
    _in_panel("shared", "w", "What two states share", states.share, hint="with …", when=("panel",)),
    _in_panel(
        "panel.narrow",
        "/",
        "Only the rows that hold some words",
        show.narrow,
        hint="narrow",
        when=_ANY,
    ),
    _in_panel(
        "panel.mark",
        "space",
        "Mark the note, to tag or delete several",
        bulk.mark_row,
        hint="mark",
        when=("notes-page",),
    ),
    _in_panel("panel.order", "o", "Rows in another order", show.turn_order),
    _in_panel("copy.roster", "Y", "Copy the members as Markdown", states.copy_roster),
    _in_panel("panel.right", "right, l", "Next page of the panel", partial(show.turn, step=1)),
    _in_panel("panel.left", "left, h", "Previous page", partial(show.turn, step=-1)),
    _in_panel(
        "panel.choose",
        "enter",
        "Go to its next place in the article",
        lambda at: at.side.page.action_select(),
        hint="next place",
        when=_ANY,
    ),
    _in_panel("panel.down", "j", "Next row", lambda at: at.side.page.action_cursor_down()),
    _in_panel("panel.up", "k", "Previous row", lambda at: at.side.page.action_cursor_up()),
)
