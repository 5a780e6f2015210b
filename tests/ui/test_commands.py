"""Every command of the table, by its own keys; a new command without a check fails here."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList, Static

from reader.article import Span
from reader.notes.glance import glance
from reader.ui.app import ReaderApp
from reader.ui.commands import COMMANDS
from reader.ui.deeds.find import KINDS
from reader.ui.dialogs.card import Card
from reader.ui.keymap import parse_keys
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.listing import ListScreen
from reader.ui.screens.notes import NotesScreen
from reader.ui.screens.reading import ReadingScreen
from tests.ui.story import SEED, Reader, play

LINKS = "# A title\n\nRead [the treaty](https://example.org/treaty) of NATO.\n"
Check = Callable[[Reader], Awaitable[None]]
CHECKS: dict[str, Check] = {}
KEYS = {command.id: parse_keys(command.keys)[0] for command in COMMANDS}


def check(command: str) -> Callable[[Check], Check]:
    """Name the command that a check is of."""

    def keep(function: Check) -> Check:
        CHECKS[command] = function
        return function

    return keep


async def do(reader: Reader, command: str) -> None:
    """Press the command's first keys."""
    await reader.press(*KEYS[command])


def place(reader: Reader) -> int:
    """Where the cursor stands."""
    return reader.screen.pane.selection.start


def chosen(reader: Reader) -> str:
    """What is selected."""
    return reader.screen.quote(reader.screen.pane.selection).strip()


def notes(reader: Reader) -> list[tuple[str, str, str]]:
    """Passage, words and colour of each note on screen."""
    found = [each.annotation for each in reader.screen.known.annotations]
    return [(note.anchor.exact, note.body, note.colour) for note in found]


def told(reader: Reader) -> str:
    """What the program has said in passing."""
    return " ".join(each.message for each in reader.pilot.app._notifications)


def goes(command: str, back: str) -> None:
    """Two commands that move on and return."""

    async def there(reader: Reader) -> None:
        before = reader.screen.pane.selection
        await do(reader, command)
        assert reader.screen.pane.selection != before

    async def here(reader: Reader) -> None:
        await do(reader, command)
        await do(reader, command)
        after = place(reader)
        await do(reader, back)
        assert place(reader) < after

    CHECKS[command], CHECKS[back] = there, here


goes("sentence.next", "sentence.previous")
goes("paragraph.next", "paragraph.previous")
goes("word.next", "word.previous")
goes("page.next", "page.previous")
goes("half.next", "half.previous")
goes("end", "start")
goes("entity.next", "entity.previous")


for each in KINDS:
    goes(f"{each}.next", f"{each}.previous")


@check("line.next")
async def _(reader: Reader) -> None:
    await do(reader, "line.next")
    assert reader.screen.pane.cursor.point > 0


@check("line.previous")
async def _(reader: Reader) -> None:
    await do(reader, "line.next")
    await do(reader, "line.previous")
    assert reader.screen.pane.cursor.point == 0


@check("percent")
async def _(reader: Reader) -> None:
    await do(reader, "percent")
    await reader.type("50\n")
    assert 0.3 < place(reader) / len(reader.screen.article.text) < 0.6


@check("jump.back")
async def _(reader: Reader) -> None:
    await do(reader, "end")
    await do(reader, "jump.back")
    assert place(reader) == 0


@check("jump.forward")
async def _(reader: Reader) -> None:
    await do(reader, "end")
    await do(reader, "jump.back")
    await do(reader, "jump.forward")
    assert place(reader) > 0


async def _search(reader: Reader) -> None:
    await do(reader, "search")
    await reader.type("armenia\n")


@check("search")
async def _(reader: Reader) -> None:
    await _search(reader)
    assert chosen(reader) == "Armenia"
    assert len(reader.screen.pane.hits) == 6


@check("hit.next")
async def _(reader: Reader) -> None:
    await _search(reader)
    first = place(reader)
    await do(reader, "hit.next")
    assert place(reader) == reader.screen.pane.hits[1].start > first


@check("hit.previous")
async def _(reader: Reader) -> None:
    await _search(reader)
    await do(reader, "hit.previous")
    assert place(reader) == reader.screen.pane.hits[-1].start


