"""The command as a value: what it does, its keys, and when to hint at it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Deed: TypeAlias = Callable[[Any], Coroutine[Any, Any, None] | object]
"""Is given the screen that it is done on: each place has its own."""
ListPlace: TypeAlias = Literal["library", "all-notes"]
Place: TypeAlias = Literal["pane", "panel", ListPlace]
Where: TypeAlias = Literal[Place, "both", "lists", "all"]
Situation: TypeAlias = Literal[
    "reading", "selecting", "on-note", "panel", "page", "notes-page", "outline", ListPlace
]


WHERE: Mapping[Where, str] = {
    "pane": "article",
    "panel": "panel",
    "both": "article, panel",
    "library": "library",
    "all-notes": "all notes",
    "lists": "library, all notes",
    "all": "everywhere",
}
"""Where keys count, in a word or two: one key may do another thing elsewhere."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do; bindings, hints, palette and help all come from it."""

    id: str
    """The name that `[keys]` in the settings uses."""
    keys: str
    """The keys that run it, as `reader.ui.keymap` reads them."""
    title: str
    """What it does, in a few words."""
    run: Deed
    """Does it; a coroutine runs as a worker, so that it may wait for a dialog."""
    group: str
    """The section of the help page."""
    where: Where = "pane"
    """The places in which its keys count."""
    hint: str = ""
    """The word in the bottom line, where the command is worth one."""
    when: tuple[Situation, ...] = ()
    """The situations in which the bottom line names it."""
