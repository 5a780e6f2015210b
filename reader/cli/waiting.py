"""The line that tells a person at a terminal that a long article is still being worked on."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from reader.loading.amount import amount
from reader.session import Session

_AFTER = 1.0
"""Seconds of work before anything is told."""
_PAUSE = 0.2
"""Seconds between two lines."""
_WIPE = "\r\x1b[K"


@contextmanager
def waiting(session: Session) -> Iterator[None]:
    """Tell how long the work on the session's article takes, on a line that is wiped at the end.

    Nothing is told where standard error is no terminal, or where it takes no longer than a second.
    """
    if not sys.stderr.isatty():
        yield
        return
    size = amount(len(session.article.text.encode()), 0)
    began = time.monotonic()
    told = began + _AFTER - _PAUSE

    def tell() -> None:
        nonlocal told
        now = time.monotonic()
        if now - told >= _PAUSE:
            told = now
            line = f"{_WIPE}reading {size}: {now - began:.0f} s; ctrl+c cancels"
            print(line, end="", file=sys.stderr, flush=True)

    before, session.rest = session.rest, tell
    try:
        yield
    finally:
        session.rest = before
        if told > began + _AFTER - _PAUSE:
            print(_WIPE, end="", file=sys.stderr, flush=True)
