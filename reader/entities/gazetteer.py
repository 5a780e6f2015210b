"""Known names: states, seats of government, organisations and places, found by whole tokens."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Literal, NamedTuple, TypeAlias

from reader.entities.tables import table_rows
from reader.entities.tokens import Tokens, key_of

NameClass: TypeAlias = Literal["S", "C", "R", "O", "P", "E", "D"]
"""State, seat of government, organisation with a roster, other organisation, other place, event.

`D` is a province that bears the name of a state, told by what stands beside it.
"""


OwnNames: TypeAlias = tuple[tuple[str, str], ...]
"""Names of organisations of the reader's own, each with the id of its roster."""

_INFLECTED = frozenset(("de", "ru"))
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


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All known names of one language."""

    names: dict[str, str]
    """Key (tokens joined by spaces) to class and code, joined by a space."""
    longest: dict[str, int]
    """First token of the names of many tokens, to the most tokens that such a name has."""
    bases: dict[str, str] = field(default_factory=dict)
    """Key of an inflected name to the name as a dictionary has it."""
    provinces: dict[str, str] = field(default_factory=dict)
    """State names that a part of another state bears too, to that state: Georgia, to `US`."""

    def at(self, tokens: Tokens, index: int) -> tuple[int, Known] | None:
        """The longest known name that begins at a token, with the token after it."""
        word = tokens.words[index]
        for last in range(index + self.longest.get(word, 1), index, -1):
            key = word if last == index + 1 else tokens.key(index, last)
            known = self.names.get(key)
            if known:
                return min(last, len(tokens.words)), _known(known, self.bases.get(key, ""))
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


def _known(written: str, base: str = "") -> Known:
    kind, _, code = written.partition(" ")
    return Known(kind, code, base)


def table(name: str) -> list[list[str]]:
    """The rows of a name table: key, class and code, and the name where it is not its own key.

    The name is as a dictionary has it, and the key in any of its cases.
    """
    return table_rows("names", f"{name}.tsv")


@cache
def gazetteer(language: str) -> Gazetteer:
    """The known names of a language, with the English ones that do not clash, and places."""
    towns = table("cyrillic" if language == "ru" else "latin")
    places = {row[0]: row[1] for row in towns}
    own = {row[0]: row[1] for row in table("en") if len(row[0]) > 3 or language == "en"}
    own |= {row[0]: row[1] for row in table(language)}
    names = places | own
    shared = {key: places[key][2:] for key in places.keys() & own.keys() if own[key][0] == "S"}
    bases = _bases([*towns, *table(language)]) if language in _INFLECTED else {}
    return Gazetteer(names, _longest(names), bases, shared)


def _bases(rows: Iterable[list[str]]) -> dict[str, str]:
    named = [(row[0], row[2]) for row in rows if len(row) > 2]
    return {key: name for key, name in named if key.replace(" ", "") != name.replace(" ", "")}


@lru_cache(maxsize=8)
def own_gazetteer(own: OwnNames, language: str) -> Gazetteer:
    """The names of the reader's own organisations."""
    keyed = ((key_of(name, language), identity) for name, identity in own)
    names = {key: f"R {identity}" for key, identity in keyed if key}
    return Gazetteer(names, _longest(names))


def _longest(names: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in [key for key in names if " " in key]:
        first, length = key[: key.index(" ")], key.count(" ") + 1
        if length > longest.get(first, 1):
            longest[first] = length
    return longest
