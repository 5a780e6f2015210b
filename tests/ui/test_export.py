"""The export dialog: every format is shown before it is written, and the choice is remembered."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.widgets import Input, Static

from reader.config import Settings
from reader.exchange.files import Written, write
from reader.exchange.folder import Folder
from reader.exchange.ways import WAYS, Way
from reader.ui.dialogs.export import ExportDialog, Offer
from tests.ui.story import Reader, play


def _shown(reader: Reader) -> tuple[str, str, str]:
    """The title, the beginning of the text and the path of the dialog."""
    dialog = reader.pilot.app.screen
    assert isinstance(dialog, ExportDialog)
    title, preview = (
        str(dialog.query_one(name, Static).content) for name in (".title", ".preview")
    )
    return title, preview, dialog.query_one(Input).value


async def _followed(reader: Reader, folder: Path, words: str) -> None:
    """Wait until a file of the folder has the words: two seconds at most."""
    for _ in range(100):
        await reader.pilot.pause(0.02)
        if any(words in path.read_text("utf-8") for path in folder.glob("*.md")):
            return
    raise AssertionError("two seconds have gone")


def test_each_format_is_shown_and_the_last_is_remembered(tmp_path: Path) -> None:
    """With where it went; the clipboard has what is shown, and the settings' folder follows."""
    followed = Settings(export={"folder": str(tmp_path / "vault")}, auto_export=True)

    async def first(reader: Reader) -> None:
        await reader.press("a")
        await reader.type("Enam?")
        await reader.press("escape")
        await _followed(reader, tmp_path / "vault", "Enam?")
        await reader.press("x")
        seen = []
        for _ in WAYS:
            seen.append(_shown(reader))
            await reader.press("tab")
            await reader.finished("offer")
        assert (
            len({title for title, _, _ in seen}) == len({text for _, text, _ in seen}) == len(WAYS)
        )
        assert _shown(reader) == seen[0]
        await reader.press("tab", "ctrl+y")
        await reader.finished("offer")
        assert reader.pilot.app.clipboard == _shown(reader)[1]
        assert "reader:end" not in reader.pilot.app.clipboard
        await reader.press("ctrl+u")
        await reader.type(f"{tmp_path}/mine.md\n")

    async def second(reader: Reader) -> None:
        await reader.press("x")
        title, text, path = _shown(reader)
        assert (title, path) == ("Export as Markdown for Obsidian", f"{tmp_path}/mine.md")
        assert text in (tmp_path / "mine.md").read_text("utf-8")
        await reader.press("tab")
        await reader.finished("offer")
        assert Path(_shown(reader)[2]).parent == tmp_path
        await reader.press("escape")

    play(first, tmp_path / "data", settings=followed)
    play(second, tmp_path / "data")


def test_threads_look_and_write_and_the_last_format_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder is looked through once; enter waits for the path of the format asked for last."""
    threads: list[str] = []
    vault, where = tmp_path / "vault", threading.current_thread

    def look(folder: Folder) -> Iterator[Path]:
        threads.append(f"look {where() is threading.main_thread()}")
        yield from ()

    def words(way: Way, *given: object) -> str:
        threads.append(f"render {where() is threading.main_thread()}")
        time.sleep(0.03)
        return way.title

    def put(*given: Any) -> list[Written]:
        threads.append(f"write {where() is threading.main_thread()}")
        return write(*given)

    async def story(reader: Reader) -> None:
        await reader.press("h", "x")
        for key in ("tab", "tab", "shift+tab", "shift+tab", "shift+tab", "enter"):
            reader.pilot.app.post_message(events.Key(key, None))
        await reader.done()
        await reader.finished("deed")

    monkeypatch.setattr(Folder, "_files", look)
    monkeypatch.setattr(Way, "words", words)
    monkeypatch.setattr("reader.exchange.files.write", put)
    play(story, tmp_path / "data", settings=Settings(export={"folder": str(vault)}))

    assert [path.suffix for path in vault.iterdir()] == [".jsonl"]
    assert {*threads} == {"look False", "render False", "write False"}
    assert threads.count("look False") == 1


def test_a_dialog_may_be_closed_before_it_is_there(tmp_path: Path) -> None:
    """After any number of steps of the program, and while another format is made."""
    offer = Offer(WAYS[0], "words", tmp_path / "a.md")

    async def story(reader: Reader) -> None:
        app = reader.pilot.app
        for steps in range(40):
            app.push_screen(ExportDialog(offer, lambda way: Offer(way, "others", offer.path)))
            for _ in range(steps):
                await asyncio.sleep(0)
            if app.screen.query(Input):
                app.screen.call_later(app.screen.run_action, "turn(1)")
            app.pop_screen()
            await asyncio.sleep(0)
        await reader.done()

        assert app.is_running and app.screen is reader.screen

    play(story, tmp_path)
