"""Organisations told by an acronym beside brackets: the words whose initials spell it are one name.

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", PSB 2003, with initials for letters: `Long Form (LF)` and `LF (Long Form)`.
"""

from collections.abc import Iterator, Mapping, Sequence

from reader.entities.labels import Labelled
from reader.entities.scene import Scene

_SHORTEST, _LONGEST = 3, 8
"""Of how many letters an acronym is that tells its long form by itself."""
_BETWEEN = frozenset("&,-'’")
"""Marks within a long form."""


def with_long_forms(scene: Scene, tagged: Sequence[Labelled]) -> list[Labelled]:
    """The tagged names once more, with the organisations whole whose initials are spelt beside."""
    words = scene.tokens.words
    forms = dict(_forms(words)) if "(" in words else {}
    spans = {at: span for span in tagged for at in range(span[0], span[1])} if forms else {}
    told = {first: last for first, last in forms.items() if _is_body(scene, first, last, spans)}
    if not told:
        return list(tagged)
    taken = {at for first, last in told.items() for at in range(first, last)}
    found = [span for span in tagged if taken.isdisjoint(range(span[0], span[1]))]
    return sorted([*found, *((first, last, "ORG") for first, last in told.items())])


def _forms(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The long forms of a stretch, whether or not they name a body."""
    for index, word in enumerate(words):
        if word != "(" or index == 0 or index + 1 == len(words):
            continue
        if words[index + 2 : index + 3] == [")"] and _is_acronym(words[index + 1]):
            first = _spelt_by(words, words[index + 1], index)
            if first >= 0:
                yield first, index
        elif _is_acronym(words[index - 1]):
            end = index + 1
            while end < len(words) and end - index < 3 * _LONGEST and words[end] != ")":
                end += 1
            if end < len(words) and _spelt_by(words, words[index - 1], end) == index + 1:
                yield index + 1, end


def _is_acronym(word: str) -> bool:
    fits = _SHORTEST <= len(word) <= _LONGEST and word.isalpha()
    return fits and word[0].isupper() and sum(map(str.isupper, word)) >= len(word) - 1


def _spelt_by(words: Sequence[str], acronym: str, end: int) -> int:
    """The first of the words before a token whose initials are an acronym; -1 for none.

    A word with a capital gives its initial, one without may give it.
    """
    letters = acronym.upper()
    states = {len(letters)}
    for index in range(end - 1, max(end - 1 - 3 * len(letters), -1), -1):
        word = words[index]
        small = word.islower() or word in _BETWEEN
        given = {left - 1 for left in states if left and letters[left - 1] == word[0].upper()}
        if 0 in given and word[0].isupper():
            return index
        states = given - {0} | (states if small else set())
        if not states or (index == end - 1 and not given):
            return -1
    return -1


def _is_body(scene: Scene, first: int, last: int, spans: Mapping[int, Labelled]) -> bool:
    """Whether a long form names a body: it has a word for one, or in part is known as one.

    A longer name that holds it stays as it is; the spans are those of each token.
    """
    words, rules = scene.tokens.words, scene.rules
    inside = {spans[at] for at in range(first, last) if at in spans}
    before = first - (first > 0 and words[first - 1] in rules.articles)
    if any(span[0] < before or span[1] > last for span in inside):
        return False
    if any(label == "ORG" for _, _, label in inside):
        return True
    return not rules.organisations.isdisjoint(words[first:last])
