"""Pace: what works in the background waits for a moment while a key is at work."""

import time
from threading import Event

from reader.text.rests import breathe

_LONGEST = 0.1
"""Seconds that a key is waited for: it may itself wait for what is worked out."""


class Pace:
    """Tells workers, when they rest, whether to go on.

    Python runs one thread at a time, and changes between two that both have work every half a
    millisecond. A key, which is many small steps, took two or three times as long beside a worker.
    """

    def __init__(self) -> None:
        self._is_free = Event()
        self._until = 0.0

    def hold(self) -> None:
        """Let workers wait at their next rest."""
        self._until = time.monotonic() + _LONGEST
        self._is_free.clear()

    def let_go(self) -> None:
        """Let them go on."""
        self._is_free.set()

    def rest(self) -> None:
        """Wait, in a worker, until no key is at work any more."""
        breathe()
        left = self._until - time.monotonic()
        if left > 0:
            self._is_free.wait(left)
