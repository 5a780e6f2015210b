"""The thread that makes changes durable, so that no key press waits for the disk."""

import threading
from collections.abc import Callable

RETRY = 2.0
"""Seconds between two attempts while the disk refuses."""
FAULTS = (OSError, ValueError, TypeError, LookupError, AttributeError, RuntimeError, MemoryError)
"""What a thread must tell of: one that dies leaves its work undone without a word."""


class Saver:
    """Runs `save` in the background whenever asked; asks that come meanwhile are one.

    Args:
        save: makes durable all that is not yet; called by one thread at a time.
        told: called with what stands in the way when that changes, empty for nothing.
    """

    def __init__(self, save: Callable[[], None], told: Callable[[str], None]) -> None:
        self.trouble = ""
        self._save = save
        self._told = told
        self._turn = threading.Lock()
        self._asked = threading.Event()
        self._thread: threading.Thread | None = None
        self._stopped = False

    def ask(self) -> None:
        """Save soon."""
        self._asked.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="note saver", daemon=True)
            self._thread.start()

    def flush(self, timeout: float) -> bool:
        """Save now, and say whether everything is durable; waits at most `timeout` seconds."""
        if not self._turn.acquire(timeout=timeout):
            return False
        try:
            return self._attempt()
        finally:
            self._turn.release()

    def stop(self) -> None:
        """End the thread; what is asked from now on is done by `flush` alone."""
        self._stopped = True
        self._asked.set()

    def _run(self) -> None:
        while not self._stopped:
            self._asked.wait(RETRY if self.trouble else None)
            self._asked.clear()
            with self._turn:
                self._attempt()

    def _attempt(self) -> bool:
        try:
            self._save()
        except FAULTS as error:
            self._say(reason(error))
            return False
        self._say("")
        return True

    def _say(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self._told(trouble)


def reason(error: Exception) -> str:
    """What went wrong, without the number that the system gives it."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    if isinstance(error, LookupError | AttributeError | TypeError | RuntimeError):
        return f"{type(error).__name__}: {error}"
    return str(error) or type(error).__name__
