"""The first screen in a real terminal: there at once, and the application's own takes its place."""

import json
import os
import pty
import re
import signal
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest

from reader.config import Settings
from reader.ui.looks import known_looks
from tests.ui.terminal import ROOT, Terminal, needs_looks, reader_command

pytestmark = pytest.mark.timed

SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"
MARKDOWN = ROOT / "seeds" / "001_asean-eleven.md"
TAKEN_OVER = b"\x1b[?1003h"
"""What Textual writes as soon as it runs."""
SIZES = [(120, 40), (80, 24)]
TERMINALS = [
    {"COLORTERM": "truecolor"},
    {"COLORTERM": "", "TERM": "xterm-256color"},
    {"COLORTERM": "", "TERM": "xterm"},
    {"COLORTERM": "truecolor", "NO_COLOR": "1"},
    {"COLORTERM": "", "TERM": "xterm", "NO_COLOR": "1"},
]
SMALL = (80, 16)
FIRST, LAST = "mengumumkan", "ungkapnya"


def _environment(folder: Path, **more: str) -> dict[str, str]:
    places = {"HOME": str(folder), "READER_DATA_DIR": str(folder / "data")}
    return {**places, "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": "", **more}


def _visited(folder: Path, source: Path, size: tuple[int, int], keys: bytes, **more: str) -> None:
    """Open an article and leave it again, so that the look is known."""
    with Terminal(reader_command(str(source)), size, _environment(folder, **more)) as terminal:
        terminal.wait_for("min left")
        terminal.rest()
        terminal.send(keys)
        terminal.rest()
        terminal.send(b"q")
        terminal.wait()


def _screens(terminal: Terminal) -> Iterator[list[list[pyte.screens.Char]]]:
    """The first screen when all of it is there, and each that follows."""
    while TAKEN_OVER not in terminal.raw:
        terminal.read(10.0)
    yield terminal.cells
    end = time.monotonic() + 20.0
    while (terminal.read(0.3) or "as of" not in terminal.text) and time.monotonic() < end:
        yield terminal.cells


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("source", [SEED, MARKDOWN])
def test_no_letter_of_the_article_moves(
    tmp_path: Path, source: Path, size: tuple[int, int]
) -> None:
    """From the first screen to the last, each frame shows each letter on the same cell."""
    _visited(tmp_path, source, size, b"")
    with Terminal(reader_command(str(source)), size, _environment(tmp_path)) as terminal:
        article = slice(0, 78)
        letters = [
            ["".join(cell.data for cell in row[article]) for row in screen[1:-1]]
            for screen in _screens(terminal)
        ]

        assert len(letters) > 3 and any(row.strip() for row in letters[0])
        assert [letters[0]] * len(letters) == letters


@needs_looks
@pytest.mark.parametrize("more", TERMINALS)
@pytest.mark.parametrize("theme", ["", "textual-dark", "textual-light"])
def test_the_colours_are_the_applications(tmp_path: Path, theme: str, more: dict[str, str]) -> None:
    """In a text without names nothing changes but what the title tells.

    Under the program's own theme that holds for the very first start as well.
    """
    source, config = tmp_path / "a.txt", tmp_path / ".config" / "reader"
    source.write_text("so it goes and goes on and on\n\n" * 40)
    config.mkdir(parents=True)
    if theme:
        (config / "config.toml").write_text(f'theme = "{theme}"\n')
        _visited(tmp_path, source, (80, 24), b"", **more)
    with Terminal(reader_command(str(source)), (80, 24), _environment(tmp_path, **more)) as term:
        first, *_, last = _screens(term)
        titles = [[(cell.fg, cell.bg) for cell in screen[0]] for screen in (first, last)]

        assert first[1:] == last[1:]
        assert titles[0] == titles[1]


@needs_looks
@pytest.mark.parametrize("size", [*SIZES, (106, 9), (34, 5)])
def test_the_very_first_start_draws_it_too(tmp_path: Path, size: tuple[int, int]) -> None:
    """At any size: each frame shows each letter of article and hints on the same cell."""
    with Terminal(reader_command(str(SEED)), size, _environment(tmp_path)) as terminal:
        article = slice(0, min(size[0], 64))
        letters = [
            ["".join(cell.data for cell in row[article]) for row in screen[1:]]
            for screen in _screens(terminal)
        ]

        assert len(letters) > 2 and any(row.strip() for row in letters[0])
        assert [letters[0]] * len(letters) == letters


@pytest.mark.parametrize("sizes", [SIZES, SIZES[::-1]])
def test_a_look_holds_at_any_size(tmp_path: Path, sizes: list[tuple[int, int]]) -> None:
    """A theme of one's own, seen in a window of one size, is known in another.

    But the side panel's colours cannot be known where there was no room for it.
    """
    config = tmp_path / ".config" / "reader"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('theme = "nord"\n')
    _visited(tmp_path, SEED, sizes[0], b"")
    with Terminal(reader_command(str(SEED)), sizes[1], _environment(tmp_path)) as terminal:
        first = next(_screens(terminal))
        is_drawn = any(cell.data.isalpha() for row in first for cell in row)

        assert is_drawn == (sizes[0] > sizes[1])


def test_widths_chosen_by_key_are_there_again(tmp_path: Path) -> None:
    """Longer lines and a wider panel, from the first screen on; other settings end them."""
    _visited(tmp_path, SEED, (140, 20), b"))))g>")
    _visited(tmp_path, SEED, (140, 20), b"")
    with Terminal(reader_command(str(SEED)), (140, 20), _environment(tmp_path)) as terminal:
        first, *_, last = [screen[1:-1] for screen in _screens(terminal)]
        there = [max(x for x in range(94) if row[x].data.isalpha()) for row in (first[0], last[0])]

        assert there[0] == there[1] > 80
    config = tmp_path / ".config" / "reader"
    config.mkdir(parents=True)
    (config / "config.toml").write_text("measure = 60\n")
    with Terminal(reader_command(str(SEED)), (140, 20), _environment(tmp_path)) as terminal:
        terminal.wait_for("min left")

        assert not terminal.text.splitlines()[1][83:].strip("│┃ ▏")


