"""Looks: what the style sheet came to on this terminal, kept for the next start.

For the first start, those of the program's own theme come with it. Beside the kept ones, the
places where articles were left are kept by their paths, so that the first screen need not wait
for the library.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from typing import Any, TypedDict, cast

from reader.config import Settings, cache_dir, config_file
from reader.ui.stylesheets import stylesheets

_LOOKS, _PLACES = 8, 100
"""How many are kept."""
ALTERING = {"FORCE_COLOR", "TTY_COMPATIBLE"}
"""Variables that colours may depend on, beside those that tell how many a terminal has."""
_TELLING = {"TERM", "COLORTERM", "NO_COLOR", "TERM_PROGRAM"} | ALTERING
_DUMB = ("", "dumb", "unknown")
_SHIPPED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "looks.json")


class Look(TypedDict):
    """The colours of the first screen, as escape codes, and what its last line says."""

    title: list[str]
    """The codes that begin plain and bold text in the first line."""
    hints: list[str]
    """The codes that begin plain text and keys in the last line."""
    keys: list[list[str]]
    """What the last line hints at: each a key and what it does."""
    side: list[str]
    """A line of the side panel while it is empty: its edge as it is drawn, and the codes that
    begin the rest. Empty where the panel was never beside the article."""
    styles: dict[str, str]
    """The codes that begin text in a style, by its component classes, parted by blanks."""


def known_looks(settings: Settings) -> Iterator[Look]:
    """What is known of this terminal's look under these settings, the surest first."""
    if os.environ.get("TERM", "dumb") in _DUMB or os.environ.get("TEXTUAL_DRIVER"):
        return
    for look in (kept_look, partial(shipped_look, settings)):
        if found := look():
            yield found


def kept_look() -> Look | None:
    """The look that an application has left behind under these circumstances, if it is whole."""
    look = _kept()["looks"].get(circumstances())
    is_whole = isinstance(look, dict) and look.keys() >= Look.__annotations__.keys()
    return cast(Look, look) if is_whole else None


def keep_look(look: Look) -> None:
    """Keep the look of this terminal."""
    kept = _kept()
    looks = {key: each for key, each in kept["looks"].items() if key != circumstances()}
    looks[circumstances()] = look
    _keep({**kept, "looks": dict([*looks.items()][-_LOOKS:])})


def shipped_look(settings: Settings) -> Look | None:
    """The look that comes with the program, where nothing but the terminal's colours alters it.

    Under keys of the reader's own it names none: what they are is known to the application.
    """
    found = None if settings.theme or _alterations() else shipped_looks().get(colours())
    return {**found, "keys": []} if found and settings.keys else found


def _alterations() -> list[str]:
    return [name for name in os.environ if name in ALTERING or name.startswith("TEXTUAL_")]


def shipped_looks() -> dict[str, Look]:
    """The looks that come with the program, by `colours`; none for another Textual's themes."""
    with open(_SHIPPED, encoding="utf-8") as file:
        shipped = json.load(file)
    found = find_spec("textual")
    places = found.submodule_search_locations or [] if found else []
    told = f"textual-{shipped['textual']}.dist-info"
    is_ours = any(os.path.isdir(os.path.join(os.path.dirname(each), told)) for each in places)
    looks: dict[str, Look] = shipped["looks"] if is_ours else {}
    return looks


def colours() -> str:
    """How many colours the application takes the terminal to have, and `grey` if none are wanted.

    It goes by the environment, as rich does for it: no terminal is asked.
    """
    told = os.environ.get("COLORTERM", "").strip().lower()
    term = os.environ.get("TERM", "").strip().lower()
    many = "truecolor" if told in ("truecolor", "24bit") else "16"
    if many == "16" and term.rpartition("-")[2] in ("256color", "kitty"):
        many = "256"
    return f"{many} grey" if "NO_COLOR" in os.environ else many


def place_in(source: str) -> int:
    """Where the file was left, in code points; 0 where that is not known or the file is new."""
    mark, offset = _kept()["places"].get(source, ("", 0))
    return int(offset) if mark and mark == mark_of(source) else 0


def keep_place(source: str, offset: int) -> None:
    """Keep where a file was left; what is no file has no place to go on from."""
    mark = mark_of(source)
    if not mark:
        return
    kept = _kept()
    places = {path: place for path, place in kept["places"].items() if path != source}
    places[source] = (mark, offset)
    _keep({**kept, "places": dict([*places.items()][-_PLACES:])})


def circumstances() -> str:
    """All that a look depends on: the terminal, the settings, the style sheets."""
    told = [
        f"{key}={value}"
        for key, value in os.environ.items()
        if key in _TELLING or key.startswith("TEXTUAL_")
    ]
    files = [
        mark_of(str(path)) for path in (config_file(), *stylesheets(), os.path.dirname(__file__))
    ]
    return " ".join((*sorted(told), *files))


def mark_of(path: str) -> str:
    """What tells one state of a file from the next; empty where there is no such file."""
    with suppress(OSError):
        found = os.stat(path)
        return f"{found.st_size}-{found.st_mtime_ns}"
    return ""


def _file() -> str:
    return os.path.join(cache_dir(), "first-screen.json")


def _kept() -> dict[str, Any]:
    """What is in the file, as far as it has the shape that is written there."""
    with suppress(OSError, ValueError, RecursionError), open(_file(), encoding="utf-8") as file:
        read = json.load(file)
        kept = read if isinstance(read, dict) else {}
        looks, places = (kept.get(name) for name in ("looks", "places"))
        return {
            "looks": looks if isinstance(looks, dict) else {},
            "places": {
                path: place
                for path, place in (places.items() if isinstance(places, dict) else ())
                if isinstance(place, list) and [*map(type, place)] == [str, int]
            },
        }
    return {"looks": {}, "places": {}}


def _keep(kept: dict[str, Any]) -> None:
    # Another window may write at the same time; what one of them loses is worked out again.
    with suppress(OSError):
        os.makedirs(cache_dir(), exist_ok=True)
        new = f"{_file()}.{os.getpid()}"
        with open(new, "w", encoding="utf-8") as file:
            json.dump(kept, file)
        os.replace(new, _file())