@check("note.next")
async def _(reader: Reader) -> None:
    await reader.press(".", "h")
    there = place(reader)
    await do(reader, "start")
    await do(reader, "note.next")
    assert place(reader) == there


@check("note.previous")
async def _(reader: Reader) -> None:
    await reader.press(".", "h")
    there = place(reader)
    await do(reader, "end")
    await do(reader, "note.previous")
    assert place(reader) == there


@check("extend")
async def _(reader: Reader) -> None:
    first = len(chosen(reader))
    await do(reader, "extend")
    await do(reader, "sentence.next")
    assert place(reader) == 0 and len(chosen(reader)) > first


@check("grow")
async def _(reader: Reader) -> None:
    await do(reader, "word.next")
    word = chosen(reader)
    await do(reader, "grow")
    assert word in chosen(reader) and len(chosen(reader)) > len(word)


@check("shrink")
async def _(reader: Reader) -> None:
    sentence = chosen(reader)
    await do(reader, "shrink")
    assert 0 < len(chosen(reader)) < len(sentence)


@check("other-end")
async def _(reader: Reader) -> None:
    await do(reader, "sentence.next")
    await do(reader, "extend")
    await do(reader, "sentence.next")
    before = reader.screen.pane.cursor.point
    await do(reader, "other-end")
    assert reader.screen.pane.cursor.point < before


@check("select.all")
async def _(reader: Reader) -> None:
    await do(reader, "select.all")
    assert reader.screen.pane.selection == Span(0, len(reader.screen.article.text))


@check("copy")
async def _(reader: Reader) -> None:
    quote = chosen(reader)
    await do(reader, "copy")
    assert quote in reader.pilot.app.clipboard


@check("highlight")
async def _(reader: Reader) -> None:
    quote = chosen(reader)
    await do(reader, "highlight")
    assert notes(reader) == [(quote, "", "yellow")]


@check("note")
async def _(reader: Reader) -> None:
    quote = chosen(reader)
    await do(reader, "note")
    await reader.type("Why?")
    await reader.press("escape")
    assert notes(reader) == [(quote, "Why?", "yellow")]


@check("question")
async def _(reader: Reader) -> None:
    await do(reader, "question")
    assert reader.screen.known.annotations[0].annotation.motivation == "questioning"


@check("bookmark")
async def _(reader: Reader) -> None:
    await do(reader, "bookmark")
    assert reader.screen.known.annotations[0].annotation.motivation == "bookmarking"


def _colours() -> None:
    for name in ("yellow", "red", "green", "blue", "purple", "orange"):

        async def coloured(reader: Reader, name: str = name) -> None:
            await do(reader, f"colour.{name}")
            assert [colour for _, _, colour in notes(reader)] == [name]
            await do(reader, "colour.red")
            assert [colour for _, _, colour in notes(reader)] == ["red"]

        CHECKS[f"colour.{name}"] = coloured


_colours()


@check("tag")
async def _(reader: Reader) -> None:
    await do(reader, "tag")
    await reader.type("csto, pakta\n")
    assert reader.screen.known.annotations[0].annotation.tags == ("csto", "pakta")


@check("link")
async def _(reader: Reader) -> None:
    await do(reader, "link")
    await reader.type("armenia\n")
    [link] = reader.screen.known.annotations[0].annotation.links
    assert (link.kind, link.target) == ("state", "AM")


@check("unfinished")
async def _(reader: Reader) -> None:
    await do(reader, "unfinished")
    assert "No words are unfinished" in told(reader)


@check("edit")
async def _(reader: Reader) -> None:
    await do(reader, "highlight")
    await do(reader, "edit")
    await reader.type("Later.")
    await reader.press("escape")
    assert [body for _, body, _ in notes(reader)] == ["Later."]


@check("delete")
async def _(reader: Reader) -> None:
    await do(reader, "highlight")
    await do(reader, "delete")
    assert notes(reader) == []


@check("undo")
async def _(reader: Reader) -> None:
    await do(reader, "highlight")
    await do(reader, "delete")
    await do(reader, "undo")
    assert len(notes(reader)) == 1


@check("redo")
async def _(reader: Reader) -> None:
    await do(reader, "highlight")
    await do(reader, "undo")
    assert notes(reader) == []
    await do(reader, "redo")
    assert len(notes(reader)) == 1


