"""The card of the first run: the keys that it names do what they say."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Static

from reader.config import Settings
from reader.ui.app import ReaderApp
from reader.ui.dialogs.editor import NoteEditor
from reader.ui.dialogs.welcome import Welcome
from reader.ui.panels.page import Page
from reader.ui.request import Request
from reader.ui.screens.help import HelpScreen
from tests.ui.story import SEED, Reader


def _greeted(
    data_dir: Path,
    keys: list[str],
    check: Callable[[Reader], None],
    settings: Settings | None = None,
) -> str:
    """Press keys while the card is open; what it names."""
    request = Request(str(SEED), data_dir)
    app = ReaderApp(request, settings or Settings(), request.session(), welcome=True)

    async def run() -> str:
        async with app.run_test(size=(100, 30)) as pilot:
            reader = Reader(pilot)
            await reader.settled()
            assert isinstance(app.screen, Welcome)
            told = str(app.screen.query(Static)[1].content)
            await reader.press(*keys)
            assert not isinstance(app.screen, Welcome)
            check(reader)
            return told

    return asyncio.run(run())


def _is_at(reader: Reader) -> str:
    return reader.screen.quote(reader.screen.pane.selection)


def _is_second(reader: Reader) -> None:
    assert _is_at(reader).startswith("CSTO, yang dianggap")


def _is_name(reader: Reader) -> None:
    assert len(_is_at(reader)) < 60 and reader.screen.pane.cursor.unit == "entity"


def _is_marked(reader: Reader) -> None:
    assert len(reader.screen.known.annotations) == 1


def _is_editor(reader: Reader) -> None:
    assert isinstance(reader.pilot.app.screen, NoteEditor)


def _is_panel(reader: Reader) -> None:
    assert isinstance(reader.screen.focused, Page)


def _is_help(reader: Reader) -> None:
    assert isinstance(reader.pilot.app.screen, HelpScreen)


def _is_untouched(reader: Reader) -> None:
    assert reader.pilot.app.screen is reader.screen
    assert reader.screen.pane.cursor.point == 0 and not reader.screen.known.annotations


KEYS = {
    ".": (["."], _is_second),
    "] e": (["]", "e"], _is_name),
    "h": (["h"], _is_marked),
    "a": (["a"], _is_editor),
    "tab": (["tab"], _is_panel),
    "?": (["?"], _is_help),
    "q": (["q"], _is_untouched),
    "escape": (["escape"], _is_untouched),
}


@pytest.mark.parametrize(("keys", "check"), KEYS.values(), ids=KEYS)
def test_a_key_on_the_card_closes_it_and_is_obeyed(
    tmp_path: Path, keys: list[str], check: Callable[[Reader], None]
) -> None:
    """One that the card does not name closes it and does nothing else."""
    _greeted(tmp_path, keys, check)


OWN = {"sentence.next": "J, right", "entity.next": "g x", "highlight": "ctrl+t", "help": ""}
OWN_KEYS = {
    "J": (["J"], _is_second),
    "g x": (["g", "x"], _is_name),
    "ctrl+t": (["ctrl+t"], _is_marked),
    ".": (["."], _is_untouched),
    "]": (["]"], _is_untouched),
    "h": (["h"], _is_untouched),
    "?": (["?"], _is_untouched),
}


@pytest.mark.parametrize(("keys", "check"), OWN_KEYS.values(), ids=OWN_KEYS)
def test_the_card_goes_by_the_keys_of_the_settings(
    tmp_path: Path, keys: list[str], check: Callable[[Reader], None]
) -> None:
    """It names them, and obeys no others; what has none is not on it."""
    told = _greeted(tmp_path, keys, check, Settings(keys=OWN))

    assert told.splitlines() == [
        "J ,    next and previous sentence",
        "g x    next person, organisation, state, place or date",
        "^t     highlight the sentence",
        "a      write a note about it",
        "tab    the member states of the organisations named",
    ]
