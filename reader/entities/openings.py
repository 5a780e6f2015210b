"""Articles and such words that begin a sentence, which the tagger took for a part of a name."""

from collections.abc import Iterator, Sequence

from reader.entities.labels import Labelled
from reader.entities.people import Scene
from reader.entities.tagger import opens


def without_openings(scene: Scene, tagged: Sequence[Labelled]) -> list[Labelled]:
    """The tagged names without the words that only begin a sentence."""
    return [part for span in tagged for part in _rest(scene, span)]


def _rest(scene: Scene, span: Labelled) -> Iterator[Labelled]:
    """A name without the word that begins the sentence; nothing where no other is in it."""
    first, last, label = span
    words, rules = scene.tokens.words, scene.rules
    only_opens = words[first] in rules.articles and opens(words, first) and not scene.known[first]
    if not only_opens:
        yield span
    elif last - first > 1:
        told = words[first + 1] in rules.organisations or scene.known[first + 1][:1] == "B"
        yield (first + 1 if told else first), last, label
