"""The one table of commands: keys, hints, palette, help page and settings all come from it."""

from functools import partial
from typing import get_args

from reader.notes.colours import COLOURS
from reader.ui.command import Command, Situation
from reader.ui.deeds import correct, export, find, link, mark, review, show, unfinished
from reader.ui.list_commands import LIST_COMMANDS
from reader.ui.panel_commands import PANEL

_move = partial(Command, group="Move")
_find = partial(Command, group="Find")
_select = partial(Command, group="Select")
_mark = partial(Command, group="Mark")
_correct = partial(Command, group="Correct")
_program = partial(Command, group="Program", where="both")

MOVE = (
    _move("line.next", "j, down", "Next line", lambda at: at.pane.move_line(1)),
    _move("line.previous", "k, up", "Previous line", lambda at: at.pane.move_line(-1)),
    _move(
        "sentence.next",
        "., right",
        "Next sentence",
        lambda at: at.pane.move_sentence(1),
        hint="sentence",
        when=("reading",),
    ),
    _move(
        "sentence.previous",
        "comma, left",
        "Previous sentence",
        lambda at: at.pane.move_sentence(-1),
    ),
    _move("paragraph.next", "}", "Next paragraph", lambda at: at.pane.move_paragraph(1)),
    _move("paragraph.previous", "{", "Previous paragraph", lambda at: at.pane.move_paragraph(-1)),
    _move("word.next", "w", "Next word", lambda at: at.pane.move_word(1)),
    _move("word.previous", "b", "Previous word", lambda at: at.pane.move_word(-1)),
    _move("page.next", "pagedown, space, ctrl+f", "Page down", lambda at: at.pane.page(1)),
    _move("page.previous", "pageup, ctrl+b", "Page up", lambda at: at.pane.page(-1)),
    _move("half.next", "ctrl+d", "Half a page down", lambda at: at.pane.half_page(1)),
    _move("half.previous", "ctrl+u", "Half a page up", lambda at: at.pane.half_page(-1)),
    _move("start", "g g, home", "Start of the article", lambda at: at.pane.home()),
    _move("end", "G, end", "End of the article", lambda at: at.pane.end()),
    _move("percent", "g p", "Go to a percentage", find.percent),
    _move("code.right", "shift+right, g l", "Code further right", partial(find.across, step=1)),
    _move("code.left", "shift+left, g h", "Code further left", partial(find.across, step=-1)),
    _move("jump.back", "ctrl+o", "Back to where you were", partial(find.jump, step=-1)),
    _move("jump.forward", "ctrl+n", "Forward again", partial(find.jump, step=1)),
)

FIND = (
    _find(
        "search",
        "/",
        "Search in the article",
        lambda at: at.begin_search(),
        hint="search",
        when=("reading",),
    ),
    _find("hit.next", "n", "Next hit", partial(find.hit, step=1)),
    _find("hit.previous", "N", "Previous hit", partial(find.hit, step=-1)),
    _find(
        "entity.next",
        "] e",
        "Next name or date",
        partial(find.entity, step=1),
        hint="name",
        when=("reading",),
    ),
    _find("entity.previous", "[ e", "Previous name or date", partial(find.entity, step=-1)),
    *(
        _find(
            f"{kind}.{way}",
            f"{bracket} {key}",
            f"{way.capitalize()} {word}",
            partial(find.entity, step=step, kind=kind),
        )
        for kind, (key, word) in find.KINDS.items()
        for bracket, way, step in (("]", "next", 1), ("[", "previous", -1))
    ),
    _find("note.next", "] a", "Next note", partial(find.note, step=1)),
    _find("note.previous", "[ a", "Previous note", partial(find.note, step=-1)),
    _find("link.next", "] l", "Next link or footnote mark", partial(find.link, step=1)),
    _find("link.previous", "[ l", "Previous link or footnote mark", partial(find.link, step=-1)),
    _find("link.follow", "o", "Open the link or footnote at the cursor", find.follow),
)

