"""People whose names the tagger has torn or passed over: particles, given names, two in one."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from reader.entities.labels import Labelled
from reader.entities.scene import LONGEST, Scene

_STATES = frozenset(("B-S", "I-S"))
_OF = frozenset(("of", "for", "de", "da", "das", "do", "dos", "del", "des", "du"))


def with_people(scene: Scene, tagged: Iterable[Labelled]) -> list[Labelled]:
    """The tagged names once more, with the people in them whole."""
    found = [part for span in tagged for part in _each_one(scene, span)]
    found = [span for span in found if not _is_office(scene, span)]
    bound = _before_particles(scene)
    starts = sorted({*bound, *_after_states(scene)})
    passed = list(_passed_over(scene, found, starts)) if starts else []
    if not passed and not bound:
        return found
    inside = {at for first, last, _ in passed for at in range(first, last)}
    found = sorted([*passed, *(span for span in found if span[0] not in inside)])
    return _joined(scene, found) if bound else found


def _before_particles(scene: Scene) -> set[int]:
    """The tokens from which a name may reach to a particle that binds it to the next words."""
    rules, words = scene.rules, scene.tokens.words
    if rules.particles.isdisjoint(words):
        return set()
    places = [at for at, word in enumerate(words) if word in rules.particles]
    ends = [
        at
        for at in places
        if words[at] in rules.binding or words[at + 1] == "-" or words[at + 1] in rules.particles
    ]
    return {start for end in ends for start in range(max(end - LONGEST, 0), end)}


def _after_states(scene: Scene) -> list[int]:
    """The tokens after a state's name, and after its `'s`."""
    ends = [index + 1 for index, known in enumerate(scene.known) if known in _STATES]
    last = len(scene.known)
    return [at + owns for at in ends for owns in (0, 1) if at + owns < last]


def _passed_over(
    scene: Scene, tagged: Sequence[Labelled], starts: Iterable[int]
) -> Iterator[Labelled]:
    """People at some tokens whom the tagger took for no one."""
    taken = bytearray(len(scene.tokens.words))
    for first, last, label in tagged:
        # After a particle the tagger may take a surname for a place.
        bound = label == "LOC" and scene.tokens.words[first - 1] in scene.rules.particles
        taken[first:last] = (b"\0" if bound else b"\1") * (last - first)
    tagged_people = {first for first, _, label in tagged if label == "PER"}
    for index in starts:
        end = 0 if taken[index] else _untold(scene, index, tagged_people)
        if end and not any(taken[index:end]):
            yield index, end, "PER"
            taken[index:end] = b"\1" * (end - index)


def _each_one(scene: Scene, span: Labelled) -> list[Labelled]:
    """A person's name cut at `and`; a state's name before a surname is a given name."""
    first, last, label = span
    words = scene.tokens.words
    state_first = label == "LOC" and last - first == 2 and scene.known[first] == "B-S"
    if state_first and scene.is_given(first) and scene.names_someone(last - 1):
        return [(first, last, "PER")]
    if (
        label == "LOC"
        and scene.known[first] == "B-S"
        and words[last - 1] in (scene.rules.organisations)
    ):
        return [(first, last, "ORG")]
    if label != "PER":
        person = _is_bound(scene, span) or (label == "LOC" and _is_named(scene, first, last))
        person = person or (label == "LOC" and last - first > 1 and _holds_office(scene, first))
        return [(first, last, "PER") if person else span]
    if last - first > 2 and _after_office(scene, first) and not scene.is_given(first):
        first += 1
    parts: list[Labelled] = []
    for index in range(first, last + 1):
        if index == last or _joins(scene, index) or _pairs(scene, first, index, last):
            if first < index:
                parts.append((first, index, label))
            first = index + 1
    return parts


def _is_named(scene: Scene, first: int, last: int) -> bool:
    """Whether words that the tagger took for a place are a given name and a surname."""
    words = scene.tokens.words
    if last - first != 2 or "place" in scene.words.classes(words[first]):
        return False
    told = scene.is_given(first) and scene.names_someone(first) and scene.names_someone(last - 1)
    return told and "place" not in scene.words.classes(words[last - 1])


def _holds_office(scene: Scene, index: int) -> bool:
    """Whether an office and its state stand before a token: `presidente de Paraguay, `."""
    words = scene.tokens.words
    stated = index > 2 and words[index - 1] == "," and scene.known[index - 2][2:] == "S"
    return stated and not scene.rules.titles.isdisjoint(words[max(index - 6, 0) : index - 2])


def _joins(scene: Scene, index: int) -> bool:
    word = scene.tokens.words[index]
    return word.isalpha() and word in scene.rules.conjunctions


def _pairs(scene: Scene, first: int, index: int, last: int) -> bool:
    """Whether a hyphen joins two full names: `Prabowo Subianto-Hatta Rajasa`, not `Al-Hakim`."""
    words = scene.tokens.words
    full = words[index] == "-" and min(index - first, last - index - 1) > 1
    return full and words[index - 1].lower() not in scene.rules.particles


def _is_bound(scene: Scene, span: Labelled) -> bool:
    """Whether a name that begins as people's do goes on with a particle: `Ursula von der Leyen`."""
    first, last, _ = span
    words, rules = scene.tokens.words, scene.rules
    bound = not rules.binding.isdisjoint(words[first + 1 : last - 1])
    return bound and scene.is_someone(first) and words[last - 1] not in rules.organisations


def _is_office(scene: Scene, span: Labelled) -> bool:
    """Whether words are what a minister is for: `ministro de Exteriores`."""
    first, last, label = span
    words, rules = scene.tokens.words, scene.rules
    if not _after_office(scene, first):
        return False
    field = label == "ORG" and not scene.known[first] and words[first] not in rules.organisations
    return (label == "PER" and last - first == 1) or (field and words[first - 2] in rules.ministers)


def _after_office(scene: Scene, index: int) -> bool:
    """Whether `minister of` stands before a token."""
    words = scene.tokens.words
    return index > 1 and words[index - 1] in _OF and words[index - 2] in scene.rules.titles


def _untold(scene: Scene, index: int, people: Container[int]) -> int:
    """The token after a name that only its surroundings tell from other words; 0 for none."""
    if not scene.names_someone(index):
        return 0
    end = scene.run_from(index)
    after = scene.after_particles(end)
    if after > end and after in people:
        return end
    bound = after > end and scene.tokens.words[after][0].isupper() and not scene.known[after]
    named = bound and not scene.rules.naming.isdisjoint(scene.tokens.words[end:after])
    if named or (bound and (scene.is_given(index) or _awaited(scene, index))):
        return scene.run_from(after + 1)
    return end if end - index > 1 and _awaited(scene, index) else 0


def _awaited(scene: Scene, index: int) -> bool:
    """Whether the words before a token call for a name: `South Sudan's`, `Presiden Mesir`."""
    if index < 2:
        return False
    before, known = scene.tokens.words[index - 1], scene.known[index - 2][2:]
    if before in ("'s", "’s"):
        return known == "S"
    if not (scene.rules.juxtaposes and scene.known[index - 1][2:] == "S"):
        return False
    first = index - 1
    while first and scene.known[first][2:] == "S":
        first -= 1
    return scene.tokens.words[first] in scene.rules.titles


