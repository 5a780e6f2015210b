"""A real pseudo-terminal with a program in it: keys go in as bytes, a screen is read back."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

import pyte
import pytest

ROOT = Path(__file__).parents[2]
LOOKS = ROOT / "reader" / "data" / "looks.json"
HAS_LOOKS = json.loads(LOOKS.read_text("utf-8"))["textual"] == version("textual")
"""Whether the looks that come with the program are of the Textual at hand, and so are drawn."""
needs_looks = pytest.mark.skipif(not HAS_LOOKS, reason="the looks are of another Textual")
_SIZE = ("COLUMNS", "LINES")


class Terminal:
    """A terminal of `size` columns and rows with `command` running in it.

    Args:
        command: the program and its arguments.
        size: columns and rows.
        environment: what the program sees besides this process's environment.
        folder: the working folder; that of this process where none is given.
    """

    def __init__(
        self,
        command: Sequence[str],
        size: tuple[int, int] = (120, 40),
        environment: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        # The size is that of the terminal, whatever the one that the tests run in says of its own.
        outer = {name: each for name, each in os.environ.items() if name not in _SIZE}
        variables = {
            **outer,
            "TERM": "xterm-256color",
            "PYTHONPATH": str(ROOT),
            **(environment or {}),
        }
        self.process, self._handle = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            os.chdir(folder or os.getcwd())
            os.execvpe(command[0], list(command), variables)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()

    def send(self, data: bytes) -> None:
        """Type bytes."""
        os.write(self._handle, data)

    def read(self, seconds: float) -> bytes:
        """What the program writes within a time; returns at once when something came."""
        if not select.select([self._handle], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self._handle, 1 << 16)
        except OSError:
            return b""
        self.raw += data
        # pyte does not know private mode queries and prints what follows them.
        self._stream.feed(data)
        return data

    def rest(self, seconds: float = 0.3) -> None:
        """Read until nothing has come for a time."""
        while self.read(seconds):
            pass

    def wait_for(self, words: str, seconds: float = 20.0) -> None:
        """Read until the screen shows the words.

        Raises:
            TimeoutError: it does not; the message holds the screen.
        """
        end = time.monotonic() + seconds
        while words not in self.text:
            self.read(0.05)
            if time.monotonic() > end:
                raise TimeoutError(f"{words!r} is not on the screen:\n{self.text}")

    @property
    def text(self) -> str:
        """The screen's rows."""
        return "\n".join(row.rstrip() for row in self._screen.display)

    @property
    def flags(self) -> list[object]:
        """What `stty` would say of the terminal."""
        return termios.tcgetattr(self._handle)[:6]

    @property
    def modes(self) -> dict[str, str]:
        """The private modes that the program has set (`h`) or reset (`l`) last, by number."""
        pairs = re.findall(rb"\x1b\[\?([\d;]+)([hl])", self.raw)
        return {number.decode(): end.decode() for number, end in pairs}

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size, as one drags a corner of its window."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """The screen's rows, cell by cell, with their colours."""
        columns, rows = self._screen.columns, self._screen.lines
        return [[self._screen.buffer[y][x] for x in range(columns)] for y in range(rows)]

    def hang_up(self) -> None:
        """Close the terminal, as one closes its window."""
        os.close(self._handle)

    def kill(self) -> None:
        """End the program as a power cut would, and let go of the terminal."""
        try:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            os.close(self._handle)
        except (ProcessLookupError, ChildProcessError, OSError):
            return

    def wait(self) -> int:
        """Read until the program has ended; its exit status."""
        while self.read(10.0):
            pass
        _, status = os.waitpid(self.process, 0)
        return os.waitstatus_to_exitcode(status)


def reader_command(*arguments: str) -> list[str]:
    """The `reader` of this checkout."""
    return [sys.executable, "-m", "reader", *arguments]
