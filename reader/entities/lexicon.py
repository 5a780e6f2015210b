"""Classes of single words: given names, family names, towns, titles, and how text cases them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from reader.entities.language import kin
from reader.entities.tables import table_rows
from reader.entities.triggers import triggers

_MOST_REMEMBERED = 20_000


@dataclass(slots=True, eq=False)
class Lexicon:
    """Word lists by class."""

    lists: tuple[tuple[str, frozenset[str]], ...]
    """Class name and the words in it, with their capitals."""
    small: frozenset[str]
    """Words that text mostly writes without a capital."""
    _met: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def classes(self, word: str) -> tuple[str, ...]:
        """The classes of a word; one in capitals only counts as one with an initial capital."""
        found = self._met.get(word)
        if found is None:
            if len(self._met) >= _MOST_REMEMBERED:
                self._met.clear()
            self._met[word] = found = tuple(self._looked_up(word))
        return found

    def _looked_up(self, word: str) -> Iterator[str]:
        if len(word) > 3 and word.isupper():
            word = word.capitalize()
        for name, words in self.lists:
            if word in words:
                yield name
        if word.isalpha():
            yield "small" if word.lower() in self.small else "rare"


@cache
def lexicon(language: str) -> Lexicon:
    """The word lists of a language."""
    script = "cyrillic" if language == "ru" else "latin"
    lists = _lists(script) | _lists(kin(language))
    if script == "latin":
        lists |= _lists("wiki")
    own = triggers(language)
    lists |= {"title": own.titles, "body": own.organisations}
    lists |= {"site": own.places, "part": own.particles}
    small = lists.pop("small", frozenset())
    return Lexicon(tuple(lists.items()), small)


def _lists(name: str) -> dict[str, frozenset[str]]:
    rows = table_rows("lexicon", f"{name}.tsv")
    return {kind: frozenset(words.split(" ")) for kind, words in rows}