def _joined(scene: Scene, tagged: Sequence[Labelled]) -> list[Labelled]:
    """Names on both sides of a particle that binds them, as one person."""
    found: list[Labelled] = []
    towns = {first for first, _, label in tagged if label == "LOC" and scene.known[first] == "B-P"}
    ends = {first: last for first, last, label in tagged if label == "PER" or first in towns}
    taken = {first for first, _, _ in tagged if first not in ends}
    free = 0
    for first, last, label in tagged:
        if first < free:
            continue
        cut = last - first > 1 and scene.tokens.words[last - 1] in scene.rules.binding
        whole = last if label == "ORG" else _grown(scene, ends, taken, last - cut)
        if whole > last:
            found.append((_after_titles(scene, first, last), whole, "PER"))
        else:
            found.append((first, last, label))
        free = whole
    return found


def _grown(scene: Scene, ends: Mapping[int, int], taken: Container[int], last: int) -> int:
    """The end of a name with the particles and words that follow it."""
    after = scene.after_particles(last)
    if (
        after == last
        or scene.known[last - 1]
        or scene.known[after] not in ("", "B-P")
        or after in taken
    ):
        return last
    if not scene.tokens.words[after][0].isupper():
        return last
    return _grown(scene, ends, taken, ends.get(after) or scene.run_from(after + 1))


def _after_titles(scene: Scene, first: int, last: int) -> int:
    """The first word of a name after the last title in front of it."""
    words = scene.tokens.words
    titles = [index for index in range(first, last - 1) if words[index] in scene.rules.titles]
    return titles[-1] + 1 if titles else first
