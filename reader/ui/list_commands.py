"""The part of the table of commands that is for the two lists: the library, and all notes."""

from functools import partial

from reader.ui.command import Command, Situation

_list = partial(Command, group="Lists", where="lists")
_notes = partial(Command, group="Notes of all articles", where="all-notes", when=("all-notes",))
_library = partial(Command, group="Library", where="library", when=("library",))
_BOTH: tuple[Situation, ...] = ("library", "all-notes")

LISTS = (
    _list("list.open", "enter", "Open it", lambda at: at.open_row(), hint="open", when=_BOTH),
    _list(
        "list.search",
        "/",
        "Type to narrow the list",
        lambda at: at.search(),
        hint="narrow",
        when=_BOTH,
    ),
    _list("list.down", "j, down", "Next row", lambda at: at.options.move(1)),
    _list("list.up", "k, up", "Previous row", lambda at: at.options.move(-1)),
    _list("list.start", "g g, home", "First row", lambda at: at.options.go_to_start()),
    _list("list.end", "G, end", "Last row", lambda at: at.options.go_to_end()),
)

NOTES = (
    _notes("notes.mark", "space", "Mark the note for a deed", lambda at: at.mark(), hint="mark"),
    _notes("notes.tag", "t", "Tag the marked notes", lambda at: at.tag(), hint="tag"),
    _notes("notes.delete", "d", "Delete the marked notes", lambda at: at.delete(), hint="delete"),
    _notes(
        "notes.undo", "z, u", "Take the last deed of this list back", lambda at: at.undo(), when=()
    ),
    _notes("notes.order", "o", "By article, or by time", lambda at: at.turn_order(), hint="order"),
)

LIBRARY = (
    _library(
        "library.remove",
        "d",
        "Remove from the library; its notes stay",
        lambda at: at.remove_row(),
        hint="remove",
    ),
    _library(
        "library.order",
        "o",
        "By opening, date, title or site",
        lambda at: at.turn_order(),
        hint="order",
    ),
    _library(
        "library.watch",
        "w",
        "Watch a folder, or let go of one",
        lambda at: at.watch_folder(),
        hint="watch folder",
    ),
)

LEAVE = (_list("list.leave", "escape, q", "Back", lambda at: at.leave(), hint="back", when=_BOTH),)

LIST_COMMANDS: tuple[Command, ...] = (*LISTS, *NOTES, *LIBRARY, *LEAVE)
"""Every command of the lists."""
