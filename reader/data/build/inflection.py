"""The case forms of Russian names, by the dictionary of pymorphy3 (MIT; data of OpenCorpora)."""

from collections.abc import Iterator
from functools import cache

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")

APPOSED = "Республика"
"""What inflects without the state's name after it: `в Исламской Республике Пакистан`."""


@cache
def analyzer() -> MorphAnalyzer:
    """The dictionary, read once."""
    return MorphAnalyzer()


def nominative(word: str, noun: bool) -> Parse | None:
    """The reading of a word as a nominative noun or adjective; a place name before others."""
    wanted = ("NOUN",) if noun else ("ADJF", "PRTF")
    parses = [p for p in analyzer().parse(word) if p.tag.POS in wanted and p.tag.case == "nomn"]
    places = [p for p in parses if "Geox" in p.tag]
    return next(iter(places or parses), None)


def forms(name: str) -> Iterator[str]:
    """A name in each case: its leading adjectives and nominative nouns are inflected."""
    yield name
    words = name.split(" ")
    changing: list[Parse | None] = []
    for index, word in enumerate(words):
        last = index == len(words) - 1
        parse = None if word.isupper() else (nominative(word, last) or nominative(word, not last))
        changing.append(parse)
        if parse is None and word != "и":
            changing += [None] * (len(words) - index - 1)
            break
        if parse and parse.tag.POS == "NOUN" and not last and words[index + 1] != "и":
            following = nominative(words[index + 1], True)
            if following is None or "Geox" not in following.tag:
                changing += [None] * (len(words) - index - 1)
                break
    for case in CASES:
        whole = [inflected(w, p, case) for w, p in zip(words, changing, strict=True)]
        yield " ".join(whole)
        if words[-2:-1] == [APPOSED]:
            yield " ".join((*whole[:-1], words[-1]))


def guessed(name: str) -> Iterator[str]:
    """A name of one word that the dictionary lacks, with the endings of its likely declension."""
    if " " in name or name.isupper() or nominative(name, True):
        return
    if name[-1] in "бвгдзклмнпрстфхцчшщж":
        yield from (name + ending for ending in ("а", "у", "ом", "е"))
    elif name[-1] == "а":
        soft = name[-2] in "гкхжшчщ"
        yield from (name[:-1] + ending for ending in ("и" if soft else "ы", "е", "у", "ой"))


def inflected(word: str, parse: Parse | None, case: str) -> str:
    """One word in a case, with its capitals kept."""
    form = parse.inflect({case, parse.tag.number}) if parse and parse.tag.number else None
    if form is None:
        return word
    parts = zip(word.split("-"), str(form.word).split("-"), strict=True)
    return "-".join(new.capitalize() if old[:1].isupper() else new for old, new in parts)
