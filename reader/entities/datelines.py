"""The place in capitals that a report begins with: `KUANTAN: Police said …`."""

from collections.abc import Sequence

from reader.entities.labels import Labelled
from reader.entities.scene import Scene

_LONGEST = 3
"""The most words of such a place."""
_LEAST = 5
"""The fewest letters of one that is in no list of towns."""
_FAR = 8
"""How far behind it the mark may stand that ends a dateline with a date or an agency in it."""
_ENDS = frozenset(":–—")


def with_dateline(scene: Scene, tagged: Sequence[Labelled]) -> list[Labelled]:
    """The tagged names once more, with the place of the dateline where it is not known."""
    words = scene.tokens.words
    end = 0
    while end < min(_LONGEST, len(words)) and words[end].isalpha() and words[end].isupper():
        end += 1
    if not end or not _ends(words, end) or not _names_place(scene, end):
        return list(tagged)
    return [(0, end, "LOC"), *(span for span in tagged if span[0] >= end)]


def _ends(words: Sequence[str], end: int) -> bool:
    """Whether a dateline ends at a token, or after a date or an agency's name from there."""
    after = words[end : end + _FAR]
    if after[:1] and after[0] in ",(":
        return not _ENDS.isdisjoint(after)
    return bool(after[:1]) and after[0] in _ENDS


def _names_place(scene: Scene, end: int) -> bool:
    """Whether the words are none that stand in capitals before a colon for another reason."""
    words = scene.tokens.words[:end]
    if any(known[2:] not in ("", "P") for known in scene.known[:end]):
        return False
    classes = scene.words.classes(words[0])
    listed = "town" in classes or "place" in classes
    long = end > 1 or len(words[0]) >= _LEAST
    return (listed or long) and all(word.lower() not in scene.words.small for word in words)
