"""Leaving in a real terminal: at once, with everything kept and the terminal as it was."""

import os
import pty
import signal
import sys
import termios
import time
from pathlib import Path
from statistics import median

import pytest

from tests.ui.terminal import ROOT, Terminal, reader_command

pytestmark = pytest.mark.timed

SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"
ON = {"7": "h", "25": "h"}
"""The private modes that are on in a fresh terminal: lines wrap, the cursor is seen."""


def _open(folder: Path) -> Terminal:
    environment = {"HOME": str(folder), "READER_DATA_DIR": str(folder / "data")}
    terminal = Terminal(reader_command(str(SEED)), environment=environment)
    terminal.wait_for("6 members")
    terminal.rest()
    return terminal


def _fresh_flags() -> list[object]:
    ours, theirs = pty.openpty()
    flags = termios.tcgetattr(ours)[:6]
    os.close(ours)
    os.close(theirs)
    return flags


def _notes(folder: Path) -> int:
    [notes] = (folder / "data" / "notes").glob("*.json")
    return notes.read_text().count('"motivation"')


@pytest.mark.parametrize(("key", "status"), [(b"q", 0), (b"\x11", 0)])
def test_the_terminal_is_as_it_was(tmp_path: Path, key: bytes, status: int) -> None:
    """Flags, alternate screen, cursor, mouse, paste and line wrap, by q and by ctrl+q."""
    with _open(tmp_path) as terminal:
        terminal.send(key)
        left = terminal.wait(), terminal.flags
        modes = {number: ON.get(number, "l") for number in terminal.modes}

        assert (status, _fresh_flags(), modes) == (*left, terminal.modes)


def test_a_note_made_just_before_leaving_is_there(tmp_path: Path) -> None:
    """The two keys arrive together."""
    with _open(tmp_path) as terminal:
        terminal.send(b"1q")
        terminal.wait()

        assert _notes(tmp_path) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_as_a_key_does(tmp_path: Path, number: signal.Signals) -> None:
    """The note is kept, the terminal restored, and the status tells of the signal."""
    with _open(tmp_path) as terminal:
        terminal.send(b"1")
        terminal.read(0.2)
        os.kill(terminal.process, number)
        left = terminal.wait(), terminal.flags

        assert (128 + number, _fresh_flags()) == left
        assert _notes(tmp_path) == 1


def test_a_closed_window_keeps_the_notes(tmp_path: Path) -> None:
    """The terminal goes away; the program saves and ends."""
    terminal = _open(tmp_path)
    terminal.send(b"1")
    terminal.read(0.2)
    terminal.hang_up()

    assert os.waitpid(terminal.process, 0)[0] == terminal.process
    assert _notes(tmp_path) == 1


def test_the_editor_gets_the_keyboard_to_itself(tmp_path: Path) -> None:
    """Suspending gives the terminal up, and coming back takes it again."""
    with _open(tmp_path) as terminal:
        os.kill(terminal.process, signal.SIGTSTP)
        terminal.rest(0.5)
        given_up = terminal.flags
        os.kill(terminal.process, signal.SIGCONT)
        terminal.rest(0.5)
        terminal.send(b"?")
        terminal.wait_for("Next sentence")

        assert _fresh_flags() == given_up


@pytest.mark.slow
def test_leaving_takes_no_time(tmp_path: Path) -> None:
    """From the key to the end of the process, beside an app with Textual's own driver."""
    bare = [sys.executable, "-m", "tests.benchmarks.bare_app", str(SEED)]
    took: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(5):
        took["ours"].append(_leaving_time(_open(tmp_path), b"q"))
        terminal = Terminal(bare)
        terminal.wait_for("PERSPEKTIF")
        took["bare"].append(_leaving_time(terminal, b"\x11"))
    ours, stock = median(took["ours"]), median(took["bare"])
    print(f"\nleaving: {1000 * ours:.0f} ms, a bare app {1000 * stock:.0f} ms")

    assert ours <= stock / 2.5


def _leaving_time(opened: Terminal, key: bytes) -> float:
    with opened as terminal:
        terminal.rest(1.0)
        begun = time.perf_counter()
        terminal.send(key)
        terminal.wait()
        return time.perf_counter() - begun
