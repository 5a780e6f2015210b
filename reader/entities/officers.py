"""People whose office, and its state or body, run into their names: `Presiden Rusia Putin`."""

from collections.abc import Mapping, Sequence

from reader.entities.labels import Label
from reader.entities.scene import Scene
from reader.entities.triggers import Triggers

_OF = frozenset(("of", "de", "del", "do", "da", "du"))


def officer(
    scene: Scene, bodies: Mapping[int, int], first: int, last: int, label: Label
) -> tuple[int, bool]:
    """Where the name in a span begins after the office before it, and whether it is someone's.

    `bodies` leads from the first token of each known state, seat and organisation to its end.
    """
    words, rules = scene.tokens.words, scene.rules
    office = first
    while office < last - 1 and words[office] in rules.titles:
        office += 1
    if office > first and words[office] == "of" and office + 1 in bodies and office + 1 < last:
        first = office + 1
    after = _after_known(bodies, first, last, 1 + (label == "PER"))
    titled = _after_office(scene, bodies, first, last)
    if titled:
        return titled, True
    if label == "PER" or (after > first and _holds_office(scene, first, after, last, label)):
        return _after_titles(scene, bodies, after, last), True
    return first, False


def _after_office(scene: Scene, bodies: Mapping[int, int], first: int, last: int) -> int:
    """The first word of the name in `Menteri Luar Negeri RI Sugiono`; 0 where there is none."""
    words, titles = scene.tokens.words, scene.rules.titles
    titled = words[first] in titles or (first > 0 and words[first - 1] in titles)
    if not scene.rules.juxtaposes or not titled:
        return 0
    after = next((bodies[index] for index in range(first, last) if index in bodies), last)
    fits = after < last and scene.names_someone(after) and scene.names_someone(last - 1)
    return after if fits else 0


def _after_known(bodies: Mapping[int, int], first: int, last: int, least: int) -> int:
    """The first token of a name, of some words at least, after a state or body run into it."""
    end = bodies.get(first, first)
    return end if end <= last - least else first


def _holds_office(scene: Scene, first: int, after: int, last: int, label: Label) -> bool:
    """Whether a span that begins with a state or seat goes on at `after` with its officer."""
    words, rules = scene.tokens.words, scene.rules
    before = first - 1 - (first > 1 and words[first - 1] in _OF)
    if first and words[before] in rules.titles:
        return last - first > 2 or scene.names_someone(last - 1)
    rest = words[after:last]
    named = scene.names_someone(after) and scene.names_someone(last - 1)
    if named and _titled(words, first, rules):
        return True
    if not rules.places.isdisjoint(rest) or not rules.organisations.isdisjoint(rest):
        return False
    if rules.juxtaposes:
        return len(rest) == 2
    stated = label == "LOC" and scene.known[first] == "B-S"
    return rules.compounds and stated and named and len(rest) > 1


def _titled(words: Sequence[str], index: int, rules: Triggers) -> bool:
    """Whether an office with a title in it ends before a token: `Menteri Luar Negeri`."""
    start = index
    while start and index - start < 3 and words[start - 1][0].isupper():
        start -= 1
    return any(word in rules.titles for word in words[start:index])


def _after_titles(scene: Scene, bodies: Mapping[int, int], first: int, last: int) -> int:
    """The first token of a name after titles, and states between them, one word at least."""
    words, titles = scene.tokens.words, scene.rules.titles
    start = first
    while start < last - 1:
        if words[start] in titles:
            start += 1
            start += words[start] == "." and start < last - 1
        elif start > first and bodies.get(start, last) < last:
            start = bodies[start]
        else:
            break
    return start