SELECT = (
    _select(
        "extend",
        "v",
        "Extend the selection, or stop extending it",
        lambda at: at.pane.toggle_extend(),
        hint="extend",
        when=("selecting",),
    ),
    _select(
        "grow",
        "+, =",
        "Select the next larger unit",
        lambda at: at.pane.grow(),
        hint="grow",
        when=("selecting",),
    ),
    _select(
        "shrink",
        "-",
        "Select the next smaller unit",
        lambda at: at.pane.narrow(),
        hint="shrink",
        when=("selecting",),
    ),
    _select("other-end", "ctrl+x", "Extend from the other end", lambda at: at.pane.other_end()),
    _select("select.all", "ctrl+a", "Select all", lambda at: at.pane.select_all()),
    _select(
        "copy",
        "y",
        "Copy with the source",
        mark.copy,
        where="both",
        hint="copy",
        when=("selecting",),
    ),
)

_HERE: tuple[Situation, ...] = ("reading", "selecting")
_ON_NOTE: tuple[Situation, ...] = ("on-note", "notes-page")

MARK = (
    _mark("highlight", "h", "Highlight at once", mark.highlight, hint="highlight", when=_HERE),
    _mark("note", "a", "Write a note", mark.write, hint="note", when=_HERE),
    _mark("question", "Q", "Mark as doubtful", mark.question),
    _mark("bookmark", "B", "Bookmark", mark.bookmark),
    *(
        _mark(f"colour.{each}", str(key), f"Colour: {each}", partial(mark.colour, ink=each))
        for key, each in enumerate(COLOURS, 1)
    ),
    _mark("tag", "t", "Tag", mark.tag, where="both", hint="tag", when=_ON_NOTE),
    _mark(
        "link",
        "s",
        "Link to a state, organisation or person",
        link.link,
        hint="link",
        when=("on-note",),
    ),
    _mark("edit", "e", "Edit the note", mark.edit, where="both", hint="edit", when=_ON_NOTE),
    _mark(
        "delete",
        "d",
        "Delete the note",
        mark.delete,
        where="both",
        hint="delete",
        when=_ON_NOTE,
    ),
    _mark("undo", "z, u", "Undo", mark.undo, where="both", hint="undo", when=_ON_NOTE),
    _mark("redo", "Z, ctrl+r", "Redo", mark.redo, where="both"),
    _mark(
        "review",
        "r, ] o",
        "Review notes in doubt",
        review.review,
        where="both",
        hint="review",
        when=("notes-page",),
    ),
    _mark("unfinished", "g a", "Go on with unfinished words", unfinished.resume),
    _mark("restore", "T", "Take a note out of the trash", review.restore, where="both"),
)

CORRECT = (
    _correct("correct.none", "c x", "Not a name", correct.not_entity, hint="not a name"),
    _correct("correct.kind", "c c", "This is a person, state …", correct.is_a, hint="this is a …"),
    _correct("correct.join", "c j", "The same as another name", correct.join, hint="same as …"),
    _correct("correct.undo", "c u", "Take a correction back", correct.take_back, hint="undo"),
)

_EVERYWHERE: tuple[Situation, ...] = get_args(Situation)

PROGRAM = (
    _program("export", "x", "Export the notes", export.export, hint="export", when=("on-note",)),
    _program("library", "L", "Open another article", show.library),
    _program("zen", "f", "Nothing but the text", show.zen),
    _program("measure.shorter", "(", "Shorter lines", partial(show.measure, step=-4)),
    _program("measure.longer", ")", "Longer lines", partial(show.measure, step=4)),
    _program("panel.narrower", "g <", "Side panel narrower", partial(show.panel_width, step=-4)),
    _program("panel.wider", "g >", "Side panel wider", partial(show.panel_width, step=4)),
    _program(
        "leave", "escape", "Let go of the selection or the filter; leave the panel", show.leave
    ),
    _program(
        "palette",
        ":, ctrl+p",
        "Find a command by name",
        show.palette,
        where="all",
        hint="all",
        when=("reading", "selecting", "on-note", "panel", "page", "notes-page", "outline"),
    ),
    _program(
        "help",
        "?, f1",
        "Show every key",
        show.show_help,
        where="all",
        hint="help",
        when=_EVERYWHERE,
    ),
    _program(
        "quit", "q, ctrl+q", "Quit", show.quit_program, hint="quit", when=("reading", "panel")
    ),
)

_HERE_AND_IN_PANEL = (*MOVE, *FIND, *SELECT, *MARK, *CORRECT, *PANEL)
COMMANDS: tuple[Command, ...] = (*_HERE_AND_IN_PANEL, *LIST_COMMANDS, *PROGRAM)
"""Every command, in the order of the help page."""
