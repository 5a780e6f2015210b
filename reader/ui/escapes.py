"""Escape typed just before another key, told from what a terminal sends for one key."""

import re
from collections.abc import Iterator

ESCAPE = "\x1b"
_ALONE = re.compile(r"\x1b(?=[ -NQ-WYZ`acdeg-z{|}~]|\](?!\d)|$)")
_PASTE, _PASTED = "\x1b[200~", "\x1b[201~"
_CUT = re.compile(r"(?:\x1b+(?:\[(?:2(?:0[01]?)?)?)?)?\Z")
"""The end of what has come, as far as it may begin one of those; empty where it does not."""


class Escapes:
    """Parts what comes from a terminal at the escapes that begin nothing.

    A terminal sends escape and a letter for alt and the letter as well. No command needs alt, and
    whoever closes a note with escape and types on would else find the rest of it in the note.
    What begins a sequence of the terminal's own stays with it, as do escape and b or f: option
    and an arrow on a Mac.
    """

    def __init__(self) -> None:
        self._waiting = ""
        self._is_pasting = False

    def parts(self, data: str) -> Iterator[str]:
        """What has come, in order; escapes stand alone. No data: nothing came for a while."""
        typed, self._waiting = self._waiting + data, ""
        # What the end begins may come in a moment; that of a paste comes in any case.
        if (data or self._is_pasting) and (cut := _CUT.search(typed)):
            typed, self._waiting = typed[: cut.start()], cut[0]
        while typed:
            begun = 0 if self._is_pasting else typed.find(_PASTE)
            loose = typed[:begun] if begun >= 0 else typed
            yield from _parted(loose)
            pasted, mark, typed = typed[len(loose) :].partition(_PASTED)
            self._is_pasting = bool(pasted and not mark)
            if pasted or mark:
                yield pasted + mark


def _parted(typed: str) -> Iterator[str]:
    at = 0
    for alone in _ALONE.finditer(typed):
        yield from filter(None, (typed[at : alone.start()], ESCAPE))
        at = alone.end()
    if typed[at:]:
        yield typed[at:]
