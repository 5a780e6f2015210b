"""What a person at a terminal is told while a long article is worked on."""

import io
import sys
import time
from pathlib import Path

import pytest

from reader.article import Article
from reader.cli.waiting import waiting
from reader.session import Session


class Screen(io.StringIO):
    """Standard error, a terminal or none."""

    is_terminal = True

    def isatty(self) -> bool:
        """Whether it is one."""
        return self.is_terminal


def _told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, seconds: list[float], screen: Screen
) -> str:
    """What is told of work that rests at these seconds."""
    session, clock = Session(Article("x" * 4096, ()), folder), iter([0.0, *seconds])
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", screen)
        patch.setattr(time, "monotonic", lambda: next(clock))
        with waiting(session):
            for _ in seconds:
                session.rest()
    return screen.getvalue()


def test_a_long_work_is_told_of_and_the_line_is_gone_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the first second on, a few times a second."""
    told = _told(tmp_path, monkeypatch, [0.5, 1.1, 1.2, 3.0], Screen())

    lines = [f"reading 4 KB: {number} s; ctrl+c cancels" for number in (1, 3)]
    assert told.split("\r\x1b[K") == ["", *lines, ""]


@pytest.mark.parametrize(("seconds", "is_terminal"), [([0.5, 0.9], True), ([1.1, 9.0], False)])
def test_a_short_work_and_a_pipe_are_told_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: list[float], is_terminal: bool
) -> None:
    """Not even a line to wipe."""
    screen = Screen()
    screen.is_terminal = is_terminal

    assert _told(tmp_path, monkeypatch, seconds, screen) == ""
