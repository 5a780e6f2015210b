"""State names that are a part of a longer name, and no mention then: `the 12th Malaysia Plan`."""

from collections.abc import Sequence

from reader.entities.dateparts import FoundDate
from reader.entities.labels import Labelled
from reader.entities.merge import KnownSpan
from reader.entities.scene import Scene
from reader.entities.tagger import opens

_HEADLINE = 0.75
"""The share of capitalised words above which a sentence is a headline: capitals tell nothing."""
_LEAST = 4
"""The fewest letters of a word that is counted for that."""
_AROUND = 40
"""How many words on either side of a name are looked at for that."""
_LONGEST = 8
"""How many words a name has at most after the state's in it."""


def outside_longer(
    scene: Scene,
    names: Sequence[KnownSpan],
    tagged: Sequence[Labelled],
    dates: Sequence[FoundDate],
) -> list[KnownSpan]:
    """The known names without the states that stand beside a capitalised word of no other name.

    Only in languages that join nouns as English does: elsewhere a state follows what is its own.
    """
    if not scene.rules.compounds:
        return list(names)
    beside = [span for span in names if span[2].kind == "S" and _has_neighbour(scene, span)]
    if not beside:
        return list(names)
    others = [span[:2] for span in (*names, *tagged)] + [(date.first, date.last) for date in dates]
    taken = {at for first, last in others for at in range(first, last)}
    told = {span[:2] for span in tagged}
    alone = {span for span in beside if span[:2] not in told and not _is_headline(scene, span[0])}
    return [span for span in names if span not in alone or not _is_part(scene, span, taken)]


def _has_neighbour(scene: Scene, span: KnownSpan) -> bool:
    """Whether a word with a capital stands right beside a name."""
    first, last, _ = span
    words = scene.tokens.words
    before, after = words[first - 1] if first else "", words[last] if last < len(words) else ""
    return before[:1].isupper() or after[:1].isupper()


def _is_part(scene: Scene, span: KnownSpan, taken: set[int]) -> bool:
    """Whether a state's name belongs to the words beside it."""
    first, last, _ = span
    words, rules = scene.tokens.words, scene.rules
    if words[first].isupper() and last - first == 1 and len(words[first]) > _LEAST:
        return False
    end = last
    while end < min(len(words), last + _LONGEST) and _is_word(words[end]):
        end += 1
    told = any(at in taken or words[at] in rules.titles for at in range(last, end))
    if end > last and not told and not _is_told(scene, last, end):
        return True
    before = first - 1
    free = before > 0 and before not in taken and _is_word(words[before])
    apart = (rules.titles, rules.articles, rules.at_places)
    return free and not any(words[before] in few for few in apart) and not opens(words, before)


def _is_told(scene: Scene, first: int, last: int) -> bool:
    """Whether words after a state leave it a state: a treaty, or acronyms only."""
    words, rules = scene.tokens.words, scene.rules
    return words[last - 1] in rules.papers or all(word.isupper() for word in words[first:last])


def _is_word(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and word.isalpha()


def _is_headline(scene: Scene, index: int) -> bool:
    """Whether most words of the sentence around a token have a capital."""
    words = scene.tokens.words
    start = end = index
    while start > index - _AROUND and not opens(words, start):
        start -= 1
    while end < min(len(words), index + _AROUND) and not opens(words, end + 1):
        end += 1
    long = [word for word in words[start:end] if len(word) >= _LEAST and word.isalpha()]
    return sum(word[0].isupper() for word in long) > _HEADLINE * len(long)
