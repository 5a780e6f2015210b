"""People told by initials or a father's name: `Р.Сингх`, `Ли Виктор Павлович`.

Documents in Russian write both; in Latin script initials also stand for firms and states.
"""

import re
from collections.abc import Iterator, Sequence

from reader.entities.labels import Labelled
from reader.entities.scene import Scene

_INITIALS = re.compile(r"(?:[А-ЯЁ]\.)+")
_INITIAL = re.compile(r"[А-ЯЁ]")
_PATRONYMIC = re.compile(
    r"[А-ЯЁ][а-яё]+(?:(?:ов|ев|ь)ич(?:а|у|ем|е)?|(?:ов|ев|ич|инич)н(?:а|ы|е|у|ой)|улы|кызы|оглы)"
)
_CYRILLIC = frozenset(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"))
_MOST = 3
"""The most initials of a name."""


def with_initials(scene: Scene, tagged: Sequence[Labelled], language: str) -> list[Labelled]:
    """The tagged names once more, with the people of initials and patronymics whole.

    What is left on either side of another name that held one stays what it was.
    """
    if language not in _CYRILLIC:
        return list(tagged)
    people = list(_apart(sorted({*_with_initials(scene), *_with_patronymics(scene)})))
    if not people:
        return list(tagged)
    taken = {at for first, last in people for at in range(first, last)}
    found: list[Labelled] = [(*person, "PER") for person in people]
    for first, last, label in tagged:
        start = first
        for at in range(first, last + 1):
            if at == last or at in taken:
                found += [(start, at, label)] if start < at else []
                start = at + 1
    return sorted(found)


def _apart(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Of spans in order those that begin after the end of the one before."""
    free = 0
    for first, last in spans:
        if first >= free:
            yield first, last
            free = last


def _with_initials(scene: Scene) -> Iterator[tuple[int, int]]:
    """Initials with the surname after them, or before; one letter only where no space follows."""
    tokens, words = scene.tokens, scene.tokens.words
    free = 0
    for index in tokens.capitals:
        last, count = _after_initials(words, index) if index >= free else (index, 0)
        if not count:
            continue
        free = last
        if last < len(words) and (count > 1 or tokens.glued(last)) and _may_be(scene, last):
            yield index, last + 1
        elif count > 1 and index and _may_be(scene, index - 1):
            yield index - 1, last


def _after_initials(words: Sequence[str], index: int) -> tuple[int, int]:
    """The token after the initials at a token, and how many they are."""
    at, count = index, 0
    while at < len(words) and count < _MOST:
        if words[at][-1] == "." and _INITIALS.fullmatch(words[at]):
            count += words[at].count(".")
            at += 1
        elif words[at + 1 : at + 2] == ["."] and _INITIAL.fullmatch(words[at]):
            count += 1
            at += 2
        else:
            break
    return at, count


def _with_patronymics(scene: Scene) -> Iterator[tuple[int, int]]:
    """A given name and the patronymic after it, with the surname on either side."""
    words = scene.tokens.words
    for index in scene.tokens.capitals:
        if index and _PATRONYMIC.fullmatch(words[index]) and _may_be(scene, index - 1):
            if index + 1 < len(words) and _may_be(scene, index + 1):
                yield index - 1, index + 2
            else:
                yield index - 1 - (index > 1 and _may_be(scene, index - 2)), index + 1


def _may_be(scene: Scene, index: int) -> bool:
    """Whether a token may be a name of someone: a word with a capital that is known as no other."""
    word = scene.tokens.words[index]
    plain = len(word) > 1 and word[0].isupper() and word[1:].islower() and word.isalpha()
    return plain and not scene.known[index] and word not in scene.rules.titles
