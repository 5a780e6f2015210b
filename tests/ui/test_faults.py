"""Faults that were found once: each would end the program, or lose words, again."""

from pathlib import Path

import pytest

from reader.article import Span
from reader.config import Settings
from reader.corrections import CorrectionBook
from reader.library import Library
from reader.session import Session
from reader.ui.dialogs.editor import NoteEditor
from reader.ui.messages import OpenSource
from tests.ui.story import SEED, Reader, play


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_two_places_of_one_state_can_both_be_linked_to(tmp_path: Path) -> None:
    """Each is itself; a place is no state."""
    source = _file(
        tmp_path, "a.md", "Leaders flew from Moscow to St. Petersburg, then to Munich.\n"
    )

    async def story(reader: Reader) -> None:
        await reader.press("s")
        await reader.type("moscow\n")
        [link] = reader.screen.known.annotations[0].annotation.links
        assert link.kind == "entity" and "moscow" in link.target.casefold()

    play(story, tmp_path / "data", source)


def test_an_organisation_with_doubled_rows_is_shown(tmp_path: Path) -> None:
    """No data file can empty the panel."""
    source = _file(tmp_path, "a.md", "The Non-Aligned Movement (NAM) met on 1 May 2004.\n")

    async def story(reader: Reader) -> None:
        reader.screen.session.as_of = "2004-05-01"
        reader.screen.relearn()
        await reader.settled()
        assert len(reader.screen.side.page._rows) > 50

    play(story, tmp_path / "data", source)


def test_words_stay_when_another_article_arrives_or_the_program_is_left(tmp_path: Path) -> None:
    """An article that took its time waits for the editor; ctrl+q keeps a draft."""
    other = _file(tmp_path, "b.txt", "Another article about NATO.\n")

    async def story(reader: Reader) -> None:
        await reader.press("a")
        await reader.type("half")
        reader.pilot.app.post_message(OpenSource(str(other)))
        await reader.pilot.pause(0.5)
        assert isinstance(reader.pilot.app.screen, NoteEditor)
        await reader.press("ctrl+q")

    play(story, tmp_path / "data")
    drafts = list((tmp_path / "data" / "drafts").iterdir())

    assert [path.read_text() for path in drafts] == ["half"]

    async def next_day(reader: Reader) -> None:
        said = [each.message for each in reader.pilot.app._notifications]
        assert said == ["The words of a note are unfinished; g a goes on with them"]
        await reader.press("G", "g", "a")
        await reader.type(" and whole")
        await reader.press("escape")
        [placed] = reader.screen.known.annotations
        assert placed.annotation.body == "half and whole"
        assert placed.place.start == 0 and reader.screen.session.drafts() == []

    play(next_day, tmp_path / "data")


@pytest.mark.parametrize(
    ("since", "expected"), [("", "old new"), ("older", "older\n\nold new"), (None, "old new")]
)
def test_unfinished_words_of_a_note_come_back_to_it(
    tmp_path: Path, since: str | None, expected: str
) -> None:
    """What was written elsewhere since stays; where the note is gone, they begin another."""
    session = Session.open(str(SEED), tmp_path / "data")
    note = session.annotate(Span(0, 9), body="old", motivation="commenting")
    session.draft(f"{note.id} {note.rev}").keep("old new")
    if since is None:
        session.delete(note.id)
    elif since:
        session.edit(note.id, body=since)
    session.close()

    async def story(reader: Reader) -> None:
        await reader.press("g", "a", "escape")
        [placed] = reader.screen.known.annotations
        assert placed.annotation.body == expected

    play(story, tmp_path / "data")


def test_a_home_that_is_not_there_is_told(tmp_path: Path) -> None:
    """In the export dialog."""

    async def story(reader: Reader) -> None:
        await reader.press("h", "x", "ctrl+u")
        await reader.type("~nosuchuser/x.md\n")
        assert reader.pilot.app.is_running

    play(story, tmp_path / "data")


def test_odd_corrections_are_passed_over(tmp_path: Path) -> None:
    """A hand may have been at the file."""
    _file(
        tmp_path,
        "corrections.json",
        '{"": [{"kind": "none"}, 5], "a": [{"surface": "x", "kind": "none"}]}',
    )
    book = CorrectionBook(tmp_path)

    assert [each.surface for each in book.of("a")] == ["x"]
    assert _taken(book) == "x" and book.take_back("a") is None


def _taken(book: CorrectionBook) -> str:
    taken = book.take_back("a")
    return taken.surface if taken else ""


def test_the_notes_page_decides_which_note_is_tagged_and_deleted(tmp_path: Path) -> None:
    """Not the cursor in the article, which may be elsewhere."""

    async def story(reader: Reader) -> None:
        await reader.press("h", ".", ".", "m", "home", "down", "t")
        await reader.type("here\n")
        [note] = [each.annotation for each in reader.screen.known.annotations]
        assert note.tags == ("here",) and note.anchor.start == 0
        await reader.press("g", "s", "d")
        assert len(reader.screen.known.annotations) == 1

    play(story, tmp_path / "data")


def test_leaving_at_once_keeps_the_place(tmp_path: Path) -> None:
    """Of the last time."""

    async def first(reader: Reader) -> None:
        await reader.press("end")
        await reader.pilot.pause(0.8)

    play(first, tmp_path / "data")
    places = []

    async def second(reader: Reader) -> None:
        places.append(reader.screen.session.position)

    play(second, tmp_path / "data")

    assert places[0] > 1000


@pytest.mark.parametrize(("key", "progress"), [("G", "done"), ("}", "reading"), ("h", "reading")])
def test_the_library_knows_how_far_the_head_of_the_screen_says(
    tmp_path: Path, key: str, progress: str
) -> None:
    """To the end of the sentence at the cursor: the last one ends what there is to read."""
    told = []

    async def story(reader: Reader) -> None:
        await reader.press(key)
        told.append(reader.screen.title_bar.progress.split(" ·")[0])

    play(story, tmp_path / "data")
    [entry] = Library(tmp_path / "data").entries()

    assert told == [f"{entry.percent} %"]
    assert entry.progress == progress


def test_zen_gives_way_to_the_panel(tmp_path: Path) -> None:
    """The focus is never where it cannot be seen."""

    async def story(reader: Reader) -> None:
        await reader.press("f", "m")
        assert not reader.screen.has_class("zen") and reader.screen.side.page.has_focus
        await reader.press("escape", "f", ".", "h")
        assert len(reader.screen.known.annotations) == 1

    play(story, tmp_path / "data", SEED, settings=Settings())


def test_a_passage_is_marked_once_and_the_newest_mark_goes_first(tmp_path: Path) -> None:
    """A note with words is not lost to a mark made upon it."""

    async def story(reader: Reader) -> None:
        await reader.press("h", "h")
        assert len(reader.screen.known.annotations) == 1
        await reader.press("a")
        await reader.type("words")
        await reader.press("escape", "B", "d", "enter")
        [note] = [each.annotation for each in reader.screen.known.annotations]
        assert note.body == "words"

    play(story, tmp_path / "data")


def test_claims_are_held_against_the_articles_own_day(tmp_path: Path) -> None:
    """Whatever day the rosters are asked for."""

    async def story(reader: Reader) -> None:
        before = reader.screen.known.claims
        reader.screen.session.as_of = "1998-01-01"
        reader.screen.relearn()
        await reader.settled()
        assert reader.screen.known.as_of == "1998-01-01"
        assert reader.screen.known.claims == before

    play(story, tmp_path / "data")
