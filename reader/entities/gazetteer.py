"""Known names: states, seats of government, organisations and places, found by whole tokens."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from reader.entities.tables import table_rows, table_text
from reader.entities.tokens import Tokens, key_of

NameClass: TypeAlias = Literal["S", "C", "R", "O", "P", "E", "D"]
"""State, seat of government, organisation with a roster, other organisation, other place, event.

`D` is a province that bears the name of a state, told by what stands beside it.
"""


OwnNames: TypeAlias = tuple[tuple[str, str], ...]
"""Names of organisations of the reader's own, each with the id of its roster."""

INFLECTED = frozenset(("de", "ru"))
"""The languages whose tables have names in several cases."""
_LONGEST = 4
"""The most words of a name that are looked up where all is written in capitals."""


class Known(NamedTuple):
    """What a known name names."""

    kind: str
    """The class of the name: one of `NameClass`."""
    code: str
    """ISO code of the state or of the state it stands in, or an organisation's id."""
    base: str = ""
    """The name as a dictionary has it, where it was found inflected."""
    is_own: bool = False
    """Whether the reader has said so, who is believed whatever else the words may mean."""


@dataclass(slots=True, eq=False)
class Gazetteer:
    """All known names of one language."""

    names: dict[str, str]
    """Key (tokens joined by spaces) to class and code, and after a tab the name, if another."""
    longest: dict[str, int]
    """First token of the names of many tokens, to the most tokens that such a name has."""
    provinces: dict[str, str]
    """State names that a part of another state bears too, to that state: Georgia, to `US`."""
    is_inflected: bool
    """Whether a key may be an inflected form of the name that stands after the tab."""

    def candidates(self, tokens: Tokens) -> list[int]:
        """The tokens with a capital with which a known name may begin."""
        words, names, longest = tokens.words, self.names, self.longest
        return [
            index
            for index in tokens.capitals
            if (word := words[index]) in longest or word in names or word.isupper()
        ]

    def at(self, tokens: Tokens, index: int) -> tuple[int, Known] | None:
        """The longest known name that begins at a token, with the token after it."""
        word, names = tokens.words[index], self.names
        for last in range(index + self.longest.get(word, 1), index + 1, -1):
            key = tokens.key(index, last)
            if known := names.get(key):
                return min(last, len(tokens.words)), _known(known, key if self.is_inflected else "")
        if known := names.get(word):
            return index + 1, _known(known, word if self.is_inflected else "")
        return self._shouted(tokens, index) if len(word) > 1 and word.isupper() else None

    def _shouted(self, tokens: Tokens, index: int) -> tuple[int, Known] | None:
        """The known name that is written in capitals from a token on."""
        words = [word.capitalize() for word in tokens.words[index : index + _LONGEST]]
        least = 0 if len(words[0]) > 3 else 1
        for length in range(min(self.longest.get(words[0], 1), len(words)), least, -1):
            known = self.names.get(" ".join(words[:length]))
            if known and all(word.isupper() for word in tokens.words[index : index + length]):
                return index + length, _known(known)
        return None


@lru_cache(maxsize=4096)
def _known(written: str, inflected: str = "") -> Known:
    entry, _, name = written.partition("\t")
    kind, _, code = entry.partition(" ")
    is_form = inflected.replace(" ", "") != name.replace(" ", "")
    return Known(kind, code, name if inflected and is_form else "")


def table(name: str) -> list[list[str]]:
    """The rows of a name table: key, class and code, and the name where it is not its own key.

    The name is as a dictionary has it, and the key in any of its cases.
    """
    return table_rows("names", f"{name}.tsv")


@cache
def gazetteer(language: str) -> Gazetteer:
    """The known names of a language, with the English ones that do not clash, and places."""
    places = _entries("cyrillic" if language == "ru" else "latin")
    english = _entries("en").items()
    own = {key: known for key, known in english if len(key) > 3 or language == "en"}
    if language != "en":
        own = {key: known.partition("\t")[0] for key, known in own.items()} | _entries(language)
    names = places | own
    shared = {key for key in places.keys() & own.keys() if own[key][0] == "S"}
    provinces = {key: _known(places[key]).code for key in shared}
    return Gazetteer(names, _longest(names), provinces, language in INFLECTED)


def _entries(name: str) -> dict[str, str]:
    """The rows of a name table by their keys: a list of cells for each would take twice as long."""
    rows = (line.partition("\t") for line in table_text("names", f"{name}.tsv").splitlines())
    return {key: known for key, _, known in rows}


@lru_cache(maxsize=8)
def own_gazetteer(own: OwnNames, language: str) -> Gazetteer:
    """The names of the reader's own organisations."""
    keyed = ((key_of(name, language), identity) for name, identity in own)
    names = {key: f"R {identity}" for key, identity in keyed if key}
    return Gazetteer(names, _longest(names), {}, False)


def _longest(names: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in names:
        first, blank, others = key.partition(" ")
        if blank:
            length = others.count(" ") + 2
            if length > longest.get(first, 1):
                longest[first] = length
    return longest
