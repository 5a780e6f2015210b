"""A page is fetched while one reads on: told of, cancelled, and opened."""

import asyncio
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.config import Settings
from reader.loading.open import open_article
from reader.ui.app import ReaderApp
from reader.ui.fetching import FetchLine
from reader.ui.messages import OpenSource
from reader.ui.request import Request
from reader.ui.screens.library import LibraryScreen
from tests.loading.web.server import running
from tests.ui.story import SEED, Reader, play


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a running server; what is fetched is kept in a folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with running() as address:
        yield address


async def until(pilot: Pilot[int], words: str) -> None:
    """Wait until a line tells so of a page that comes."""
    for _ in range(200):
        if any(words in str(line.render()) for line in pilot.app.screen.query(FetchLine)):
            return
        await pilot.pause(0.02)
    raise TimeoutError(words)


def test_one_reads_on_while_a_page_comes_and_escape_ends_it(site: str, tmp_path: Path) -> None:
    """The cursor moves meanwhile; then the line is gone and the article is still there."""
    seen: list[object] = []

    async def story(reader: Reader) -> None:
        reader.pilot.app.post_message(OpenSource(f"{site}/drip"))
        await until(reader.pilot, "0 KB · esc cancels")
        before = reader.screen.pane.selection
        await reader.press(".")
        seen.append(reader.screen.pane.selection != before)
        await reader.press("escape")
        seen.append(len(reader.pilot.app.screen.query(FetchLine)))
        seen.append(reader.screen.article.source)

    play(story, tmp_path / "data")

    assert seen == [True, 0, str(SEED)]


def test_a_page_opens_when_it_has_come(site: str, tmp_path: Path) -> None:
    """And the line goes."""
    seen: list[object] = []

    async def story(reader: Reader) -> None:
        reader.pilot.app.post_message(OpenSource(f"{site}/page"))
        for _ in range(200):
            await reader.pilot.pause(0.02)
            if reader.screen.article.title == "A story":
                break
        seen.append(reader.screen.article.source)
        seen.append(len(reader.pilot.app.screen.query(FetchLine)))

    play(story, tmp_path / "data")

    assert seen == [f"{site}/page", 0]


def test_where_nothing_else_is_open_escape_leads_to_the_library(site: str, tmp_path: Path) -> None:
    """The program stays usable."""
    request = Request(f"{site}/drip", tmp_path)
    app = ReaderApp(request, Settings(), None, request.head())

    async def story() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            await until(pilot, "KB")
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, LibraryScreen)

    asyncio.run(story())
    assert app.failure is None


def test_a_copy_that_stands_in_for_a_page_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the day on which it was kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    kept_on = date.today()
    with running() as address:
        open_article(f"{address}/page")
    seen: list[str] = []

    async def story(reader: Reader) -> None:
        reader.pilot.app.post_message(OpenSource(f"{address}/page"))
        for _ in range(200):
            seen[:] = [each.message for each in reader.pilot.app._notifications]
            if any("kept copy" in each for each in seen):
                return
            await reader.pilot.pause(0.02)

    play(story, tmp_path / "data")

    days = [each.isoformat() for each in (kept_on, date.today())]
    said = [f"This is the kept copy of {day}: the page cannot be fetched now" for day in days]
    assert not set(said).isdisjoint(seen)
