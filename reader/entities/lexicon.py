"""Classes of single words: given names, family names, towns, titles, and how text cases them."""

from dataclasses import dataclass, field
from functools import cache

from reader.entities.language import kin
from reader.entities.tables import table_rows
from reader.entities.triggers import triggers

_MOST_REMEMBERED = 20_000


@dataclass(slots=True, eq=False)
class Lexicon:
    """Word lists by class."""

    written: dict[str, str]
    """Class name to the words in it, in order, with a blank before and after each.

    All begin with a capital. They are tens of thousands, so only those with the initial of a word
    that is asked for are ever taken apart.
    """
    listed: dict[str, frozenset[str]]
    """Class name to the words in it: the lists that are short."""
    small: frozenset[str]
    """Words that text mostly writes without a capital."""
    _begun: dict[str, list[tuple[str, frozenset[str]]]] = field(default_factory=dict, repr=False)
    _met: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def classes(self, word: str) -> tuple[str, ...]:
        """The classes of a word; one in capitals only counts as one with an initial capital."""
        found = self._met.get(word)
        if found is None:
            if len(self._met) >= _MOST_REMEMBERED:
                self._met.clear()
            self._met[word] = found = self._looked_up(word)
        return found

    def _looked_up(self, word: str) -> tuple[str, ...]:
        if len(word) > 3 and word.isupper():
            word = word.capitalize()
        initial, found = word[:1], list[str]()
        if initial.isupper():
            begun = self._begun.get(initial) or self._begin(initial)
            found = [name for name, words in begun if word in words]
        found += [name for name, words in self.listed.items() if word in words]
        if word.isalpha():
            found.append("small" if word.lower() in self.small else "rare")
        return tuple(found)

    def _begin(self, initial: str) -> list[tuple[str, frozenset[str]]]:
        begun = [(name, _with_initial(words, initial)) for name, words in self.written.items()]
        self._begun[initial] = begun
        return begun


def _with_initial(words: str, initial: str) -> frozenset[str]:
    """Those of some words in order that begin with a letter."""
    first = words.find(f" {initial}")
    if first < 0:
        return frozenset()
    last = words.rfind(f" {initial}") + 1
    return frozenset(words[first + 1 : words.index(" ", last)].split(" "))


@cache
def lexicon(language: str) -> Lexicon:
    """The word lists of a language."""
    script = "cyrillic" if language == "ru" else "latin"
    written = _lists(script) | _lists(kin(language))
    if script == "latin":
        written |= _lists("wiki")
    own = triggers(language)
    listed = {"title": own.titles, "body": own.organisations}
    listed |= {"site": own.places, "part": own.particles}
    small = frozenset(written.pop("small", "").split())
    return Lexicon(written, listed, small)


def _lists(name: str) -> dict[str, str]:
    return {kind: f" {words} " for kind, words in table_rows("lexicon", f"{name}.tsv")}