async def _to_first(reader: Reader, name: str) -> None:
    start = reader.screen.article.text.index(name)
    reader.screen.pane.move_to(Span(start, start + len(name)), "entity")
    await reader.pilot.pause()


def _kinds(reader: Reader, name: str) -> set[str]:
    recognition = reader.screen.known.recognition
    assert recognition
    spans = ((m.kind, reader.screen.quote(Span(m.start, m.end))) for m in recognition.mentions)
    return {kind for kind, text in spans if text == name}


@check("correct.none")
async def _(reader: Reader) -> None:
    await _to_first(reader, "Rusia")
    await do(reader, "correct.none")
    await reader.press("enter")
    await reader.settled()
    assert _kinds(reader, "Rusia") == set()


@check("correct.kind")
async def _(reader: Reader) -> None:
    await _to_first(reader, "Rusia")
    await do(reader, "correct.kind")
    await reader.type("event\n")
    await reader.press("enter")
    await reader.settled()
    assert _kinds(reader, "Rusia") == {"event"}


@check("correct.join")
async def _(reader: Reader) -> None:
    await _to_first(reader, "TASS")
    await do(reader, "correct.join")
    await reader.type("nato\n")
    await reader.press("enter")
    await reader.settled()
    recognition = reader.screen.known.recognition
    assert recognition
    assert [each.name for each in recognition.entities.values() if each.name == "TASS"] == []


@check("correct.undo")
async def _(reader: Reader) -> None:
    await CHECKS["correct.none"](reader)
    await do(reader, "correct.undo")
    await reader.settled()
    assert _kinds(reader, "Rusia") == {"state"}


@check("panel")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    assert reader.screen.side.page.has_focus
    await do(reader, "panel")
    assert reader.screen.pane.has_focus


def _pages() -> None:
    for name in ("states", "entities", "notes", "outline"):

        async def fronted(reader: Reader, name: str = name) -> None:
            await do(reader, f"panel.{name}")
            assert reader.screen.side.front == name and reader.screen.side.page.has_focus

        CHECKS[f"panel.{name}"] = fronted


_pages()


@check("panel.right")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    await do(reader, "panel.right")
    assert reader.screen.side.front == "entities"


@check("panel.left")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    await do(reader, "panel.left")
    assert reader.screen.side.front == "outline"


@check("panel.down")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    first = reader.screen.side.page.highlighted
    await do(reader, "panel.down")
    assert (first, reader.screen.side.page.highlighted) == (0, 1)


@check("panel.up")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    await do(reader, "panel.down")
    await do(reader, "panel.up")
    assert reader.screen.side.page.highlighted == 0


@check("panel.choose")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    await do(reader, "panel.choose")
    assert chosen(reader) in ("CSTO", "Organisasi Traktat Keamanan Kolektif")


@check("date")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    await do(reader, "date")
    await reader.press("ctrl+u")
    await reader.type("2008-01-01\n")
    await reader.settled()
    roster = reader.screen.known.rosters[0].roster
    assert len(roster.members) == 7 and roster.as_of == "2008-01-01"


@check("date.earlier")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    await do(reader, "date.earlier")
    await reader.settled()
    assert reader.screen.known.rosters[0].roster.as_of == "2023-06-25"


@check("date.later")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    await do(reader, "date.later")
    await reader.settled()
    assert reader.screen.known.rosters[0].roster.as_of == "2025-06-25"


async def _to_row(reader: Reader, words: str) -> None:
    if not reader.screen.side.page.has_focus:
        await do(reader, "panel")
    for _ in range(40):
        row = reader.screen.side.page.row
        if row and words in row.label.plain:
            return
        await do(reader, "panel.down")
    raise AssertionError(f"no row says {words}")


async def _card(reader: Reader) -> str:
    # What a card tells of a state is gathered in a thread.
    for _ in range(200):
        if isinstance(reader.pilot.app.screen, Card):
            return str(reader.pilot.app.screen.query(Static).first().render())
        await reader.pilot.pause(0.05)
    raise TimeoutError("no card came")


@check("card")
async def _(reader: Reader) -> None:
    await _to_row(reader, "CSTO")
    await do(reader, "card")
    text = await _card(reader)
    assert "1992-05-15" in text and "Uzbekistan" in text
    await reader.press("escape")
    await _to_row(reader, "Armenia")
    await do(reader, "card")
    text = await _card(reader)
    assert "CSTO" in text and "EAEU" in text


