"""Keys typed while the program is at work on those before them, for longer than a moment."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.geometry import Offset
from textual.widgets import Input

from reader.config import Settings
from reader.library import Library
from reader.session import Session
from reader.ui import type_ahead
from reader.ui.app import ReaderApp
from reader.ui.fetching import FetchLine
from reader.ui.request import Request
from reader.ui.screens.library import LibraryScreen
from reader.ui.type_ahead import DEEDS
from tests.library.stories import article
from tests.ui.story import Reader, play, pressed

pytestmark = pytest.mark.timed

SLOW = 1.2
"""Seconds: more than a widget is waited for."""


def _slow(deed: Callable[..., Any], seconds: float = SLOW) -> Callable[..., Any]:
    def slowly(*given: Any, **named: Any) -> Any:
        time.sleep(seconds)
        return deed(*given, **named)

    return slowly


def _library(folder: Path, story: Callable[[Reader, LibraryScreen], Awaitable[None]]) -> Library:
    """Play a story in a library of three files, the last of which is gone."""
    library = Library(folder / "data")
    for name in "abc":
        path = folder / f"{name}.txt"
        path.write_text(f"NATO met in {name}.", "utf-8")
        library.add([(article(path.read_text("utf-8"), str(path), name), name)])
    (folder / "c.txt").unlink()

    async def run() -> None:
        app = ReaderApp(Request("", folder / "data"), Settings())
        async with app.run_test(size=(80, 24)) as pilot:
            assert isinstance(app.screen, LibraryScreen)
            await story(Reader(pilot), app.screen)

    asyncio.run(run())
    return library


def _burst(reader: Reader, *keys: str) -> None:
    for key in keys:
        reader.pilot.app.post_message(pressed(key))


def test_no_key_for_an_article_that_takes_its_time_changes_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two letters that would take rows off the list are for the article, however late it is."""
    monkeypatch.setattr(Request, "session", _slow(Request.session))
    removed: list[str] = []
    monkeypatch.setattr(Library, "remove", lambda _library, id_: removed.append(id_))

    async def story(reader: Reader, screen: LibraryScreen) -> None:
        screen.line.value = "NATO"
        screen.options.highlighted = 1
        _burst(reader, "enter", "d", "d")
        await reader.done()
        assert reader.screen.is_whole

    _library(tmp_path, story)

    assert not removed


def test_no_key_for_an_article_that_is_gone_changes_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The keys behind it are dropped, for there is nothing that they could be for."""
    monkeypatch.setattr(Request, "session", _slow(Request.session, 0.1))

    async def story(reader: Reader, screen: LibraryScreen) -> None:
        places = [each.place.rpartition("/")[2] for each in screen.options.rows.items]
        screen.options.highlighted = places.index("c.txt")
        _burst(reader, "enter", "d", "d")
        await reader.done()
        assert reader.pilot.app.screen is screen

    assert len(_library(tmp_path, story).entries()) == 3


def test_letters_of_a_tag_wait_for_the_line_they_are_typed_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tags in use take their time; a click, too, waits its turn."""
    monkeypatch.setattr(Session, "tags", _slow(Session.tags))

    async def story(reader: Reader) -> None:
        _burst(reader, "t", "x", "d", "h", "enter", "G")
        pane = reader.screen.pane.region
        at = Offset(pane.x + 4, pane.y + 4)
        for kind in (events.MouseDown, events.MouseUp):
            reader.pilot.app.post_message(
                kind(None, at.x, at.y, 0, 0, 1, False, False, False, at.x, at.y)
            )
        await reader.done()
        assert [each.annotation.tags for each in reader.screen.session.annotations()] == [("xdh",)]
        assert reader.screen.pane.selection.start < 1000

    play(story, tmp_path)


def test_keys_behind_a_deed_without_end_are_dropped_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One wait for all of them, and the key that is typed then counts at once."""
    monkeypatch.setattr(type_ahead, "_LONGEST_DEED", 0.3)

    async def story(reader: Reader, screen: LibraryScreen) -> None:
        screen.run_worker(asyncio.sleep(30), group=DEEDS)
        begun = time.monotonic()
        _burst(reader, "j", *"dddddddd")
        await reader.done()
        await reader.press("/")
        assert isinstance(reader.pilot.app.focused, Input)
        assert time.monotonic() - begun < 2
        [told] = reader.pilot.app._notifications
        assert "8 keys" in told.message

    assert len(_library(tmp_path, story).entries()) == 3


def test_the_key_that_leaves_waits_for_no_deed(tmp_path: Path) -> None:
    """Though others are before it."""

    async def story(reader: Reader, screen: LibraryScreen) -> None:
        screen.run_worker(asyncio.sleep(30), group=DEEDS)
        begun = time.monotonic()
        _burst(reader, *"jjjjjj", "ctrl+q")
        while reader.pilot.app.is_running and time.monotonic() - begun < 5:
            await asyncio.sleep(0.01)
        assert time.monotonic() - begun < 3

    _library(tmp_path, story)


def test_the_key_that_cancels_a_page_waits_for_no_deed(tmp_path: Path) -> None:
    """It is not a key of the list, then, nor do the keys before it go before."""

    async def story(reader: Reader, screen: LibraryScreen) -> None:
        app = reader.pilot.app
        assert isinstance(app, ReaderApp)
        screen.run_worker(asyncio.sleep(30), group=DEEDS)
        app.fetcher._begin(FetchLine("https://example.org/"))
        begun = time.monotonic()
        _burst(reader, "j", "d", "escape")
        while app.fetcher.is_busy and time.monotonic() - begun < 5:
            await asyncio.sleep(0.01)
        assert not app.fetcher.is_busy and app.screen is screen and not app.type_ahead.is_at_rest

    assert len(_library(tmp_path, story).entries()) == 3
