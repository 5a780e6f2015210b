"""The clipboard: a desktop's own program is given the text."""

from pathlib import Path

import pytest

from reader.ui.clipboard import clipboard_command, copy_outside


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Wayland desktop whose `wl-copy` writes to a file."""
    script = tmp_path / "wl-copy"
    script.write_text(f"#!/bin/sh\ncat > {tmp_path}/clipboard\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    return tmp_path


def test_the_desktops_program_is_given_the_text(desktop: Path) -> None:
    """Byte for byte, in UTF-8."""
    copy_outside("Да — é\n")

    assert (desktop / "clipboard").read_text("utf-8") == "Да — é\n"


def test_without_a_desktop_there_is_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal on a server has OSC 52 alone."""
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")

    assert clipboard_command() is None
