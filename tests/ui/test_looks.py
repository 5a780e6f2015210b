"""Looks: those that come with the program, and where things stand on the screen."""

import asyncio
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

import pytest
from rich.console import Console

from reader.config import Settings
from reader.data.build.looks import FILE, looks
from reader.ui.app import ReaderApp
from reader.ui.desk import Desk
from reader.ui.looks import (
    colours,
    keep_place,
    kept_look,
    place_in,
    shipped_look,
    shipped_looks,
)
from reader.ui.request import Request
from reader.ui.screens.article import ArticleScreen
from tests.ui.terminal import needs_looks

SYSTEMS = {"truecolor": "truecolor", "256": "256", "16": "standard"}
TERMINALS = [
    {"TERM": "xterm"},
    {"TERM": "xterm-256color"},
    {"TERM": "xterm-16color"},
    {"TERM": "xterm-kitty"},
    {"TERM": "linux"},
    {"TERM": "xterm", "COLORTERM": "truecolor"},
    {"TERM": "xterm-256color", "COLORTERM": "24bit"},
    {"TERM": "xterm-256color", "COLORTERM": "yes"},
    {"TERM": " XTERM-256COLOR", "COLORTERM": " TrueColor "},
]


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """A terminal of 256 colours, and nothing else said of it."""
    for name in ("COLORTERM", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return monkeypatch


@needs_looks
def test_the_shipped_looks_are_those_of_the_application(plain: pytest.MonkeyPatch) -> None:
    """Where this fails, `python reader/data/build/looks.py` writes them anew."""
    assert looks() == shipped_looks()


@pytest.mark.parametrize("terminal", TERMINALS)
def test_the_colours_are_those_that_rich_finds(
    plain: pytest.MonkeyPatch, terminal: Mapping[str, str]
) -> None:
    """By the same variables."""
    for name, value in terminal.items():
        plain.setenv(name, value)
    told = Console(force_terminal=True).color_system

    assert told == SYSTEMS[colours()]
    plain.setenv("NO_COLOR", "1")
    assert colours().endswith(" grey")


@needs_looks
def test_no_look_is_guessed(plain: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Another theme, another Textual or what else alters it: none is shipped."""
    assert shipped_look(Settings())
    assert shipped_look(Settings(theme="nord")) is None
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE", "TEXTUAL_THEME"):
        with plain.context() as patch:
            patch.setenv(name, "1")
            assert shipped_look(Settings()) is None
    (tmp_path / "looks.json").write_text(FILE.read_text("utf-8").replace(version("textual"), "0"))
    plain.setattr("reader.ui.looks._SHIPPED", str(tmp_path / "looks.json"))
    assert shipped_look(Settings()) is None


@needs_looks
def test_keys_of_ones_own_are_not_guessed_either(plain: pytest.MonkeyPatch) -> None:
    """Colours are the same, and no key is named."""
    ours, changed = shipped_look(Settings()), shipped_look(Settings(keys={"quit": "Q"}))

    assert ours and ours["keys"]
    assert changed == {**ours, "keys": []}


@pytest.mark.parametrize("panel", [24, 42, 90])
@pytest.mark.parametrize("size", [(34, 5), (80, 24), (105, 31), (106, 30), (120, 40), (250, 70)])
def test_the_parts_stand_where_the_style_sheet_puts_them(
    tmp_path: Path, size: tuple[int, int], panel: int
) -> None:
    """At any size, with a side panel of any width."""
    found = asyncio.run(_regions(tmp_path, size, panel))
    desk = Desk(*size, panel)

    assert found == {
        "TitleBar": desk.title,
        "ArticlePane": desk.pane,
        "SidePanel": desk.side or (0, 0, 0, 0),
        "Hints": desk.hints,
    }


async def _regions(
    folder: Path, size: tuple[int, int], panel: int
) -> dict[str, tuple[int, int, int, int]]:
    source = folder / "a.txt"
    source.write_text("so it goes\n\n" * 100)
    request = Request(str(source), folder)
    app = ReaderApp(request, Settings(panel=panel), request.session())
    async with app.run_test(size=size):
        screen = app.screen
        assert isinstance(screen, ArticleScreen)
        parts = (screen.title_bar, screen.pane, screen.side, screen.hints)
        return {type(part).__name__: (*part.region,) for part in parts}


@pytest.mark.parametrize(
    "kept",
    [
        '{"places": [], "looks": {}}',
        '{"places": {"/a": 5}, "looks": 7}',
        '{"places": {"/a": ["x"]}}',
        '{"places": {"/a": ["x", "y"]}}',
        '["x"]',
        "[" * 100_000,
    ],
)
def test_a_cache_of_another_shape_is_none(
    plain: pytest.MonkeyPatch, tmp_path: Path, kept: str
) -> None:
    """What is wrong in it is passed over, and the rest written anew."""
    path = tmp_path / "reader" / "first-screen.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(kept)

    assert place_in("/a") == 0 and kept_look() is None
    keep_place(__file__, 7)
    assert place_in(__file__) == 7
