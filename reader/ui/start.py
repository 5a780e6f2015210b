"""From the command line into the application, and out of it: what is opened, and how one leaves."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.config import ConfigError, Settings, config_file, load_settings
from reader.ui.first_screen import first_screen
from reader.ui.looks import place_in
from reader.ui.request import Request
from reader.ui.widths import remembered

if TYPE_CHECKING:
    from reader.article import Article
    from reader.library import Library
    from reader.ui.app import ReaderApp

_SCREEN, _ERRORS = 1, 2


def run(
    source: str | None,
    *,
    data_dir: Path,
    as_of: str = "",
    encoding: str = "",
    at: str = "",
    is_offline: bool = False,
) -> int:
    """Open the application on a source, or on the library where there is none.

    On the first run, when the library is empty, the first of the seed articles is opened.

    Raises:
        LoadError: the source cannot be read as an article.
        ConfigError: the settings cannot be used.
    """
    if os.environ.get("TERM", "dumb") == "dumb":
        # Such a terminal promises nothing; shapes and letters tell things apart as well.
        os.environ.setdefault("NO_COLOR", "1")
    settings = remembered(load_settings(), data_dir)
    shelf = _shelf(data_dir) if source is None else None
    sample = _sample() if shelf and not shelf.entries() else ""
    first = source or sample
    is_offline = is_offline or not settings.network
    request = Request(first, data_dir, as_of, encoding, at, is_offline)
    head = request.head() if first else None
    session = request.session() if first and not head else None
    if first == "-":
        _take_keys_from_the_terminal()
    if not os.isatty(_ERRORS):
        # Textual draws on standard error, and it was led into a file.
        os.dup2(_SCREEN, _ERRORS)
    shown = None if at else session.article if session else head
    offset = _left_at(shown) if shown else 0
    with first_screen(shown, offset, settings) as screen:
        # Only now, for most of the time until the application shows something goes into this.
        import asyncio

        from reader.ui.app import ReaderApp

        app = ReaderApp(request, _usable(settings), session, head, welcome=bool(sample))
        app.begins_at, app.first_screen, app.shelf = offset, screen, shelf
        asyncio.run(_until_left(app))
    if app.failure:
        raise app.failure
    return app.return_code or 0


def _left_at(article: Article) -> int:
    offset = place_in(article.source)
    return offset if offset < len(article.text) else 0


async def _until_left(app: ReaderApp) -> None:
    import asyncio

    for number in (signal.SIGTERM, signal.SIGHUP):
        # Whoever ends the program, or closes its window, gets the notes saved all the same.
        asyncio.get_running_loop().add_signal_handler(number, app.exit, None, 128 + number)
    await app.run_async()
    for told in (line for session in app.sessions for line in session.rescue()):
        print(f"reader: {told}", file=sys.stderr)
    if app.failure is None:
        # The notes are on the disk. Python would wait for the threads that still read the
        # article, which may take seconds, and nobody is there to be told.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(app.return_code or 0)


def _shelf(data_dir: Path) -> Library:
    from reader.library import Library

    return Library(data_dir)


def _sample() -> str:
    """The article to begin with where nothing was read before."""
    from reader.loading.seeds import seed_articles

    return str(seed_articles()[0])


def _usable(settings: Settings) -> Settings:
    from reader.ui.usable import faults

    if found := faults(settings):
        raise ConfigError(f"{config_file()}: {'; '.join(found)}")
    return settings


def _take_keys_from_the_terminal() -> None:
    # Standard input was the article; keys come from the terminal that the program runs in.
    terminal = os.open("/dev/tty", os.O_RDONLY)
    os.dup2(terminal, 0)
    os.close(terminal)
