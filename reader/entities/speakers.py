"""People told by what stands beside their names: a verb of saying, an office, an initial."""

from collections.abc import Sequence

from reader.entities.labels import Labelled
from reader.entities.lexicon import Lexicon
from reader.entities.memory import Memory
from reader.entities.scene import Scene
from reader.entities.tagger import opens
from reader.entities.tokens import Tokens

_SYLLABLE = 5
"""The most letters of a syllable of a Korean given name."""
_SYLLABLES = frozenset(("in", "un", "il"))
"""Such syllables that are common words of some language."""
_LONGEST_OFFICE = 3
"""The most words of an office after its first."""


def with_speakers(scene: Scene, tagged: Sequence[Labelled]) -> list[Labelled]:
    """The tagged names once more, with the people whom only the words beside them tell."""
    rules, words = scene.rules, scene.tokens.words
    found = _whole(scene, tagged) if "." in words or "-" in words else list(tagged)
    if rules.telling.isdisjoint(words):
        return found
    spans = {at: span for span in found for at in range(span[0], span[1])}
    for index, word in enumerate(words):
        if word in rules.telling:
            person = _beside(scene, index)
            if person[0] < person[1] and _untold(scene, person, spans):
                found = [span for span in found if span[:2] != person] + [(*person, "PER")]
                spans |= dict.fromkeys(range(*person), (*person, "PER"))
    return sorted(found)


def _beside(scene: Scene, index: int) -> tuple[int, int]:
    """The words that may name someone beside a verb of saying or an office; none where empty."""
    words, rules = scene.tokens.words, scene.rules
    if words[index] in rules.saying:
        return index + 1, scene.run_from(index + 1)
    if words[index] in rules.says:
        return scene.run_to(index), index
    start = index + 1
    while start < len(words) and start - index <= _LONGEST_OFFICE and _is_office(scene, start):
        start += 1
    end = scene.run_from(start)
    alone = end == start + 1 and not scene.is_someone(start)
    return start, start if alone else end


def _is_office(scene: Scene, index: int) -> bool:
    """Whether a word goes on with an office: `Luar` and `Negeri` after `Menteri`."""
    word = scene.tokens.words[index]
    return word[0].isupper() and (word in scene.rules.titles or word.lower() in scene.words.small)


def _untold(scene: Scene, person: tuple[int, int], spans: dict[int, Labelled]) -> bool:
    """Whether the tagger has passed over a person, or taken one word for a place."""
    first, last = person
    words = scene.tokens.words[first:last]
    if len(words) == 1 and words[0].isupper():
        return False
    met = {spans[at] for at in range(first, last) if at in spans}
    return not met or met == {(first, last, "LOC")}


def _whole(scene: Scene, tagged: Sequence[Labelled]) -> list[Labelled]:
    """The names with people joined over the dot of an initial, and over a hyphen inside a name."""
    words = scene.tokens.words
    found: list[Labelled] = []
    people = {first: last for first, last, label in tagged if label == "PER"}
    free = 0
    for first, last, label in tagged:
        if first < free:
            continue
        end = last
        while label == "PER" and end + 1 < len(words):
            following = people.get(end + 1) or scene.run_from(end + 1)
            if _is_prefix(scene, end):
                following = max(following, end + 2)
            if _is_syllable(scene, first, end):
                following = end + 2
            joined = _is_initial(words, first, end) or _is_hyphen(scene, first, end, following)
            if following == end + 1 or not joined:
                break
            end = following
        found.append((first, end, label))
        free = end
    return found


def _is_hyphen(scene: Scene, first: int, end: int, following: int) -> bool:
    """Whether a hyphen stands inside a name (`Jean-Luc Godard`), not between two of a kind."""
    tokens = scene.tokens
    glued = tokens.words[end] == "-" and tokens.glued(end) and tokens.glued(end + 1)
    parts = (following - end - 1 > 1) != (end - first > 1)
    inside = _is_prefix(scene, end) or (parts and not tokens.words[end - 1].isupper())
    return glued and inside


def _is_syllable(scene: Scene, first: int, end: int) -> bool:
    """Whether a hyphen ties the second syllable of a given name to the first: `Shin Tae-yong`."""
    tokens, words = scene.tokens, scene.tokens.words
    tied = words[end] == "-" and tokens.glued(end) and tokens.glued(end + 1)
    short = end - first == 2 and max(len(words[end - 1]), len(words[end + 1])) <= _SYLLABLE
    syllable = words[end + 1]
    rare = syllable in _SYLLABLES or syllable not in scene.words.small
    return tied and short and rare and syllable.islower()


def _is_prefix(scene: Scene, end: int) -> bool:
    """Whether a hyphen at a token ties `Al` to the capitalised word after it."""
    words = scene.tokens.words
    prefix = words[end] == "-" and words[end - 1].lower() in scene.rules.particles
    return prefix and words[end + 1][0].isupper()


def _is_initial(words: Sequence[str], first: int, end: int) -> bool:
    """Whether a name of some words ends in an initial with its dot after it."""
    return end - first > 1 and len(words[end - 1]) == 1 and words[end] == "."


def without_opening(tokens: Tokens, span: Labelled, memory: Memory, words: Lexicon) -> Labelled:
    """Someone met before without the word that begins the sentence: `Поездка Путина`."""
    first, last, label = span
    if label != "PER" or last - first != 2 or not memory.knows_as_last(tokens.words[last - 1]):
        return span
    word = tokens.words[first]
    common = word[0].isupper() and word.lower() in words.small and not memory.knows(word)
    return (last - 1, last, label) if common and opens(tokens.words, first) else span
