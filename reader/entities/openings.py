"""Articles and such words that begin a sentence, which the tagger took for a part of a name."""

from collections.abc import Iterator, Sequence

from reader.entities.labels import Labelled
from reader.entities.scene import Scene
from reader.entities.tagger import opens

_ARTICLES = frozenset(("le", "la", "l'", "l’", "du", "au"))
"""What stands before the word for someone's people."""


def without_openings(scene: Scene, tagged: Sequence[Labelled]) -> list[Labelled]:
    """The tagged names without the words that only begin a sentence."""
    return [part for span in tagged for part in _rest(scene, span)]


def _rest(scene: Scene, span: Labelled) -> Iterator[Labelled]:
    """A name without the word that begins the sentence; nothing where no other is in it."""
    first, last, label = span
    words, rules = scene.tokens.words, scene.rules
    if label == "PER" and last - first > 1 and _is_people(scene, first):
        first += 1
        span = (first, last, label)
    common = label == "LOC" and last - first == 1 and words[first].lower() in scene.words.small
    told = words[first] in rules.articles or common
    only_opens = told and opens(words, first) and not scene.known[first]
    if not only_opens:
        yield span
    elif last - first > 1:
        told = words[first + 1] in rules.organisations or scene.known[first + 1][:1] == "B"
        yield (first + 1 if told else first), last, label


def _is_people(scene: Scene, index: int) -> bool:
    """Whether a token says whose people someone is of: `le Gambien Omar Touray`."""
    words, rules = scene.tokens.words, scene.rules
    article = index > 0 and words[index - 1].lower() in _ARTICLES
    return article and words[index].endswith(rules.peoples) and not scene.is_given(index)
