"""What a session makes is made once, whoever asks, and nobody waits for another session."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.article import Article, Block
from reader.entities.corrections import Correction
from reader.entities.mention import Recognition
from reader.notes import notebook
from reader.session import Session

TEXT = "Armenia left the bloc, and Belarus stayed."


def _session(folder: Path) -> Session:
    return Session(Article(TEXT, [Block("paragraph", 0, len(TEXT))], source="a"), folder)


def test_two_threads_get_one_notebook_and_a_third_session_does_not_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The lock is the session's own."""
    begun, may_end, open_one = threading.Event(), threading.Event(), notebook.open_notebook

    def slow(directory: Path, article: str) -> notebook.Notebook:
        if directory == tmp_path / "slow":
            begun.set()
            assert may_end.wait(10)
        return open_one(directory, article)

    monkeypatch.setattr(notebook, "open_notebook", slow)
    held, other = _session(tmp_path / "slow"), _session(tmp_path / "other")
    with ThreadPoolExecutor(3) as threads:
        asked = [threads.submit(lambda: held.notebook) for _ in range(2)]
        assert begun.wait(10)
        try:
            free = threads.submit(lambda: other.notebook).result(5)
        finally:
            may_end.set()
        one, two = (each.result(5) for each in asked)

    assert one is two is held.opened_notebook
    assert free is other.notebook is not one


@pytest.mark.timed
def test_a_correction_while_a_worker_recognises_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the worker made without it is made again."""
    session = _session(tmp_path)
    begun, may_end, corrected = threading.Event(), threading.Event(), Session._corrected

    def slow(self: Session, found: Recognition) -> Recognition:
        made = corrected(self, found)
        if not begun.is_set():
            begun.set()
            assert may_end.wait(10)
        return made

    monkeypatch.setattr(Session, "_corrected", slow)
    worker = threading.Thread(target=lambda: session.recognition)
    worker.start()
    assert begun.wait(10)
    start = time.monotonic()
    session.correct(Correction("Armenia", "none"))
    took = time.monotonic() - start
    may_end.set()
    worker.join()

    surfaces = {TEXT[each.start : each.end] for each in session.recognition.mentions}
    assert surfaces == {"Belarus"} and took < 5
