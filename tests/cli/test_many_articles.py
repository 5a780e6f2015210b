"""More articles with notes than files may be open at once: every one is read, none is held."""

from __future__ import annotations

import gc
import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.article import Span
from reader.cli.main import main
from reader.notes import glance as looking
from reader.session import Session
from reader.standing import standing

COUNT = 24
SPARE = 16
"""So many more files may be open than there are."""


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The paths of the articles; what nobody closes stays open, for nothing is collected."""
    monkeypatch.setenv("READER_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr(os, "fsync", lambda _: None)
    paths = []
    for number in range(COUNT):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"Article {number} is about NATO and its members.\n")
        session = Session.open(str(paths[-1]), tmp_path / "data")
        session.annotate(Span(0, 7), body=f"on {number}")
        session.close()
    limits, now = resource.getrlimit(resource.RLIMIT_NOFILE), len(os.listdir("/proc/self/fd"))
    gc.disable()
    resource.setrlimit(resource.RLIMIT_NOFILE, (now + SPARE, limits[1]))
    yield list(map(str, paths))
    resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    gc.enable()


def test_all_are_read(
    sources: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the doctor, the listing, the export, and the look at how notes stand."""
    told = []
    for line in (["doctor"], ["notes"], ["export", "--to", "jsonl"]):
        assert main(line) == 0
        told.append(capsys.readouterr().out)
    found = [standing(source, tmp_path / "data") for source in sources]

    assert f"{COUNT} on {COUNT} articles" in told[0]
    assert [each.count("on ") >= COUNT for each in told[1:]] == [True, True]
    assert [list(each.values()) for each in found] == [["ok"]] * COUNT


def test_what_cannot_be_read_is_counted(
    sources: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And is no success."""
    glance, left = looking.glance, [1, 2, 3]

    def refuse(directory: Path, article: str) -> looking.Glance:
        if left:
            raise OSError(f"Too many open files {left.pop()}")
        return glance(directory, article)

    monkeypatch.setattr(looking, "glance", refuse)

    assert main(["doctor"]) == 1
    assert "BAD    notes" in (out := capsys.readouterr().out)
    assert f"{COUNT - 3} on {COUNT - 3} articles" in out and "3 more cannot be read" in out
