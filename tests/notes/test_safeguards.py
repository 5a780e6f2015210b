"""Kills, writers at once and torn files, in short: and each safeguard taken away is missed."""

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import pytest

from reader.notes import files, storage
from reader.notes.merge import successor
from reader.notes.store import ArticleStore

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def _forked(work: Callable[[], object]) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def _write(folder: Path, writer: int, count: int, acknowledged: int) -> None:
    """Save notes one after another, and name each once it is said to be durable."""
    store = ArticleStore(folder, "article")
    for number in range(count):
        store.save([{"id": f"{writer}-{number}", "body": "words " * 300}])
        os.write(acknowledged, f"{writer}-{number}\n".encode())


def _lost_by_a_kill(folder: Path, delay: float) -> bool:
    """Whether an acknowledged note is missing after the writer was killed."""
    reading, writing = os.pipe()
    child = _forked(lambda: _write(folder, 0, 500, writing))
    os.close(writing)
    with os.fdopen(reading, "rb") as acks:
        first = acks.readline()
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        named = {line.decode().strip() for line in (first, *acks) if line.endswith(b"\n")}
    return not named <= ArticleStore(folder, "article").load().keys()


def _kills(folder: Path, runs: int) -> int:
    chance = random.Random(1)
    return sum(_lost_by_a_kill(folder / str(run), chance.random() / 50) for run in range(runs))


def _lost_by_writers(folder: Path) -> int:
    """How many of the notes of two writers at once are missing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    children = [_forked(partial(_write, folder, writer, 30, nowhere)) for writer in (1, 2)]
    for child in children:
        os.waitpid(child, 0)
    os.close(nowhere)
    return 60 - len(ArticleStore(folder, "article").load())


def _lost_by_a_torn_file(folder: Path) -> bool:
    """Whether a note is missing, or has an older text, after the file was cut off."""
    store = ArticleStore(folder, "article")
    saved = store.save([{"id": str(number), "body": "one"} for number in range(9)])
    saved = store.save([successor(each, {"body": "two"}) for each in saved.values()])
    store.close()
    main = folder / "article.json"
    main.write_bytes(main.read_bytes()[: main.stat().st_size // 2])
    return ArticleStore(folder, "article").load() != saved


def test_no_kill_loses_a_note(tmp_path: Path) -> None:
    """Whenever it comes."""
    assert _kills(tmp_path, 8) == 0


def test_a_store_that_writes_in_place_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a kill while it writes."""

    def write_over(path: Path, data: bytes) -> None:
        with open(path, "wb", buffering=0) as file:
            for start in range(0, len(data), 256):
                file.write(data[start : start + 256])

    monkeypatch.setattr(files, "replace", write_over)
    monkeypatch.setattr(files, "replace_soon", lambda path, data: None)

    assert _kills(tmp_path, 30) > 0


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Two processes on one article."""
    assert _lost_by_writers(tmp_path) == 0


def test_a_store_without_a_lock_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By two processes on one article, some time or other: on a busy machine one may go first."""
    monkeypatch.setattr(storage, "locked", lambda lock: nullcontext())
    folders = (tmp_path / str(attempt) for attempt in range(10))

    assert any(_lost_by_writers(folder) for folder in folders)


def test_a_torn_file_loses_nothing(tmp_path: Path) -> None:
    """Its mirror has all of it."""
    assert not _lost_by_a_torn_file(tmp_path)


def test_a_store_without_a_mirror_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a torn file."""
    monkeypatch.setattr(files, "replace_soon", lambda path, data: None)

    assert _lost_by_a_torn_file(tmp_path)
