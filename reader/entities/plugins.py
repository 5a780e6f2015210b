"""Recognisers from outside, by the entry point group `reader.recognisers`.

`$READER_RECOGNISER` names the one to use; without it nothing is looked up, as reading the entry
points takes as long as the whole start of the program's own recogniser.
"""

import os
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeAlias

from reader.entities.labels import Label, Labelled
from reader.entities.tokens import Tokens

GROUP = "reader.recognisers"
VARIABLE = "READER_RECOGNISER"
Recogniser: TypeAlias = Callable[[str, str], Iterable[tuple[int, int, Label]] | None]
"""Text and language to start, end and label of its names; `None` for a language it cannot do."""


class PluginError(Exception):
    """The recogniser that was asked for cannot be used; the message says why."""


def plugged() -> Recogniser | None:
    """The recogniser that `$READER_RECOGNISER` names; `None` where it names none.

    Raises:
        PluginError: no installed package offers it, or a package that it needs is missing.
    """
    name = os.environ.get(VARIABLE, "")
    return _loaded(name) if name else None


@cache
def _loaded(name: str) -> Recogniser:
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP, name=name):
        try:
            recogniser: Recogniser = point.load()()
        except ImportError as error:
            raise PluginError(f"recogniser {name!r}: {error}") from error
        return recogniser
    raise PluginError(f"no installed package offers the recogniser {name!r}")


def on_tokens(tokens: Tokens, spans: Iterable[tuple[int, int, Label]]) -> list[Labelled]:
    """Names as runs of tokens; those that cut a token go."""
    starts = {start: index for index, start in enumerate(tokens.starts)}
    ends = {end: index + 1 for index, end in enumerate(tokens.ends)}
    found: list[Labelled] = []
    for start, end, label in sorted(spans):
        first, last = starts.get(start), ends.get(end)
        if first is not None and last is not None and (not found or found[-1][1] <= first):
            found.append((first, last, label))
    return found