async def _places_of_a_name(reader: Reader) -> None:
    await do(reader, "panel.entities")
    await _to_row(reader, "Armenia")
    await do(reader, "card")
    dialog = reader.pilot.app.screen.query_one(OptionList)
    assert dialog.option_count == 6
    await reader.press("down", "enter")
    assert chosen(reader) == "Armenia"
    start = reader.screen.article.text.index("Armenia")
    assert place(reader) == reader.screen.article.text.index("Armenia", start + 1)


def test_the_places_of_a_name_are_listed(tmp_path: Path) -> None:
    """Each with the words around it; one is gone to."""
    play(_places_of_a_name, tmp_path / "data")


@check("shared")
async def _(reader: Reader) -> None:
    await _to_row(reader, "Armenia")
    await do(reader, "shared")
    await reader.type("kazakhstan\n")
    text = await _card(reader)
    assert "CSTO" in text and "NATO" not in text


@check("panel.narrow")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    await do(reader, "panel.narrow")
    await reader.type("kyrgyz\n")
    assert [row.label.plain[:13] for row in reader.screen.side.page._rows.values()] == [
        "KG Kyrgyzstan"
    ]


@check("panel.order")
async def _(reader: Reader) -> None:
    await do(reader, "panel")
    await do(reader, "panel.order")
    labels = [row.label.plain for row in reader.screen.side.page._rows.values()]
    codes = [label[:2] for label in labels if label[2:3] == " "]
    assert codes[:6] == ["AM", "BY", "KZ", "KG", "RU", "TJ"]


@check("copy.roster")
async def _(reader: Reader) -> None:
    await _to_row(reader, "CSTO")
    await do(reader, "copy.roster")
    assert "| Belarusia | " in reader.pilot.app.clipboard


@check("export")
async def _(reader: Reader) -> None:
    await do(reader, "highlight")
    await do(reader, "export")
    await reader.press("ctrl+u")
    target = reader.screen.session.data_dir / "out.md"
    await reader.type(f"{target}\n")
    assert "Kolektif" in target.read_text("utf-8")


@check("library")
async def _(reader: Reader) -> None:
    await do(reader, "highlight")
    await do(reader, "library")
    assert isinstance(reader.pilot.app.screen, LibraryScreen)
    await reader.press("enter")
    await reader.finished("open", "show")
    await reader.settled()
    assert isinstance(reader.pilot.app.screen, ReadingScreen)
    assert len(notes(reader)) == 1


@check("zen")
async def _(reader: Reader) -> None:
    await do(reader, "zen")
    assert not reader.screen.side.display or reader.screen.side.size.width == 0


@check("leave")
async def _(reader: Reader) -> None:
    await do(reader, "extend")
    await do(reader, "leave")
    assert not reader.screen.pane.is_extending


@check("palette")
async def _(reader: Reader) -> None:
    await do(reader, "palette")
    await reader.type("Bookmark")
    await reader.finished(CommandPalette._GATHER_COMMANDS_GROUP)
    await reader.press("enter")
    assert len(notes(reader)) == 1


@check("help")
async def _(reader: Reader) -> None:
    await do(reader, "help")
    assert isinstance(reader.pilot.app.screen, HelpScreen)


@check("quit")
async def _(reader: Reader) -> None:
    await do(reader, "highlight")
    await do(reader, "quit")
    assert reader.pilot.app.return_code == 0


