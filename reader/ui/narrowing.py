"""Which choices of a list answer to what is typed, the nearest first."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache


@lru_cache(maxsize=16_384)
def folded(words: str) -> str:
    """Words without what keyboards differ in: capitals and accents."""
    parted = unicodedata.normalize("NFKD", words.casefold())
    # What a sign is parted into may be capitals, and what these are folded into has accents.
    parted = unicodedata.normalize("NFKD", parted.casefold())
    return "".join(each for each in parted if not unicodedata.combining(each))


def distance(typed: str, label: str, names: Sequence[str] = ()) -> int | None:
    """How far a choice is from what is typed: 0 is the nearest; None where it does not answer.

    A code goes before names, whole names before beginnings, and what is shown before the rest.

    Args:
        typed: folded.
        label: what is shown of the choice.
        names: what else it is called, its code first.
    """
    called = [folded(each) for each in (*names, label)]
    if typed in called:
        return 0 if typed == called[0] else 1
    if called[-1].startswith(typed):
        return 2
    if any(each.startswith(typed) for each in called):
        return 3
    return 4 if any(typed in each for each in called) else None