def test_reading_goes_on_where_it_was_left(tmp_path: Path) -> None:
    """The first screen is that of the end, and the beginning is never shown."""
    _visited(tmp_path, SEED, SMALL, b"G")
    with Terminal(reader_command(str(SEED)), SMALL, _environment(tmp_path)) as terminal:
        shown = [LAST in terminal.text and FIRST not in terminal.text for _ in _screens(terminal)]

        assert shown and all(shown)


@pytest.mark.parametrize("delay", [0.0, 0.03, 0.06, 0.1, 0.2, 0.5])
def test_a_key_typed_at_the_first_screen_counts(
    tmp_path_factory: pytest.TempPathFactory, delay: float
) -> None:
    """G, typed so many seconds after the start, leads to the end of the article."""
    folder = tmp_path_factory.getbasetemp() / "visited"
    if not folder.exists():
        _visited(folder, SEED, SMALL, b"")
    with Terminal(reader_command(str(SEED)), SMALL, _environment(folder)) as terminal:
        time.sleep(delay)
        terminal.send(b"G")
        terminal.wait_for(LAST)
        terminal.rest()

        assert FIRST not in terminal.text


@needs_looks
@pytest.mark.parametrize("is_first", [True, False])
def test_the_first_screen_needs_no_textual(tmp_path: Path, is_first: bool) -> None:
    """Python tells of each import on the terminal: none of the application's came before."""
    if not is_first:
        _visited(tmp_path, SEED, SMALL, b"")
    command = [sys.executable, "-X", "importtime", "-m", "reader", str(SEED)]
    with Terminal(command, SMALL, _environment(tmp_path)) as terminal:
        while FIRST.encode() not in terminal.raw:
            terminal.read(10.0)
        told = terminal.raw[: terminal.raw.index(FIRST.encode())].decode()
    loaded = set(re.findall(r"\| +([a-z_0-9.]+)", told))

    assert "reader.ui.first_screen" in loaded
    assert {"textual", "rich.console", "rich.style", "asyncio", "tinydb"} & loaded == set()


@pytest.mark.parametrize("is_first", [True, False])
def test_another_size_while_the_program_starts(tmp_path: Path, is_first: bool) -> None:
    """The application draws its screen for the new size."""
    if not is_first:
        _visited(tmp_path, SEED, (120, 40), b"")
    with Terminal(reader_command(str(SEED)), (120, 40), _environment(tmp_path)) as terminal:
        terminal.wait_for(FIRST)
        terminal.resize(70, 20)
        terminal.wait_for("as of")
        terminal.rest()
        resized = terminal.text
    _visited(tmp_path, SEED, (70, 20), b"")
    with Terminal(reader_command(str(SEED)), (70, 20), _environment(tmp_path)) as terminal:
        terminal.wait_for("as of")
        terminal.rest()

        assert terminal.text == resized


@pytest.mark.parametrize("key", [b"q", None])
def test_the_terminal_is_given_back(tmp_path: Path, key: bytes | None) -> None:
    """Left by a key typed, or by a signal that comes, before the application is there."""
    _visited(tmp_path, SEED, SMALL, b"")
    fresh, other = pty.openpty()
    with Terminal(reader_command(str(SEED)), SMALL, _environment(tmp_path)) as terminal:
        terminal.wait_for(FIRST)
        if key:
            terminal.send(key)
        else:
            os.kill(terminal.process, signal.SIGTERM)
        status = terminal.wait()

        assert status == (0 if key else 128 + signal.SIGTERM)
        assert terminal.flags == termios.tcgetattr(fresh)[:6]
        assert (terminal.modes["1049"], terminal.modes["25"]) == ("l", "h")
    os.close(fresh)
    os.close(other)


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"looks": {}}'])
def test_a_damaged_cache_delays_nothing(tmp_path: Path, kept: str) -> None:
    """Without a look the application starts as it did the first time."""
    (tmp_path / ".cache" / "reader").mkdir(parents=True)
    (tmp_path / ".cache" / "reader" / "first-screen.json").write_text(kept)
    _visited(tmp_path, SEED, SMALL, b"")


@pytest.mark.parametrize("damaged", [5, {}, {"side": 1}, "styles"])
def test_a_damaged_look_is_not_drawn_and_is_mended(tmp_path: Path, damaged: object) -> None:
    """One that is whole but false is not drawn either."""
    _visited(tmp_path, SEED, SMALL, b"")
    cache = tmp_path / ".cache" / "reader" / "first-screen.json"
    kept = json.loads(cache.read_text("utf-8"))
    [(circumstances, look)] = kept["looks"].items()
    spoilt = {**look, "styles": 5} if damaged == "styles" else damaged
    cache.write_text(json.dumps({**kept, "looks": {circumstances: spoilt}}), "utf-8")
    _visited(tmp_path, SEED, SMALL, b"")
    mended = json.loads(cache.read_text("utf-8"))["looks"]

    assert mended == {circumstances: spoilt if damaged == "styles" else look}


def test_a_terminal_that_can_do_nothing_is_not_drawn_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is one that Textual is told to use another driver for."""
    monkeypatch.setenv("TERM", "dumb")
    assert [*known_looks(Settings())] == []

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.headless_driver:HeadlessDriver")
    assert [*known_looks(Settings())] == []
