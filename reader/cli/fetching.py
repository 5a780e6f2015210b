"""How a command opens a source: by the network or without it, telling how a page comes in."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.cli.printing import tell
from reader.library import Library
from reader.loading.amount import amount
from reader.loading.open import Progress, is_address, unheard
from reader.loading.source import local_path
from reader.session import Session

_PAUSE = 0.1
"""Seconds between two lines; a page that comes sooner is not told of."""
_WIPE = "\r\x1b[K"


def opened(source: str, data: Path, as_of: str, encoding: str, is_offline: bool) -> Session:
    """The session of a source or an id; where pages may not be fetched, they are kept copies.

    Raises:
        LoadError: it cannot be read as an article.
        ConfigError: whether pages may be fetched cannot be told.
    """
    source = _known(source, data)
    if not is_address(source):
        return Session.open(source, data, as_of, encoding)
    from reader.config import load_settings

    is_offline = is_offline or not load_settings().network
    with _told() as progress:
        session = Session.open(
            source, data, as_of, encoding, is_offline=is_offline, progress=progress
        )
    if day := session.article.kept_on:
        tell([f"{source}: cannot be fetched now; this is the kept copy of {day}"])
    return session


def _known(source: str, data: Path) -> str:
    """What to open for a source: where it is no file, it may be the id of an article."""
    if source == "-" or is_address(source) or os.path.exists(local_path(source)):
        return source
    entry = Library(data).entry(source)
    return entry.place if entry and entry.place != "-" else source


@contextmanager
def _told() -> Iterator[Progress]:
    """What tells a person at a terminal how much has come, on one line that is wiped at the end."""
    if not sys.stderr.isatty():
        yield unheard
        return
    last = time.monotonic()
    is_shown = False

    def tell(arrived: int, expected: int) -> None:
        nonlocal last, is_shown
        now = time.monotonic()
        if now - last >= _PAUSE:
            last, is_shown = now, True
            line = f"{_WIPE}fetching: {amount(arrived, expected)}; ctrl+c cancels"
            print(line, end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        if is_shown:
            print(_WIPE, end="", file=sys.stderr, flush=True)
