"""An article that is edited: its notes move, are listed without a place, and are attached again."""

import asyncio
import shutil
from pathlib import Path

import pytest
from textual.widgets import Static

from reader.article import Span
from reader.notes.annotation import Link
from reader.notes.notebook import open_notebook
from reader.session import Session
from reader.ui.screens.notes import NotesScreen
from tests.ui.story import Reader, play

FIRST = "The treaty was signed in Tashkent on 15 May 1992 by six states."
SECOND = "Its secretariat has worked in Moscow since the charter came into force."
NEW = "A paragraph about the weather that nobody had asked for stands first now."


def _article(folder: Path, *paragraphs: str) -> Path:
    path = folder / "article.md"
    path.write_text("\n\n".join(paragraphs) + "\n", "utf-8")
    return path


def test_notes_follow_an_edited_article_and_lost_ones_are_attached_by_key(tmp_path: Path) -> None:
    """One passage moves, the other is gone; `r` puts its note on what is selected."""
    source = _article(tmp_path, FIRST, "Between them.", SECOND)

    async def mark(reader: Reader) -> None:
        await reader.press("h", ".", ".", "a")
        await reader.type("Where?")
        await reader.press("escape")

    play(mark, tmp_path / "data", source)
    _article(tmp_path, NEW, FIRST, "Between them.")

    async def review(reader: Reader) -> None:
        by_body = {each.annotation.body: each for each in reader.screen.known.annotations}
        moved, lost = by_body[""].place, by_body["Where?"].place
        assert reader.screen.quote(moved.span) == FIRST and moved.status != "orphan"
        assert lost.status == "orphan"
        await reader.press("m")
        labels = [row.label.plain for row in reader.screen.side.page._rows.values()]
        assert any("Without a place" in label for label in labels)
        await reader.press("escape", "g", "g", "v", "r")
        dialog = reader.pilot.app.screen
        assert SECOND in str(dialog.query_one(".before", Static).render())
        while NEW not in str(dialog.query_one(".after", Static).render()):
            await reader.press("down")
        await reader.press("enter")
        [kept] = [e for e in reader.screen.known.annotations if e.annotation.body == "Where?"]
        assert reader.screen.quote(kept.place.span) == NEW

    play(review, tmp_path / "data", source)


def test_the_notes_of_all_articles_are_narrowed_by_how_they_stand(tmp_path: Path) -> None:
    """Those that lost their place, and those with two texts."""
    source = _article(tmp_path, FIRST, SECOND)

    async def mark(reader: Reader) -> None:
        await reader.press("h", ".", "a")
        await reader.type("Where?")
        await reader.press("escape")
        elsewhere = type(reader.screen.session).open(str(source), tmp_path / "data").notebook
        await asyncio.to_thread(reader.screen.session.notebook.flush)
        elsewhere.refresh()
        [kept, _] = elsewhere.annotations
        elsewhere.edit(kept.id, body="theirs")
        reader.screen.session.edit(kept.id, body="mine")
        await asyncio.to_thread(elsewhere.flush)

    play(mark, tmp_path / "data", source)
    _article(tmp_path, FIRST)

    async def look(reader: Reader) -> None:
        await reader.press("M", "/")
        screen = reader.pilot.app.screen
        assert isinstance(screen, NotesScreen)
        found = {}
        for being in ("orphan", "conflict", "ok", "check"):
            screen.line.value = f"is:{being}"
            await reader.done()
            await reader.finished("standing")
            await reader.done()
            found[being] = [each.partition("\n")[0].strip() for each in _notes(screen)]
        assert found == {"orphan": [SECOND], "conflict": [FIRST], "ok": [FIRST], "check": []}

    play(look, tmp_path / "data", source)


def _notes(screen: NotesScreen) -> list[str]:
    rows = screen.options.rows
    return [str(rows.label(each)) for each in range(len(rows)) if each not in rows.heads]


def test_two_windows_see_each_others_notes(tmp_path: Path) -> None:
    """What one writes, the other shows within a second."""
    source = _article(tmp_path, FIRST, SECOND)

    async def first(reader: Reader) -> None:
        session = reader.screen.session
        other = type(session).open(str(source), session.data_dir)
        await asyncio.to_thread(other.annotate, Span(0, len(FIRST)), body="From elsewhere")
        await asyncio.to_thread(other.close)
        for _ in range(100):
            await reader.pilot.pause(0.01)
            if reader.screen.known.annotations:
                break
        bodies = [each.annotation.body for each in reader.screen.known.annotations]
        assert bodies == ["From elsewhere"]

    play(first, tmp_path / "data", source)


def test_two_texts_of_a_note_are_shown_until_one_is_chosen(tmp_path: Path) -> None:
    """A synchroniser lays another device's file beside ours while the article is open."""
    source = _article(tmp_path, FIRST, SECOND)
    ours, theirs = tmp_path / "data", tmp_path / "their data"

    async def story(reader: Reader) -> None:
        await reader.press("h")
        session = reader.screen.session
        assert session.notebook.flush()
        shutil.copytree(ours, theirs)
        other = open_notebook(theirs, session.id)
        [note] = other.annotations
        other.edit(note.id, body="their words")
        other.close()
        session.edit(note.id, body="our words")
        assert session.notebook.flush()
        name = f"{session.id}.sync-conflict-20261124-101010-ABCDEFG.json"
        shutil.copy(theirs / "notes" / f"{session.id}.json", ours / "notes" / name)
        for _ in range(300):
            await reader.pilot.pause(0.01)
            if reader.screen.known.conflicts:
                break
        await reader.press("m")
        [row] = reader.screen.side.page._rows.values()
        assert "two texts" in row.label.plain
        await reader.press("escape", "r")
        await reader.press("down", "enter")
        [row] = reader.screen.side.page._rows.values()
        assert "two texts" not in row.label.plain
        assert not session.notebook.conflicts

    play(story, ours, source)