def test_quitting_leaves_no_note_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was marked a moment before is on a slow disk, and the status says that all is well."""
    monkeypatch.setattr(os, "fsync", lambda _: time.sleep(0.04))
    app = play(CHECKS["quit"], tmp_path / "data")
    [session] = app.sessions
    [note] = glance(tmp_path / "data", session.id).annotations

    assert note.anchor.exact and not session.notebook.unsaved
    assert (app.return_code, app.is_running) == (0, False)


@check("review")
async def _(reader: Reader) -> None:
    await do(reader, "highlight")
    await do(reader, "review")
    assert "Every note has its place" in told(reader)


@check("restore")
async def _(reader: Reader) -> None:
    await do(reader, "highlight")
    await do(reader, "delete")
    await do(reader, "restore")
    await reader.press("enter")
    assert len(notes(reader)) == 1


@check("all-notes")
async def _(reader: Reader) -> None:
    await do(reader, "highlight")
    await do(reader, "all-notes")
    assert isinstance(reader.pilot.app.screen, NotesScreen)


@check("link.next")
async def _(reader: Reader) -> None:
    await do(reader, "link.next")
    assert chosen(reader) == "the treaty"


@check("code.right")
async def _(reader: Reader) -> None:
    await do(reader, "code.right")
    assert "scroll" in told(reader)
    reader.screen.pane.code_scrolls = True
    await do(reader, "code.right")
    assert "def" not in reader.screen.pane.render_line(4).text


@check("code.left")
async def _(reader: Reader) -> None:
    reader.screen.pane.code_scrolls = True
    await do(reader, "code.right")
    await do(reader, "code.left")
    assert "def" in reader.screen.pane.render_line(4).text


def widens(command: str, back: str, columns: Callable[[Reader], int]) -> None:
    """Two commands that make something wider and narrower, over articles."""

    async def wider(reader: Reader) -> None:
        before, app = columns(reader), reader.pilot.app
        assert isinstance(app, ReaderApp)
        settings = app.settings
        await do(reader, command)
        assert columns(reader) == before + 4
        assert app.settings != settings

    async def narrower(reader: Reader) -> None:
        before = columns(reader)
        await do(reader, back)
        assert columns(reader) == before - 4

    CHECKS[command], CHECKS[back] = wider, narrower


widens("measure.longer", "measure.shorter", lambda reader: reader.screen.pane.measure)
widens("panel.wider", "panel.narrower", lambda reader: reader.screen.side.region.width)


@check("link.previous")
async def _(reader: Reader) -> None:
    await do(reader, "link.previous")
    assert chosen(reader) == "the treaty"


@check("link.follow")
async def _(reader: Reader) -> None:
    await do(reader, "link.next")
    await do(reader, "link.follow")
    log = reader.screen.session.data_dir.parent / "browsed"
    for _ in range(100):
        if log.exists() and log.read_text().endswith("\n"):
            break
        await reader.pilot.pause(0.05)
    assert log.read_text() == "https://example.org/treaty\n"


@check("panel.mark")
async def _(reader: Reader) -> None:
    await reader.press("h", ".", "h", ".", "h", "g", "g", "m")
    await do(reader, "panel.mark")
    await do(reader, "panel.mark")
    await do(reader, "tag")
    await reader.type("both\n")
    assert [each.annotation.tags for each in reader.screen.known.annotations] == [
        ("both",),
        ("both",),
        (),
    ]
    await reader.press("home")
    await do(reader, "panel.mark")
    await do(reader, "panel.mark")
    await do(reader, "delete")
    assert len(notes(reader)) == 1
    await do(reader, "undo")
    assert len(notes(reader)) == 3


async def _all_notes(reader: Reader) -> NotesScreen:
    await reader.press("1", ".", "2", ".", "3")
    await asyncio.to_thread(reader.screen.session.notebook.flush)
    await do(reader, "all-notes")
    screen = reader.pilot.app.screen
    assert isinstance(screen, NotesScreen)
    return screen


async def _library(reader: Reader) -> LibraryScreen:
    await do(reader, "library")
    screen = reader.pilot.app.screen
    assert isinstance(screen, LibraryScreen)
    return screen


def rows(screen: ListScreen) -> list[str]:
    """What the rows of a list say, but for headings."""
    listed = screen.options.rows
    return [str(listed.label(each)) for each in range(len(listed)) if each not in listed.heads]


@check("list.open")
async def _(reader: Reader) -> None:
    await _all_notes(reader)
    await do(reader, "list.end")
    await do(reader, "list.open")
    await reader.finished("open", "show")
    await reader.settled()
    placed = reader.screen.known.annotations[-1].place
    assert reader.screen.pane.selection.start == placed.start > 0


@check("list.search")
async def _(reader: Reader) -> None:
    screen = await _all_notes(reader)
    await do(reader, "list.search")
    await reader.type("colour:red")
    assert len(rows(screen)) == 1
    await reader.press("escape")
    assert len(rows(screen)) == 3 and screen.options.has_focus


@check("list.down")
async def _(reader: Reader) -> None:
    screen = await _all_notes(reader)
    await do(reader, "list.down")
    assert screen.options.highlighted == 2


@check("list.up")
async def _(reader: Reader) -> None:
    screen = await _all_notes(reader)
    await do(reader, "list.down")
    await do(reader, "list.up")
    assert screen.options.highlighted == 1


@check("list.end")
async def _(reader: Reader) -> None:
    screen = await _all_notes(reader)
    await do(reader, "list.end")
    assert screen.options.highlighted == 3


@check("list.start")
async def _(reader: Reader) -> None:
    screen = await _all_notes(reader)
    await do(reader, "list.end")
    await do(reader, "list.start")
    assert screen.options.highlighted == 1


@check("list.leave")
async def _(reader: Reader) -> None:
    await _all_notes(reader)
    await do(reader, "list.leave")
    assert reader.pilot.app.screen is reader.screen


@check("notes.mark")
async def _(reader: Reader) -> None:
    screen = await _all_notes(reader)
    await do(reader, "notes.mark")
    await do(reader, "notes.mark")
    assert [row[0] for row in rows(screen)] == ["●", "●", " "]


@check("notes.tag")
async def _(reader: Reader) -> None:
    screen = await _all_notes(reader)
    await do(reader, "notes.mark")
    await do(reader, "notes.mark")
    await do(reader, "notes.tag")
    await reader.type("both\n")
    assert ["#both" in row for row in rows(screen)] == [True, True, False]


@check("notes.delete")
async def _(reader: Reader) -> None:
    screen = await _all_notes(reader)
    await do(reader, "notes.delete")
    assert len(rows(screen)) == 2 and "1 deleted" in told(reader)


@check("notes.undo")
async def _(reader: Reader) -> None:
    screen = await _all_notes(reader)
    await do(reader, "notes.mark")
    await do(reader, "notes.mark")
    await do(reader, "notes.delete")
    assert len(rows(screen)) == 1
    await do(reader, "notes.undo")
    assert len(rows(screen)) == 3


@check("notes.order")
async def _(reader: Reader) -> None:
    screen = await _all_notes(reader)
    colours = [row.split("\n")[1].split()[0] for row in rows(screen)]
    await do(reader, "notes.order")
    after = [row.split("\n")[1].split()[0] for row in rows(screen)]
    assert (colours, after) == (["yellow", "red", "green"], ["green", "red", "yellow"])


@check("library.remove")
async def _(reader: Reader) -> None:
    screen = await _library(reader)
    assert len(rows(screen)) == 1
    await do(reader, "library.remove")
    assert rows(screen) == []


@check("library.order")
async def _(reader: Reader) -> None:
    screen = await _library(reader)
    await do(reader, "library.order")
    assert "latest first" in str(screen.query_one(".heading", Static).render())


@check("library.watch")
async def _(reader: Reader) -> None:
    screen = await _library(reader)
    folder = reader.screen.session.data_dir.parent / "watched"
    folder.mkdir()
    folder.joinpath("a.txt").write_text("An article about NATO that was put here.\n")
    await do(reader, "library.watch")
    await reader.type(f"{folder}\n")
    await reader.finished("folders")
    assert any("put here" in row for row in rows(screen))


def _browser(folder: Path) -> str:
    """A browser that writes down what it is asked to open."""
    script = folder / "browser"
    script.write_text(f'#!/bin/sh\necho "$1" >> {folder}/browsed\n')
    script.chmod(0o755)
    return f"{script} %s"


@pytest.mark.parametrize("command", [command.id for command in COMMANDS])
def test_the_command_does_what_it_says(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its first keys, on a real article, from a fresh start."""
    monkeypatch.setenv("BROWSER", _browser(tmp_path))
    source = SEED
    if command.startswith(("link.", "code.")) or command == "panel.outline":
        source = tmp_path / "links.md"
        source.write_text(LINKS + f"\n```\ndef f{'x' * 200}\n```\n")

    play(CHECKS[command], tmp_path / "data", source)


def test_every_check_is_of_a_command() -> None:
    """A command that is gone takes its check with it."""

    assert set(CHECKS) == {command.id for command in COMMANDS}
