"""Rests: long work goes in short stretches, so that the other threads of the program have turns."""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

Rest: TypeAlias = Callable[[], None]
"""Called between two stretches; it returns when the work may go on."""

_STRETCH = 0.001
"""Seconds of work between two rests."""

_Item = TypeVar("_Item")


def breathe() -> None:
    """Let another thread have its turn, where one is ready."""
    time.sleep(0)


def with_rests(items: Iterable[_Item], rest: Rest) -> Iterator[_Item]:
    """The items one by one; between two of them there is a rest when work has gone on for long."""
    rested = time.monotonic()
    for item in items:
        yield item
        if time.monotonic() - rested > _STRETCH:
            rest()
            rested = time.monotonic()
