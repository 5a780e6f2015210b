"""Looks: what the style sheet came to on this terminal, kept for the next start.

Beside them the places where articles were left are kept by their paths, so that the first screen
need not wait for the library.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import Any, TypedDict

from reader.config import cache_dir, config_file
from reader.ui.stylesheets import stylesheets

_LOOKS, _PLACES = 8, 100
"""How many are kept."""
_TELLING = {"TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "TERM_PROGRAM"}


class Look(TypedDict):
    """Where things stand on the first screen, and in which colours, as escape codes."""

    width: int
    """The columns of the screen."""
    pane: list[int]
    """The article's region: column, row, width, height."""
    title: list[str]
    """The codes that begin plain and bold text in the first line."""
    hints: tuple[int, str]
    """The row of the hints, and that line."""
    side: tuple[int, int, int, str] | None
    """The side panel's column, row, height, and each of its lines while it is empty."""
    styles: dict[str, str]
    """The codes that begin text in a style, by its component classes, parted by blanks."""


def known_look(panel: int) -> Look | None:
    """The look of this terminal at this size and width of the side panel, where it is known."""
    if os.environ.get("TERM", "dumb") == "dumb" or os.environ.get("TEXTUAL_DRIVER"):
        return None
    if not os.isatty(2):
        return None
    look: Look | None = _kept().get("looks", {}).get(circumstances(panel))
    return look


def keep_look(look: Look, panel: int) -> None:
    """Keep the look of this terminal at this size and width of the side panel."""
    kept = _kept()
    looks = {**kept.get("looks", {}), circumstances(panel): look}
    _keep({**kept, "looks": dict([*looks.items()][-_LOOKS:])})


def place_in(source: str) -> int:
    """Where the file was left, in code points; 0 where that is not known or the file is new."""
    mark, offset = _kept().get("places", {}).get(source, ("", 0))
    return int(offset) if mark and mark == mark_of(source) else 0


def keep_place(source: str, offset: int) -> None:
    """Keep where a file was left; what is no file has no place to go on from."""
    mark = mark_of(source)
    if not mark:
        return
    kept = _kept()
    places = {path: place for path, place in kept.get("places", {}).items() if path != source}
    places[source] = (mark, offset)
    _keep({**kept, "places": dict([*places.items()][-_PLACES:])})


def circumstances(panel: int) -> str:
    """All that a look depends on: terminal, size, settings, style sheets, the panel's width."""
    size = os.get_terminal_size(2)
    told = [
        f"{key}={value}"
        for key, value in os.environ.items()
        if key in _TELLING or key.startswith("TEXTUAL_")
    ]
    files = [
        mark_of(str(path)) for path in (config_file(), *stylesheets(), os.path.dirname(__file__))
    ]
    return " ".join((f"{size.columns}x{size.lines}", *sorted(told), *files, f"panel={panel}"))


def mark_of(path: str) -> str:
    """What tells one state of a file from the next; empty where there is no such file."""
    with suppress(OSError):
        found = os.stat(path)
        return f"{found.st_size}-{found.st_mtime_ns}"
    return ""


def _file() -> str:
    return os.path.join(cache_dir(), "first-screen.json")


def _kept() -> dict[str, Any]:
    with suppress(OSError, ValueError), open(_file(), encoding="utf-8") as file:
        kept = json.load(file)
        return kept if isinstance(kept, dict) else {}
    return {}


def _keep(kept: dict[str, Any]) -> None:
    # Another window may write at the same time; what one of them loses is worked out again.
    with suppress(OSError):
        os.makedirs(cache_dir(), exist_ok=True)
        new = f"{_file()}.{os.getpid()}"
        with open(new, "w", encoding="utf-8") as file:
            json.dump(kept, file)
        os.replace(new, _file())
