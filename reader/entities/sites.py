"""Places told by the word for their kind that stands before the name: `Desa Sukamaju`."""

from collections.abc import Sequence

from reader.entities.labels import Labelled
from reader.entities.scene import Scene

_LONGEST = 4
"""The most words of a name that the tagger has not found."""


def with_sites(scene: Scene, tagged: Sequence[Labelled]) -> list[Labelled]:
    """The tagged names once more, with the places whose kind stands before them.

    A kind with a capital belongs to the name, one without only tells what the name is.
    """
    kinds, words = scene.rules.designators, scene.tokens.words
    if kinds.isdisjoint(words):
        return list(tagged)
    spans = {at: span for span in tagged for at in range(span[0], span[1])}
    sites: list[Labelled] = []
    free = 0
    for index in range(len(words) - 1):
        if index >= free and words[index] in kinds:
            site = _site(scene, index, spans)
            if site:
                sites.append(site)
                free = site[1]
    taken = {at for first, last, _ in sites for at in range(first, last)}
    return sorted([*sites, *(span for span in tagged if taken.isdisjoint(range(*span[:2])))])


def _site(scene: Scene, index: int, spans: dict[int, Labelled]) -> Labelled | None:
    """The place whose kind stands at a token, or the body there; `None` where no name follows."""
    words, name = scene.tokens.words, index + 1
    belongs = words[index][0].isupper()
    if not words[name][0].isupper() or scene.known[index] or scene.known[name][2:] == "S":
        return None
    if words[name] in scene.rules.titles or (index in spans and spans[index][0] < index):
        return None
    span = spans.get(name)
    if span and span[0] < index:
        return None
    if not span and belongs and words[name].lower() in scene.words.small:
        return None
    end = span[1] if span else name + 1
    last = name + 1
    while last < (end if span else min(name + _LONGEST, len(words))) and _goes_on(scene, last):
        last += 1
    while _is_tied(scene, last):
        last += 2
    if scene.rules.compounds and words[last - 1] in scene.rules.organisations:
        return index, last, "ORG"
    return (index if belongs else name), last, "LOC"


def _is_tied(scene: Scene, index: int) -> bool:
    """Whether a hyphen ties a word with a capital to the one before: `Soekarno-Hatta`."""
    tokens, after = scene.tokens, scene.tokens.words[index : index + 2]
    tied = after[:1] == ["-"] and tokens.glued(index) and tokens.glued(index + 1)
    return tied and after[-1][0].isupper()


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether a place's name may go on over a token: no other kind, no state, no small word."""
    word = scene.tokens.words[index]
    apart = word in scene.rules.designators or scene.known[index][2:] == "S"
    return word[0].isupper() and not apart
