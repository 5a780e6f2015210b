"""Repairs of the tagger's names: where they begin and end, and what they name."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from reader.entities.labels import Labelled
from reader.entities.merge import KnownSpan, after_realm
from reader.entities.officers import officer
from reader.entities.scene import Scene
from reader.entities.tokens import Tokens
from reader.entities.triggers import Triggers

_WALLS = frozenset('()[]{}<>|;:!?…"“”„«»•/')
_ENDS = frozenset(".,&-–—'’/")
_JOINING = frozenset(("of", "for", "de", "del", "von", "pour", "para"))
_FIGURES = re.compile(r"(?:[A-Z]{1,3}|Rp)\d[\d.,]*|(?=[LXVI]{3})L?X{0,3}(?:IX|IV|V?I{0,3})")
"""A sum of money, or the number of a meeting: `LXV`."""
_ABBREVIATIONS = frozenset(
    (
        *("Dr", "Drs", "Mr", "Mrs", "Ms", "St", "Jr", "Sr", "Prof", "Gen", "Col", "Lt", "Sen"),
        *("Rep", "Gov", "Inc", "Corp", "Ltd", "Co", "Bros", "No", "Hj", "Ir"),
    )
)


def repaired(
    scene: Scene, tagged: Sequence[Labelled], names: Sequence[KnownSpan]
) -> list[Labelled]:
    """The tagged names cut at marks and sentence ends, without titles, money and loose ends."""
    if not tagged:
        return []
    found: list[Labelled] = []
    tokens, rules, words = scene.tokens, scene.rules, scene.tokens.words
    edges = {edge for first, last, _ in names for edge in (first, last)}
    owners = {last for _, last, known in names if known.kind == "R"}
    bodies = {first: last for first, last, known in names if known.kind in "SROC"}
    cities = {first: last for first, last, known in names if known.kind in "SC"}
    for span in (part for each in tagged for part in _apart(words, cities, bodies, each)):
        for first, last, given in _pieces(tokens, span, edges, owners, rules):
            start, end, label = _named(scene, bodies, (first, last, given))
            start, end = _trimmed(tokens, start, end)
            end = _before_rank(words, start, end, rules) if label == "ORG" else end
            if start < end and not _names_none(scene, (start, end, label)):
                found.append((start, end, label))
    return found


def _apart(
    words: Sequence[str], cities: Mapping[int, int], bodies: Mapping[int, int], span: Labelled
) -> list[Labelled]:
    """Two known names over a hyphen, or a state and its city (`Rusia Moskow`); else the span."""
    first, last, label = span
    hyphen = bodies.get(first, last)
    if hyphen < last and words[hyphen] == "-" and bodies.get(hyphen + 1) == last:
        return [(first, hyphen, label), (hyphen + 1, last, label)]
    parts: list[Labelled] = []
    while label == "LOC" and first < last and first in cities:
        parts.append((first, cities[first], label))
        first = cities[first]
    return parts if first == last else [span]


def _named(scene: Scene, bodies: Mapping[int, int], span: Labelled) -> Labelled:
    """What a span names, and from where to where."""
    first, last, label = span
    if label != "PER" and bodies.get(first) == last:
        return span
    start, is_person = officer(scene, bodies, first, last, label)
    if not is_person:
        return *_body_in(scene, bodies, start, last), label
    place = _place_in(scene, bodies, start, last)
    return (start, last, "PER") if place < 0 else (place, last, "LOC")


def _place_in(scene: Scene, bodies: Mapping[int, int], first: int, last: int) -> int:
    """Where a state begins that a span for a person really names (`von Israel`); -1 for none."""
    words, rules = scene.tokens.words, scene.rules
    beside = words[first] in rules.articles or words[first] in rules.at_places
    if beside and bodies.get(first + 1) == last:
        return first + 1
    state = after_realm(words, first, last, rules)
    return first if state > first and bodies.get(state) == last else -1


def _body_in(scene: Scene, bodies: Mapping[int, int], first: int, last: int) -> tuple[int, int]:
    """The edges of the name of a body or place in a span."""
    start, end = first, last
    if bodies.get(first) != last:
        start, end = _without_generics(scene.tokens.words, first, last, scene.rules)
    start = _capitalised(scene.tokens.words, start, end, bodies)
    return _known_alone(scene, bodies, start, end)


def _known_alone(scene: Scene, bodies: Mapping[int, int], first: int, last: int) -> tuple[int, int]:
    """The known name in a span after articles and titles, or before its place or `Treaty`."""
    words, rules = scene.tokens.words, scene.rules
    for index in range(first + 1, last):
        before = words[index - 1]
        titled = rules.juxtaposes and before in rules.titles
        if not titled and before not in rules.articles:
            break
        if bodies.get(index) == last:
            return index, last
    known = bodies.get(first, last)
    for index in range(first + 1, last - 1):
        if bodies.get(index + 1) == last and _tells_where(words[index], rules):
            return first, index
    if rules.juxtaposes and known - first > 1 and bodies.get(known) == last:
        return first, known
    if rules.genitives and known < last and words[known - 1][-1] == "s":
        return first, known
    if rules.genitives and words[known : known + 1] == ["-"] and last == known + 2:
        return first, (last if _ends_as_body(words[last - 1], rules) else known)
    return (first, known) if known < last and words[last - 1] in rules.papers else (first, last)


def _ends_as_body(word: str, rules: Triggers) -> bool:
    """Whether a German compound is a body: `Sicherheitsrat`."""
    return word.lower().endswith(tuple(map(str.lower, rules.organisations)))


def _tells_where(word: str, rules: Triggers) -> bool:
    """Whether a word tells where a body is, and does not join the place to its name."""
    return word in rules.at_places and word not in _JOINING


def _pieces(
    tokens: Tokens,
    span: Labelled,
    edges: Container[int],
    owners: Container[int],
    rules: Triggers,
) -> Iterator[Labelled]:
    first, last, label = span
    start = first
    for index in range(first, last):
        word = tokens.words[index]
        cuts = word in rules.conjunctions and _parts(tokens.words, rules, edges, index)
        if not word[0].isalnum():
            cuts = cuts or _owns(owners, word, index) or _wall(tokens, index)
        if cuts:
            if start < index:
                yield start, index, label
            start = index + 1
    if start < last:
        yield start, last, label


def _owns(owners: Container[int], word: str, index: int) -> bool:
    return word in ("'s", "’s") and index in owners


def _parts(words: Sequence[str], rules: Triggers, edges: Container[int], index: int) -> bool:
    """Whether the conjunction at a token has a known name or another conjunction beside it."""
    beside = index in edges or index + 1 in edges
    return beside or not rules.conjunctions.isdisjoint(words[index + 1 : index + 2])


def _wall(tokens: Tokens, index: int) -> bool:
    """Whether no name goes on over the token: a bracket, a dash apart, the end of a sentence."""
    word = tokens.words[index]
    if word in _WALLS:
        glued = word in "/:" and tokens.glued(index) and tokens.glued(index + 1)
        return not glued
    if word == ".":
        abbreviated = index > 0 and _is_abbreviation(tokens.words[index - 1])
        return not (abbreviated or tokens.glued(index + 1))
    return word in "-–—" and not (tokens.glued(index) or tokens.glued(index + 1))


def _is_figure(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a name begins with a sum of money, or is a Roman number and no more."""
    word = words[first]
    may_be = not word.isalpha() or (word.isupper() and last - first == 1)
    return may_be and _FIGURES.fullmatch(word) is not None


