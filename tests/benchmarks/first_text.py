"""Times a terminal program from its start to its first text, in a pseudo-terminal."""

import fcntl
import os
import pty
import resource
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FirstText:
    """What it took until the text was written to the terminal."""

    wall: float
    """Seconds from the start of the process."""
    cpu: float
    """Seconds of processor time of the process and its children, up to its end."""


def first_text(
    command: Sequence[str], text: str, environment: Mapping[str, str], patience: float = 30.0
) -> FirstText:
    """Run `command` in an 120 by 40 terminal until `text` is written, then end it.

    Raises:
        TimeoutError: the text was not written within `patience` seconds.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execvpe(command[0], list(command), dict(environment))
    try:
        wall = _wait(terminal, text.encode(), begun, patience)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return FirstText(wall, cpu)


def _wait(terminal: int, text: bytes, begun: float, patience: float) -> float:
    seen = b""
    while time.perf_counter() - begun < patience:
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
        try:
            seen += os.read(terminal, 65536)
        except OSError:
            break
        if text in seen:
            return time.perf_counter() - begun
    raise TimeoutError(f"{text!r} was not shown")