def test_the_notes_page_is_narrowed_by_what_notes_have(tmp_path: Path) -> None:
    """Words, tags, colours, states and doubts."""
    source = _article(tmp_path, FIRST, SECOND)

    async def story(reader: Reader) -> None:
        await reader.press("1", ".", "2", "t")
        await reader.type("moscow\n")
        page = reader.screen.side
        await reader.press("m")
        expected = {
            "": 2,
            "tashkent": 1,
            "#moscow": 1,
            "colour:red": 1,
            "colour:red #moscow secretariat": 1,
            "state:AM": 0,
            "is:ok": 2,
            "is:orphan": 0,
            "is:conflict": 0,
        }
        found = {}
        for words in expected:
            page.narrow(words)
            found[words] = sum(bool(row.spans) for row in page.page._rows.values())
        assert found == expected

    play(story, tmp_path / "data", source)


def test_one_line_finds_the_same_on_the_page_and_in_all_notes(tmp_path: Path) -> None:
    """Whatever is typed, finished or not: there is one grammar."""
    source = _article(tmp_path, FIRST, SECOND)
    session = Session.open(str(source), tmp_path / "data")
    first = session.article.text.index("treaty")
    session.annotate(Span(first, first + 6), links=(Link("state", "AM"),), colour="red")
    session.annotate(Span(first + 11, first + 17), tags=("Treaty",))
    session.library.record(session.described, session.id)
    session.close()
    lines = {"state:Armenia": 1, "colour:": 2, "#": 0, "TREATY": 2, "#tre": 0, "#treaty signed": 1}
    lines |= {"colour:Red": 1, "state:": 2, "signed treaty": 1, "is:": 2, "colour:pi": 0}

    async def story(reader: Reader) -> None:
        await reader.press("m")
        page, found = reader.screen.side, []
        for line in lines:
            page.narrow(line)
            found.append(sum(bool(row.spans) for row in page.page._rows.values()))
        await reader.press("escape", "M")
        screen = reader.pilot.app.screen
        assert isinstance(screen, NotesScreen)
        for line, on_page in zip(lines, found, strict=True):
            screen.fill(line)
            assert (line, len(screen._notes), on_page) == (line, lines[line], lines[line])

    play(story, tmp_path / "data", source)


def test_without_colours_letters_tell_them_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the list as in the margin."""
    monkeypatch.setenv("NO_COLOR", "1")
    source = _article(tmp_path, FIRST, SECOND)

    async def story(reader: Reader) -> None:
        await reader.press("1", ".", "2", "m")
        labels = [row.label.plain for row in reader.screen.side.page._rows.values()]
        assert [label[0] for label in labels] == ["Y", "R"]

    play(story, tmp_path / "data", source)


def test_the_notes_page_can_stand_in_order_of_time(tmp_path: Path) -> None:
    """The last changed first; and it narrows while one types."""
    source = _article(tmp_path, FIRST, SECOND)

    async def story(reader: Reader) -> None:
        await reader.press("1", ".", "2", "m")
        page = reader.screen.side.page
        starts = [row.spans[0].start for row in page._rows.values()]
        await reader.press("o")
        assert [row.spans[0].start for row in page._rows.values()] == starts[::-1]
        await reader.press("/")
        await reader.type("secretariat")
        assert len(page._rows) == 1
        await reader.press("escape")
        assert len(page._rows) == 2

    play(story, tmp_path / "data", source)


def test_a_long_list_of_notes_begins_at_the_cursor_and_goes_on_by_key(tmp_path: Path) -> None:
    """Each note can be reached, and none is listed twice."""
    words = [f"word{number}" for number in range(450)]
    source = _article(tmp_path, *(f"Sentence with {word} in it." for word in words))
    session = Session.open(str(source), tmp_path / "data")
    for word in words:
        start = session.article.text.index(f"{word} ")
        session.annotate(Span(start, start + len(word)), body=word)
    session.library.record(session.described, session.id)
    session.close()

    async def story(reader: Reader) -> None:
        pane, page = reader.screen.pane, reader.screen.side
        at = reader.screen.article.text.index("word220 ")
        pane.move_to(Span(at, at), "sentence")
        await reader.press("m")
        assert page.page.row and "word220" in page.page.row.label.plain
        seen = [each for each in page.page.listed if len(each) == 26]
        page.page.highlight("after")
        await reader.press("enter")
        assert page.page.row and page.page.row.id not in seen
        await reader.press("home")
        while page.page.listed[0] == "before":
            await reader.press("home", "enter")
            seen += [each for each in page.page.listed if len(each) == 26]
        page.page.highlight("after")
        while page.page.listed[-1] == "after":
            await reader.press("end", "enter")
            seen += [each for each in page.page.listed if len(each) == 26]
        assert len(words) == len({*seen})
        page.narrow("word449")
        assert len(page.page.listed) == 1
        await reader.press("home", "d")
        page.narrow("")
        assert len(words) - 1 == len(reader.screen.known.annotations)

    play(story, tmp_path / "data", source)
