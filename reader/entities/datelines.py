"""The place in capitals that a report begins with: `KUANTAN: Police said …`."""

from collections.abc import Sequence

from reader.entities.labels import Labelled
from reader.entities.scene import Scene
from reader.entities.tokens import BEGIN, END

_LONGEST = 3
"""The most words of such a place."""
_LEAST = 5
"""The fewest letters of one that is in no list of towns."""
_FAR = 8
"""How far behind it the mark may stand that ends a dateline with a date or an agency in it."""
_ENDS = frozenset(":–—")
_GOES_ON = frozenset(",(")


def with_dateline(scene: Scene, tagged: Sequence[Labelled]) -> list[Labelled]:
    """The tagged names once more, with the place of the dateline where it is not known."""
    found: list[Labelled] = [
        (first, end, "LOC")
        for first in scene.tokens.capitals
        if scene.tokens.words[first - 1] == BEGIN
        and (end := _after_capitals(scene.tokens.words, first))
        and _ends(scene.tokens.words, end)
        and _names_place(scene, first, end)
    ]
    if not found:
        return list(tagged)
    taken = {at for first, last, _ in found for at in range(first, last)}
    return sorted([*found, *(span for span in tagged if span[0] not in taken)])


def _after_capitals(words: Sequence[str], first: int) -> int:
    """The token after those in capitals from a token on; 0 for none."""
    end = first
    while end < first + _LONGEST and words[end].isalpha() and words[end].isupper():
        end += 1
    return end if end > first else 0


def _ends(words: Sequence[str], end: int) -> bool:
    """Whether a dateline ends at a token, or after a date or an agency's name from there."""
    if words[end] in _ENDS:
        return True
    if words[end] not in _GOES_ON:
        return False
    after = words[end : end + _FAR]
    return not _ENDS.isdisjoint(after[: after.index(END)] if END in after else after)


def _names_place(scene: Scene, first: int, end: int) -> bool:
    """Whether the words are none that stand in capitals before a colon for another reason."""
    words = scene.tokens.words[first:end]
    if any(known[2:] not in ("", "P") for known in scene.known[first:end]):
        return False
    classes = scene.words.classes(words[0])
    listed = "town" in classes or "place" in classes
    long = len(words) > 1 or len(words[0]) >= _LEAST
    return (listed or long) and all(word.lower() not in scene.words.small for word in words)