def _names_none(scene: Scene, span: Labelled) -> bool:
    """Whether a span is a figure, or only an office: `Omani Minister` before `of`, `Presiden`."""
    first, last, label = span
    words = scene.tokens.words
    if _is_figure(words, first, last):
        return True
    titled = words[last - 1] in scene.rules.titles
    if label != "PER":
        office = titled and last - first == 1 and not scene.known[first]
        return office or (label == "ORG" and _is_ministry(scene, first, last))
    few = last - first < 3 and not scene.is_given(first)
    return few and titled and words[last : last + 1] == ["of"]


def _is_ministry(scene: Scene, first: int, last: int) -> bool:
    """Whether a span is an office and what it is for: `Omani Minister of Foreign Affairs`."""
    words, titles = scene.tokens.words, scene.rules.titles
    until = min(first + 2, last - 1)
    return any(words[at] in titles and words[at + 1] == "of" for at in range(first, until))


def _is_abbreviation(word: str) -> bool:
    letter = len(word) == 1 and word.isalnum() and not word.isdecimal()
    return letter or word in _ABBREVIATIONS


def _without_generics(
    words: Sequence[str], first: int, last: int, rules: Triggers
) -> tuple[int, int]:
    """A body's name without the words at either end that only tell of what it is said."""
    while first < last and words[first] in rules.generics:
        first += 1
    while first < last - 1 and words[last - 1] in rules.generics:
        last -= 1
    return first, last


def _capitalised(words: Sequence[str], first: int, last: int, bodies: Container[int]) -> int:
    """The first token with a capital, or where a known name begins: `la República Checa`."""
    while first < last and words[first].islower() and first not in bodies:
        first += 1
    return first


def _before_rank(words: Sequence[str], first: int, last: int, rules: Triggers) -> int:
    """The end of a body's name before its officer's title: `Kementerian Pertahanan Brigjen`."""
    goes_on = last < len(words) and words[last][0].isupper()
    while goes_on and last - first > 1 and words[last - 1] in rules.titles:
        last -= 1
    return last


def _trimmed(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    while first < last and (tokens.words[first] in _ENDS or tokens.words[first][-1] in "'’"):
        first += 1
    while first < last and (tokens.words[last - 1] in _ENDS or tokens.words[last - 1] in _JOINING):
        closing = tokens.words[last - 1] == "." and _is_abbreviation(tokens.words[last - 2])
        if closing and last - first > 1 and len(tokens.words[last - 2]) > 1:
            break
        last -= 1
    return first, last
