"""The library on screen: its orders and its years."""

import asyncio
from pathlib import Path

from textual.widgets import Static

from reader.config import Settings
from reader.library import Library
from reader.ui.app import ReaderApp
from reader.ui.request import Request
from reader.ui.screens.library import LibraryScreen
from tests.library.stories import article

COUNT = 450
TITLES = [f"Story {number:03}" for number in range(COUNT)]


def _filled(folder: Path) -> Path:
    held = [
        article(f"Report {title}.", f"https://x.org/{title}", title, site=title[-1])
        for title in TITLES
    ]
    Library(folder).add((each, each.title) for each in held)
    return folder


def test_the_rows_stand_in_the_order_that_is_asked_for(tmp_path: Path) -> None:
    """Each press of a key is another order; in that of dates each year has a line."""

    async def run() -> list[str]:
        app = ReaderApp(Request("", _filled(tmp_path)), Settings())
        seen = []
        async with app.run_test(size=(80, 24)) as pilot:
            screen = app.screen
            assert isinstance(screen, LibraryScreen)
            for _ in range(4):
                row = str(screen.options.rows.label(0)).partition("\n")[0]
                seen.append(f"{screen.query_one('.heading', Static).content}: {row.strip()}")
                await pilot.press("o")
        return seen

    assert asyncio.run(run()) == [
        " Library · 450 articles · last opened first: Story 000",
        " Library · 450 articles · latest first: undated · 450 articles",
        " Library · 450 articles · by title: Story 000",
        " Library · 450 articles · by site: Story 000",
    ]


def test_an_article_that_comes_in_leaves_the_highlight_where_it_was(tmp_path: Path) -> None:
    """What enter opens and d removes is what was highlighted."""

    async def run() -> tuple[str, list[str]]:
        library = _filled(tmp_path)
        app = ReaderApp(Request("", library), Settings())
        async with app.run_test(size=(80, 24)) as pilot:
            screen = app.screen
            assert isinstance(screen, LibraryScreen)
            await pilot.press("o", "o", "down", "down")
            late = article("What came in.", "https://x.org/late", "Late")
            Library(library).add([(late, late.title)])
            screen.fill("")
            first, held = screen.options.rows.items[0].title, screen.options.item.title
            await pilot.press("d")
            left = {each.title for each in Library(library).entries()}
        return first, [held, *{"Late", *TITLES} - left]

    assert asyncio.run(run()) == ("Late", ["Story 002", "Story 002"])


def test_what_answers_best_is_highlighted(tmp_path: Path) -> None:
    """Wherever in the list one was when one typed."""

    async def run() -> str:
        app = ReaderApp(Request("", _filled(tmp_path)), Settings())
        async with app.run_test(size=(80, 24)) as pilot:
            screen = app.screen
            assert isinstance(screen, LibraryScreen)
            await pilot.press("end", "slash", *"03")
            return str(screen.options.item.title)

    assert asyncio.run(run()) == "Story 003"
