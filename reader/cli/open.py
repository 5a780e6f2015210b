"""The command that opens the application, and what it does where there is no terminal."""

from __future__ import annotations

import gc
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reader.config import data_dir

if TYPE_CHECKING:
    from argparse import Namespace


def open_source(source: str = "") -> int:
    """Open a source, or the library where it is empty, with all else as usual."""
    return _open(source, data_dir(), "", "", "", False)


def open_app(given: Namespace) -> int:
    """`reader open [SOURCE] [--at ID]`."""
    return _open(
        given.source,
        data_dir(given.data_dir),
        given.as_of,
        given.encoding,
        given.at,
        given.no_network,
    )


def _open(source: str, data: Path, as_of: str, encoding: str, at: str, is_offline: bool) -> int:
    is_shown = sys.stdout.isatty()
    source = source or (_piped() if is_shown else "")
    if source != "-" and (at or not _is_there(source)):
        source = _known(source, data, at)
    if not is_shown:
        return _print(source, data, encoding, is_offline)
    # What is loaded now stays to the end: looking through it for garbage only delays the text.
    # The application turns the collector on again once the first screen is painted.
    gc.disable()
    from reader.ui.start import run

    return run(
        source or None,
        data_dir=data,
        as_of=as_of,
        encoding=encoding,
        at=at,
        is_offline=is_offline,
    )


def _piped() -> str:
    """Standard input where something is sent into it, as whoever uses `$PAGER` does."""
    try:
        kind = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError, AttributeError):
        return ""
    return "-" if stat.S_ISFIFO(kind) or stat.S_ISREG(kind) or stat.S_ISSOCK(kind) else ""


def _is_there(source: str) -> bool:
    return not source or "://" in source or Path(source).exists()


def _known(source: str, data: Path, at: str) -> str:
    # A source may also be the id of an article in the library, or of a note on it.
    from reader.cli.shelf import find_source

    return find_source(source, data, at)


def _print(source: str, data: Path, encoding: str, is_offline: bool) -> int:
    # Like a pager: what cannot be paged is passed on as it is.
    if not source:
        from reader.cli.library import print_library

        return print_library(data, "text")
    from reader.cli.read import print_text

    return print_text(source, data, encoding, is_offline)
