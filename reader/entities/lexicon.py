"""Classes of single words: given names, family names, towns, titles, and how text cases them."""

from dataclasses import dataclass
from functools import cache

from reader.entities.language import kin
from reader.entities.tables import table_rows
from reader.entities.triggers import triggers


@dataclass(frozen=True)
class Lexicon:
    """Word lists by class."""

    lists: tuple[tuple[str, frozenset[str]], ...]
    """Class name and the words in it, with their capitals."""
    small: frozenset[str]
    """Words that text mostly writes without a capital."""

    def classes(self, word: str) -> tuple[str, ...]:
        """The classes of a word; one in capitals only counts as one with an initial capital."""
        if len(word) > 3 and word.isupper():
            word = word.capitalize()
        found = [name for name, words in self.lists if word in words]
        if word.isalpha():
            found.append("small" if word.lower() in self.small else "rare")
        return tuple(found)


@cache
def lexicon(language: str) -> Lexicon:
    """The word lists of a language."""
    script = "cyrillic" if language == "ru" else "latin"
    lists = _lists(script) | _lists(kin(language))
    own = triggers(language)
    lists |= {"title": own.titles, "body": own.organisations}
    lists |= {"site": own.places, "part": own.particles}
    small = lists.pop("small", frozenset())
    return Lexicon(tuple(lists.items()), small)


def _lists(name: str) -> dict[str, frozenset[str]]:
    rows = table_rows("lexicon", f"{name}.tsv")
    return {kind: frozenset(words.split(" ")) for kind, words in rows}
