"""A library of ten thousand articles beside one of a single article: opened, searched, scrolled."""

import asyncio
import sys
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from time import process_time

import pytest

from reader.article import Article, Block
from reader.config import Settings
from reader.entities.mention import Entity, Mention, Recognition
from reader.knowledge import Knowledge
from reader.library import Library
from reader.library.folders import Folders
from reader.library.identity import matching
from reader.library.names import Reading
from reader.library.order import ORDERS
from reader.loading.plaintext import from_pieces
from reader.notes.anchor import create
from reader.notes.notebook import open_notebook
from reader.ui.app import ReaderApp
from reader.ui.request import Request
from reader.ui.screens.library import LibraryScreen
from tests.benchmarks.first_text import first_text
from tests.benchmarks.test_startup import ROOT

pytestmark = pytest.mark.timed

MANY = 10_000
PAIRS = 9
PLAYS = 5
NOTED = 50
STATES = ("AM", "BY", "KZ", "KG", "RU", "TJ")
LATEST = "The latest story of all"
NEW = from_pieces([" ".join(f"word{number}" for number in range(400))])


def article(number: int, title: str = "") -> Article:
    """One of many articles."""
    text = f"Report {number} of the summit in Astana, which the ministers of six states attended."
    return Article(
        text,
        [Block("paragraph", 0, len(text))],
        title=title or f"Story {number} of Armenia and others",
        site=f"Paper {number % 7}",
        published=f"{2000 + number % 25}-06-25",
        source=f"https://x.org/{number}",
    )


def named(number: int) -> Recognition:
    """What an article names: one state and an organisation."""
    iso = STATES[number % len(STATES)]
    entities = {
        "s": Entity("s", "state", iso, 2, iso=iso),
        "o": Entity("o", "org", "CSTO", 1, organisation="CSTO"),
    }
    mentions = [Mention(n, n + 1, "state", "s") for n in range(2)]
    return Recognition([*mentions, Mention(3, 4, "org", "o")], entities)


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The data directories of a library of one article, and one of many."""
    folders = {size: tmp_path_factory.mktemp(f"of{size}") for size in (1, MANY)}
    for size, folder in folders.items():
        library = Library(folder)
        held = [(article(number), str(number)) for number in range(1, size)]
        library.add(held)
        library.keep_names(Reading(key, each.digest, named(int(key))) for each, key in held)
        library.record(article(0, LATEST), "0")
        for number in range(min(size, NOTED)):
            notebook = open_notebook(folder, str(number))
            notebook.add(create(article(number).text, 0, 6), tags=("summit",))
            notebook.close()
    return folders


@pytest.mark.slow
def test_a_full_library_opens_about_as_soon_as_an_empty_one(
    shelves: dict[int, Path], tmp_path: Path
) -> None:
    """From the start of the program to the first title, in pairs."""

    def opened(size: int) -> float:
        environment = {
            "HOME": str(tmp_path),
            "PATH": "/usr/bin",
            "TERM": "xterm-256color",
            "PYTHONPATH": str(ROOT),
            "READER_DATA_DIR": str(shelves[size]),
        }
        return first_text([sys.executable, "-m", "reader"], LATEST, environment).wall

    pairs = [(opened(MANY), opened(1)) for _ in range(PAIRS)]
    ratio = median(many / one for many, one in pairs)
    print(f"\n{MANY} articles: {median(a for a, _ in pairs):.2f} s, ratio {ratio:.2f}")

    assert ratio < 1.5


@pytest.mark.slow
def test_a_full_library_is_searched_at_once(shelves: dict[int, Path]) -> None:
    """Each kind of search in less than 50 ms, the best of five.

    So are a listing, a change, and to tell that a text is not known.
    """
    library = Library(shelves[MANY])
    rows = [each.row for each in library.entries()]
    offsets = count(1)
    deeds: dict[str, Callable[[], object]] = {
        "listed": library.entries,
        "not known": lambda: matching(NEW, rows),
        "changed": lambda: library.set_position("5000", next(offsets)),
        **{
            line: partial(library.find, line)
            for line in (
                "armenia 77",
                "ministers 4711",
                "s",
                "report",
                "state:AM",
                "state:Armenia org:csto",
                "#summit",
                "is:unread site:paper",
                "state:RU story",
            )
        },
    }
    took = {name: min(_seconds(deed) for _ in range(5)) for name, deed in deeds.items()}
    print("\n", {name: f"{1000 * each:.0f} ms" for name, each in took.items()})

    assert {name: each for name, each in took.items() if each > 0.05} == {}


def _seconds(deed: Callable[[], object]) -> float:
    start = process_time()
    deed()
    return process_time() - start


@pytest.mark.slow
def test_a_full_library_scrolls_without_lag(shelves: dict[int, Path]) -> None:
    """What a key takes: through the list, to its end, in another order, in the search.

    Each of several plays is worth its slowest key of a kind, and the best play counts: another
    program that was at work at the time is in one, and what a key costs is in all.
    """

    async def run() -> dict[str, list[float]]:
        app = ReaderApp(Request("", shelves[MANY]), Settings())
        took: dict[str, list[float]] = {}
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            assert isinstance(app.screen, LibraryScreen)

            async def press(key: str, times: int = 1, name: str = "") -> None:
                for _ in range(times):
                    start = process_time()
                    await pilot.press(key)
                    took.setdefault(name or key, []).append(process_time() - start)

            await press("pagedown", 20)
            await press("down", 20)
            await press("end")
            await press("pageup", 10)
            await press("home")
            for _ in ORDERS:
                await press("o")
            await press("slash")
            for key in ("s", "t", "o", "r", "y", "space", "7", "7"):
                await press(key, name="letter")
        return took

    plays = [asyncio.run(run()) for _ in range(PLAYS)]
    worst = {key: min(max(play[key]) for play in plays) for key in plays[0]}
    usual = {key: min(median(play[key]) for play in plays) for key in plays[0]}
    told = {key: f"{1000 * usual[key]:.0f}/{1000 * worst[key]:.0f} ms" for key in worst}
    print("\nmedian/worst", told)

    assert max(usual[key] for key in ("pagedown", "down", "pageup")) <= 0.02
    assert {key: each for key, each in worst.items() if each > 0.05} == {}


@pytest.mark.slow
def test_a_folder_is_taken_in_linear_time(tmp_path: Path) -> None:
    """Each of many files costs about what each of few does."""

    def per_file(count: int) -> float:
        folder, data = tmp_path / f"of{count}", tmp_path / f"data{count}"
        folder.mkdir()
        for number in range(count):
            words = " ".join(f"word{number * each % 4999}" for each in range(1, 80))
            (folder / f"{number}.txt").write_text(f"Story {number}\n\n{words}\n")
        folders, start = Folders(data), process_time()
        folders.add(folder)
        assert folders.take(Library(data), partial(Knowledge, data_dir=data)) == count
        return (process_time() - start) / count

    many, few = per_file(2000), per_file(200)
    print(f"\n{1000 * few:.1f} ms a file of 200, {1000 * many:.1f} ms of 2,000")

    assert many <= 2.5 * few
