"""Articles that were left: nothing of them stays in memory but what is not saved yet."""

import asyncio
import gc
import weakref
from pathlib import Path

import pytest

from reader.article import Article
from reader.notes.notebook import Notebook
from reader.session import Session
from reader.ui.app import ReaderApp
from reader.ui.messages import OpenSource
from tests.ui.story import Reader, play


def _files(folder: Path) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(4)]
    for number, path in enumerate(paths):
        path.write_text(f"Report {number}: NATO met in Armenia.", "utf-8")
    return paths


async def _open(reader: Reader, path: Path) -> Session:
    reader.pilot.app.post_message(OpenSource(str(path)))
    for _ in range(1000):
        if reader.screen.article.source == str(path):
            break
        await asyncio.sleep(0.005)
    await reader.settled()
    await reader.finished("show")
    await reader.finished("garbage")
    return reader.screen.session


def test_an_article_that_is_left_is_let_go_of(tmp_path: Path) -> None:
    """All but the first, whose screen stays, and the one at hand."""
    first, *others = _files(tmp_path)
    read: list[weakref.ref[Article]] = []

    async def story(reader: Reader) -> None:
        app = reader.pilot.app
        assert isinstance(app, ReaderApp)
        for path in others:
            read.append(weakref.ref((await _open(reader, path)).article))
            await reader.press("h")
        assert len(app.sessions) == 2
        # A thread that saves or reads may hold one for a moment more.
        for _ in range(100):
            gc.collect()
            gone = [each() is None for each in read]
            if gone == [True, True, False]:
                break
            await reader.pilot.pause(0.05)
        assert gone == [True, True, False]

    play(story, tmp_path / "data", first)


def test_an_article_with_notes_to_save_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the disk takes them, or they are rescued."""
    first, second, third, _ = _files(tmp_path)

    async def story(reader: Reader) -> None:
        app = reader.pilot.app
        assert isinstance(app, ReaderApp)
        session = await _open(reader, second)
        await reader.press("h")
        with monkeypatch.context() as stuck:
            stuck.setattr(Notebook, "unsaved", property(lambda book: book.article == session.id))
            await _open(reader, third)
        assert session in app.sessions and len(app.sessions) == 3

    play(story, tmp_path / "data", first)
