"""What the tagger sees of a word: features that depend on the word alone, and on its place.

Each feature belongs to one word, and has weights for each distance at which the word may stand, so
the tagger can add up a word's weights once and remember them.
"""

from collections.abc import Iterator
from functools import lru_cache

from reader.entities.lexicon import Lexicon

REACH = 2
"""How many words to each side the tagger looks."""


@lru_cache(maxsize=65_536)
def shape(word: str) -> str:
    """Kinds of characters, runs shortened: `Xx`, `XX`, `x`, `0`, or the mark itself."""
    if word.islower():
        return "x"
    if word.isalpha():
        if word.isupper():
            return "X" if len(word) == 1 else f"XX{min(len(word), 6)}"
        return "Xx" if word[1:].islower() else "XxX"
    if word.isdecimal():
        return "4d" if len(word) == 4 else "d"
    if any(c.isalnum() for c in word):
        return "X." if word[0].isupper() else ("d." if word[0].isdecimal() else "x.")
    return word


def own_features(word: str, lexicon: Lexicon) -> list[str]:
    """What the word itself says of its label."""
    lower, form = word.lower(), shape(word)
    found = ["b", f"w={lower}", f"s={form}"]
    if form[0] in "Xx":
        found += [f"z{n}={lower[-n:]}" for n in (2, 3, 4) if len(lower) > n + 1]
        found.append(f"p3={lower[:3]}")
    classes = lexicon.classes(word)
    found += [f"c={name}" for name in classes]
    found.append(f"cs={form}/{'+'.join(classes)}")
    return found


def near_features(word: str, lexicon: Lexicon, distance: int) -> list[str]:
    """What a word at a distance of 1 or 2, before (negative) or after, says of the label.

    Beyond the ends of the text stands the empty word, which says nothing.
    """
    if not word:
        return []
    found = [f"w={word.lower()}", f"s={shape(word)}"]
    found += [f"c={name}" for name in lexicon.classes(word)]
    return found + _ending(word) if abs(distance) == 1 else found


def word_features(word: str, lexicon: Lexicon) -> list[str]:
    """What a word says of the labels of the tokens within reach, its own and others'."""
    return own_features(word, lexicon) + _ending(word) if word else []


def _ending(word: str) -> list[str]:
    return [f"n3={word.lower()[-3:]}"] if len(word) > 4 and word.isalpha() else []


def place_features(opens: bool, known: str, before: str, own: str, after: str) -> Iterator[str]:
    """What the sentence start, the name tables and the shapes around say."""
    if opens:
        yield "^"
    yield f"k={known}"
    yield f"sss={before}|{own}|{after}"
