"""The notes of all articles: no deed there is lost, whatever the disk does."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

import pytest

from reader.article import Span
from reader.config import Settings
from reader.notes.doctor import kept_notes
from reader.notes.glance import glance
from reader.session import Session
from reader.ui.screens.notes import NotesScreen
from tests.ui.story import Reader, play


@pytest.fixture
def articles(tmp_path: Path) -> tuple[Path, Session]:
    """The path of an article, and the session of another one with a note."""
    made = []
    for name in ("alpha", "beta"):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"Article {name} is about NATO and its members.\n")
        session = Session.open(str(path), tmp_path / "data")
        session.annotate(Span(0, 9), body=f"on {name}")
        session.close()
        made.append((path, session))
    return made[0][0], made[1][1]


def _told(reader: Reader) -> str:
    return " ".join(each.message for each in reader.pilot.app._notifications)


async def _tag_on_the_other(reader: Reader) -> None:
    await reader.press("M", "/")
    await reader.type("beta\n")
    await reader.press("t")
    await reader.type("urgent\n")


def test_a_tag_that_the_disk_refuses_is_told_of_and_rescued(
    articles: tuple[Path, Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was never said, and gone when the program was left."""
    source, other = articles
    monkeypatch.setenv("HOME", str(tmp_path))

    def refuse(handle: int) -> None:
        if os.readlink(f"/proc/self/fd/{handle}").startswith(f"{tmp_path}/data/"):
            raise OSError(errno.ENOSPC, "No space left on device")

    async def story(reader: Reader) -> None:
        monkeypatch.setattr(os, "fsync", refuse)
        await _tag_on_the_other(reader)
        assert "No space left" in _told(reader)
        await reader.press("q")

    app = play(story, tmp_path / "data", source)
    lines = [line for session in app.sessions for line in session.rescue()]
    [path] = tmp_path.glob("reader-unsaved-*.json")

    assert str(path) in lines[0] and kept_notes(path).article == other.id
    assert "urgent" in path.read_text()


def test_a_deed_on_the_open_article_is_seen_there(
    articles: tuple[Path, Session], tmp_path: Path
) -> None:
    """At once, when its screen is back."""

    async def story(reader: Reader) -> None:
        await reader.press("M", "/")
        await reader.type("alpha\n")
        await reader.press("d", "escape", "escape")
        await reader.pilot.pause(0)
        assert reader.screen.known.annotations == []

    play(story, tmp_path / "data", articles[0])
    assert [len(glance(tmp_path / "data", articles[1].id).annotations)] == [1]


def test_the_folder_follows_the_notes_on_other_articles(
    articles: tuple[Path, Session], tmp_path: Path
) -> None:
    """As it does those on the one that is open."""
    vault = tmp_path / "vault"
    settings = Settings(export={"folder": str(vault)}, auto_export=True)

    async def story(reader: Reader) -> None:
        await _tag_on_the_other(reader)

    play(story, tmp_path / "data", articles[0], settings=settings)
    written = [path.read_text() for path in vault.glob("*.md")]

    assert len(written) == 1 and "on beta" in written[0] and "urgent" in written[0]


def test_notes_that_cannot_be_read_do_not_end_the_program(
    articles: tuple[Path, Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are listed."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    async def story(reader: Reader) -> None:
        monkeypatch.setattr("reader.standing.glance", refuse)
        monkeypatch.setattr("reader.standing.standing", refuse)
        await reader.press("M", "/")
        await reader.type("is:conflict")
        await reader.finished("standing")
        assert "Too many open files" in _told(reader)
        await reader.press("ctrl+u")
        await reader.type("is:orphan")
        await reader.finished("standing")
        assert reader.pilot.app.is_running

    play(story, tmp_path / "data", articles[0])


def test_a_tag_that_was_there_already_is_nothing_to_undo(
    articles: tuple[Path, Session], tmp_path: Path
) -> None:
    """Or what was done before would be taken back."""
    source, other = articles

    async def story(reader: Reader) -> None:
        await _tag_on_the_other(reader)
        await reader.press("escape", "escape")
        await _tag_on_the_other(reader)
        await reader.press("z")
        assert "Nothing to undo" in _told(reader)

    play(story, tmp_path / "data", source)
    assert [note.tags for note in glance(tmp_path / "data", other.id).annotations] == [("urgent",)]


def test_the_note_made_right_before_is_listed(
    articles: tuple[Path, Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the disk takes to hold it: the list is read from there."""
    fsync = os.fsync

    def slowly(handle: int) -> None:
        time.sleep(0.2)
        fsync(handle)

    async def story(reader: Reader) -> None:
        monkeypatch.setattr(os, "fsync", slowly)
        await reader.press("h", "M")
        screen = reader.pilot.app.screen
        assert isinstance(screen, NotesScreen)
        assert len(screen.options.rows) - len(screen.options.rows.heads) == 3

    play(story, tmp_path / "data", articles[0])
