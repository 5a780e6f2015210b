"""Every key of the table arrives from a real terminal, in the legacy and the kitty encoding."""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.ui.commands import COMMANDS
from reader.ui.keymap import parse_keys
from reader.ui.keynames import RESERVED, fault_of
from tests.ui.terminal import ROOT, Terminal

pytestmark = pytest.mark.timed

KEYS = sorted({key for command in COMMANDS for keys in parse_keys(command.keys) for key in keys})
NAMED = {
    "tab": b"\t",
    "enter": b"\r",
    "escape": b"\x1b",
    "space": b" ",
    "comma": b",",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "shift+right": b"\x1b[1;2C",
    "shift+left": b"\x1b[1;2D",
    "home": b"\x1b[H",
    "end": b"\x1b[F",
    "pageup": b"\x1b[5~",
    "pagedown": b"\x1b[6~",
    "f1": b"\x1bOP",
}
TMUX = {
    "tab": "Tab",
    "enter": "Enter",
    "escape": "Escape",
    "space": "Space",
    "comma": ",",
    "up": "Up",
    "down": "Down",
    "right": "Right",
    "left": "Left",
    "shift+right": "S-Right",
    "shift+left": "S-Left",
    "home": "Home",
    "end": "End",
    "pageup": "PPage",
    "pagedown": "NPage",
    "f1": "F1",
}


def legacy(key: str) -> bytes:
    """What a terminal has sent for a key since the VT100."""
    if key.startswith("ctrl+"):
        return bytes([ord(key[-1]) & 0x1F])
    return NAMED.get(key) or key.encode()


def kitty(key: str) -> bytes:
    """What a terminal sends in the first mode of kitty's keyboard protocol."""
    if key == "escape":
        return b"\x1b[27u"
    if key.startswith("ctrl+"):
        return f"\x1b[{ord(key[-1])};5u".encode()
    return legacy(key)


@pytest.mark.parametrize("encode", [legacy, kitty])
def test_each_key_arrives_by_its_name(encode: Callable[[str], bytes], tmp_path: Path) -> None:
    """A lone escape needs a moment to be told from a sequence."""
    log = tmp_path / "keys"
    command = [sys.executable, "-m", "tests.ui.key_log", str(log)]
    with Terminal(command) as terminal:
        _until(lambda: b"READY" in terminal.raw, lambda: terminal.read(0.05))
        for key in KEYS:
            terminal.send(encode(key))
            if key == "escape":
                terminal.rest(0.25)
        terminal.send(b"~")
        terminal.wait()

    assert log.read_text().split("\n")[:-1] == KEYS


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_each_key_arrives_under_tmux(tmp_path: Path) -> None:
    """tmux encodes what it is given once more."""
    log = tmp_path / "keys"
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    python = f"cd {ROOT} && {sys.executable} -m tests.ui.key_log {log}"
    subprocess.run([*tmux, "new-session", "-d", "-x", "80", "-y", "24", python], check=True)
    try:
        _until(log.exists)
        for key in KEYS:
            name = TMUX.get(key) or key.replace("ctrl+", "C-")
            literal = ["-l"] if len(name) == 1 else []
            subprocess.run([*tmux, "send-keys", *literal, name], check=True)
            time.sleep(0.6 if key == "escape" else 0.0)
        subprocess.run([*tmux, "send-keys", "-l", "~"], check=True)
        _until(lambda: len(log.read_text().split("\n")) > len(KEYS))
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)

    assert log.read_text().split("\n")[:-1] == KEYS


def test_no_reserved_key_is_bound() -> None:
    """Terminals cannot tell them from others."""

    assert not RESERVED & set(KEYS)
    assert [fault for fault in map(fault_of, KEYS) if fault] == []


def _rest() -> None:
    time.sleep(0.05)


def _until(done: Callable[[], bool], step: Callable[[], object] = _rest) -> None:
    end = time.monotonic() + 20.0
    while not done():
        step()
        assert time.monotonic() < end, "it did not happen"
