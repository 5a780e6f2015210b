"""What goes wrong, or takes its time, behind the lists: the lists stay."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from reader.article import Span
from reader.config import Settings
from reader.entities.plugins import PluginError
from reader.notes.glance import glance
from reader.session import Session
from reader.ui.app import ReaderApp
from reader.ui.request import Request
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.notes import NotesScreen

COUNT = 3


def _play(data: Path, story: Callable[[ReaderApp], Awaitable[None]]) -> None:
    """Play a story in a library of a few articles, each with a note."""
    for number in range(COUNT):
        path = data.parent / f"{number}.txt"
        path.write_text(f"Report {number}: NATO and Armenia met.", "utf-8")
        session = Session.open(str(path), data)
        session.annotate(Span(0, 6))
        session.close()
        session.library.record(session.described, session.id)

    async def run() -> None:
        app = ReaderApp(Request("", data), Settings())
        async with app.run_test(size=(80, 24)):
            await story(app)

    asyncio.run(run())


async def _all_notes(app: ReaderApp) -> NotesScreen:
    data = app.request.data_dir
    session = Session.open(str(data.parent / "0.txt"), data)
    screen = NotesScreen(app.keyboard, session.library, data, session.notebooks)
    await app.push_screen(screen)
    return screen


async def _until(holds: Callable[[], bool]) -> None:
    for _ in range(1000):
        if holds():
            return
        await asyncio.sleep(0.005)
    raise TimeoutError


def test_a_recogniser_that_is_not_there_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked for names, the library says why it has none, and goes on."""
    monkeypatch.setenv("READER_RECOGNISER", "nonesuch")

    async def story(app: ReaderApp) -> None:
        assert isinstance(app.screen, LibraryScreen)
        app.screen.line.value = "state:AM"
        await _until(lambda: any("nonesuch" in each.message for each in app._notifications))
        assert app.is_running

    _play(tmp_path / "data", story)


def test_folders_that_cannot_be_read_are_told_of_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not with each of the looks that are taken every other second."""

    async def story(app: ReaderApp) -> None:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await app.workers.wait_for_complete()
        monkeypatch.setattr(screen._folders, "take", _refuse)
        screen._look()
        await _until(lambda: len(app._notifications) > 0)
        assert not screen._looks._active.is_set()

    _play(tmp_path / "data", story)


def test_notes_whose_articles_cannot_be_looked_into_leave_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says so, waits for nothing, and looks again when asked again."""

    async def story(app: ReaderApp) -> None:
        screen = await _all_notes(app)
        with monkeypatch.context() as broken:
            broken.setattr("reader.standing.standing", _refuse)
            screen.line.value = "is:ok"
            await _until(lambda: len(app._notifications) > 0)
        assert not screen._is_looking and not screen._notes
        screen.line.value = "is:ok "
        await _until(lambda: len(screen._notes) == COUNT)

    _play(tmp_path / "data", story)


def test_conflicts_are_looked_for_beside_the_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a worker, which stops when another filter is typed."""
    opened: list[bool] = []
    may_go_on = threading.Event()

    def watched(data: Path, article: str) -> object:
        opened.append(threading.current_thread() is threading.main_thread())
        may_go_on.wait(5)
        return glance(data, article)

    monkeypatch.setattr("reader.standing.glance", watched)

    async def story(app: ReaderApp) -> None:
        screen = await _all_notes(app)
        screen.line.value = "is:conflict"
        await _until(lambda: len(opened) > 0)
        screen.line.value = ""
        await _until(lambda: len(screen._notes) == COUNT)
        may_go_on.set()
        await _until(lambda: not screen._is_looking)
        assert opened == [False]

    _play(tmp_path / "data", story)


def test_a_letter_typed_while_something_comes_in_is_heeded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between what the worker found and what the screen makes of it."""

    async def story(app: ReaderApp) -> None:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await app.workers.wait_for_complete()
        call: Callable[..., object] = app.call_from_thread

        async def typed() -> None:
            screen.line.value = "nonesuch"
            await _until(lambda: not screen._found)

        def late(deed: Callable[..., object], *given: object) -> None:
            call(typed)
            call(deed, *given)

        monkeypatch.setattr(app, "call_from_thread", late)
        monkeypatch.setattr(screen._folders, "take", lambda *_: True)
        screen._look()
        await app.workers.wait_for_complete()
        assert not screen._found

    _play(tmp_path / "data", story)


def test_notes_that_are_found_leave_the_highlight_where_it_was(tmp_path: Path) -> None:
    """Also where they stand above it."""

    async def story(app: ReaderApp) -> None:
        screen = await _all_notes(app)
        screen.line.value = "is:ok"
        await _until(lambda: len(screen._places) == len(screen._notes) == COUNT)
        screen.options.go_to_end()
        here, first = screen.options.item.id, screen.options.rows.items[1].article
        [path] = [each for each in tmp_path.glob("*.txt") if _id_of(each, tmp_path) == first]
        session = Session.open(str(path), tmp_path / "data")
        session.annotate(Span(10, 14))
        session.close()
        screen._places.pop(first)
        screen.refill()
        await _until(lambda: len(screen._notes) == COUNT + 1)
        assert screen.options.item.id == here

    _play(tmp_path / "data", story)


def _id_of(path: Path, folder: Path) -> str:
    return Session.open(str(path), folder / "data").id


def _refuse(*_given: object, **_named: object) -> object:
    raise PluginError("cannot be read")
