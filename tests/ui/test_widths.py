"""Widths chosen by key are the reader's: kept beside the notes, not in the cache."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reader.config import Settings, config_file
from reader.ui import widths
from reader.ui.widths import keep, remembered
from tests.ui.story import Reader, play

CHOSEN = Settings(measure=90, panel=30)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def _widths(data_dir: Path) -> tuple[int, int]:
    found = remembered(Settings(), data_dir)
    return found.measure, found.panel


def test_they_are_written_when_keys_rest_or_the_program_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, however many keys there were."""
    written = []

    def count(settings: Settings, data_dir: Path) -> None:
        written.append((settings.measure, settings.panel))
        keep(settings, data_dir)

    async def story(reader: Reader) -> None:
        await reader.press(*"))))")
        reader.screen.choose_widths(90, 30)
        await reader.done()

    monkeypatch.setattr(widths, "_REST", 9)
    monkeypatch.setattr(widths, "keep", count)
    play(story, tmp_path)

    assert written == [(90, 30)]
    assert _widths(tmp_path) == (90, 30)


def test_the_settings_count_again_once_they_are_written(tmp_path: Path) -> None:
    """What was chosen before is of another day."""
    keep(CHOSEN, tmp_path)
    before = _widths(tmp_path)
    os.makedirs(config_file().parent, exist_ok=True)
    config_file().write_text("")

    assert (before, _widths(tmp_path)) == ((90, 30), (72, 42))


ODD = ["", "[", "[1]", "{}", "5", '{"settings": "", "measure": [], "panel": 30}']


@pytest.mark.parametrize("odd", ODD)
def test_a_damaged_memory_is_none(tmp_path: Path, odd: str) -> None:
    """The next choice makes it whole."""
    (tmp_path / "widths.json").write_text(odd)
    before = _widths(tmp_path)
    keep(CHOSEN, tmp_path)

    assert (before, _widths(tmp_path)) == ((72, 42), (90, 30))


def test_they_stay_within_their_limits(tmp_path: Path) -> None:
    """Whatever the file says."""
    keep(CHOSEN, tmp_path)
    held = json.loads((tmp_path / "widths.json").read_text())
    (tmp_path / "widths.json").write_text(json.dumps({**held, "measure": 9999, "panel": -1}))

    assert _widths(tmp_path) == (120, 24)
