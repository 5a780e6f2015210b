"""Towns and provinces of the name tables where the tagger was in doubt."""

from collections.abc import Sequence

from reader.entities.labels import Labelled
from reader.entities.merge import KnownSpan
from reader.entities.scene import Scene

_LEAST = 4
"""The fewest letters of a name that is a place without the tagger's word for it."""


def with_towns(
    scene: Scene, tagged: Sequence[Labelled], names: Sequence[KnownSpan]
) -> list[Labelled]:
    """The tagged names once more, with the known places of one word that name nothing else.

    One that the tagger takes for a person is a place, or for a body after `in`, and one that it
    passes over too where it has no other capital beside it.
    """
    places = [(first, last) for first, last, known in names if known.kind == "P"]
    places = [span for span in places if _is_only_place(scene, *span)]
    if not places:
        return list(tagged)
    labels = {(first, last): label for first, last, label in tagged}
    taken = {at for first, last in labels for at in range(first, last)}
    for place in places:
        alone = place[0] not in taken and _stands_alone(scene, place[0])
        told = _after_in(scene, place[0])
        if alone or labels.get(place) == "PER" or (told and labels.get(place) == "ORG"):
            labels[place] = "LOC"
    return sorted((*span, label) for span, label in labels.items())


def _after_in(scene: Scene, index: int) -> bool:
    """Whether a preposition of place stands before a token; English ones lead to bodies too."""
    rules = scene.rules
    return not rules.compounds and index > 0 and scene.tokens.words[index - 1] in rules.at_places


def _is_only_place(scene: Scene, first: int, last: int) -> bool:
    """Whether a known name is one word that is neither common nor of people's names."""
    word = scene.tokens.words[first]
    common = len(word) < _LEAST or word.lower() in scene.words.small
    return last - first == 1 and not common and not scene.is_someone(first)


def _stands_alone(scene: Scene, index: int) -> bool:
    words = scene.tokens.words
    return not any(words[at][0].isupper() for at in (index - 1, index + 1) if 0 <= at < len(words))
