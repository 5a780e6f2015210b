"""Organisations told by the words of their names: `U.S. Senate`, `Sime Darby Bhd`."""

from collections.abc import Mapping, Sequence

from reader.entities.labels import Labelled
from reader.entities.merge import KnownSpan
from reader.entities.scene import Scene

_LONGEST = 4
"""The most words of a body's name after that of its state."""


def with_bodies(
    scene: Scene, tagged: Sequence[Labelled], names: Sequence[KnownSpan]
) -> list[Labelled]:
    """The tagged names once more, with the bodies of states whole, and people named like states."""
    tagged = [_told(scene, span) for span in tagged]
    if not scene.rules.compounds:
        return tagged
    states = {first: last for first, last, known in names if known.kind == "S"}
    whole = {(first, last) for first, last, known in names if known.kind == "R"}
    named = [span for span in tagged if not _is_office(scene, span)]
    found = [_of_state(scene, span, states) if span[:2] not in whole else span for span in named]
    people = {first: last for first, last, label in tagged if label == "PER"}
    wider: list[Labelled] = []
    for first, last in states.items():
        if first and scene.tokens.words[first - 1] in scene.rules.carriers:
            wider.append((first - 1, last, "ORG"))
        elif last in people and last - first == 1 and scene.is_given(first):
            wider.append((first, people[last], "PER"))
        elif end := _body_end(scene, last):
            wider.append((first, end, "ORG"))
    return _apart([*found, *wider]) if wider or found != tagged else found


def _told(scene: Scene, span: Labelled) -> Labelled:
    """An organisation's name whose first or last word tells that it is one, whatever the tagger."""
    first, last, _ = span
    words, rules = scene.tokens.words, scene.rules
    end = last - 1 if words[last - 1] == "." else last
    told = words[end - 1] in rules.firms or words[first] in rules.heads
    return (first, last, "ORG") if told and end - first > 1 else span


def _is_office(scene: Scene, span: Labelled) -> bool:
    """Whether a place is the beginning of an office: `Saudi Crown` before `Prince`."""
    _, last, label = span
    words, titles = scene.tokens.words, scene.rules.titles
    return (
        label == "LOC"
        and words[last - 1] in titles
        and not titles.isdisjoint(words[last : last + 1])
    )


def _of_state(scene: Scene, span: Labelled, states: Mapping[int, int]) -> Labelled:
    """An organisation's name without its article, and with the state that `of` joins to it."""
    first, last, label = span
    words, rules = scene.tokens.words, scene.rules
    if label == "LOC" and words[first] in rules.organisations and "of" in words[first:last]:
        return first, last, "ORG"
    if label != "ORG" or words[last - 1] not in rules.organisations:
        return span
    begins = last - first > 2 and words[first] in rules.articles
    if begins and words[last - 1] not in rules.press:
        first += 1
    state = last + 2 if words[last + 1 : last + 2] == ["the"] else last + 1
    joined = words[last : last + 1] == ["of"] and state in states
    return first, (states[state] if joined else last), label


def _body_end(scene: Scene, first: int) -> int:
    """The token after the words that make a body of the state before them; 0 for none."""
    words, rules = scene.tokens.words, scene.rules
    end = first
    while end < len(words) and words[end][0].isupper() and end - first <= _LONGEST:
        if words[end] in rules.titles or scene.known[end][2:] == "S":
            return 0
        end += 1
    short = end - first <= _LONGEST
    return end if end > first and short and words[end - 1] in rules.organisations else 0


def _apart(found: Sequence[Labelled]) -> list[Labelled]:
    """Of names that meet the longest; names apart in order."""
    kept: list[Labelled] = []
    taken: set[int] = set()
    for span in sorted(found, key=lambda each: (each[0] - each[1], each[0])):
        if taken.isdisjoint(range(span[0], span[1])):
            taken.update(range(span[0], span[1]))
            kept.append(span)
    return sorted(kept)
