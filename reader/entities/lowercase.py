"""States whose names are written without a capital, where a place is told: `in estonia`."""

from collections.abc import Mapping, Sequence
from functools import cache

from reader.entities.gazetteer import Known, gazetteer
from reader.entities.lexicon import lexicon
from reader.entities.merge import KnownSpan
from reader.entities.tokens import Tokens
from reader.entities.triggers import Triggers, triggers

_LEAST = 4
"""The fewest letters of a name that is known without its capital."""


def with_lowercase(
    tokens: Tokens, names: list[KnownSpan], language: str, rules: Triggers
) -> list[KnownSpan]:
    """The known names with the states of one word that stand small after a word such as `from`.

    Only in languages that list the names which are other words without their capital.
    """
    states = _lowered(language)
    if not states or states.keys().isdisjoint(tokens.words):
        return names
    found = [
        (index, index + 1, Known("S", states[word]))
        for index, word in enumerate(tokens.words)
        if word in states and _is_place(tokens.words, index, rules)
    ]
    return sorted([*names, *found], key=lambda span: span[0])


def _is_place(words: Sequence[str], index: int, rules: Triggers) -> bool:
    """Whether a preposition of place stands before a token, or before its article."""
    article = index > 0 and words[index - 1] == "the"
    before = words[index - 1 - article] if index > article else ""
    return before in rules.at_places


@cache
def _lowered(language: str) -> Mapping[str, str]:
    """The names of states of one word without their capitals, to the states' codes."""
    homographs = triggers(language).homographs
    if not homographs:
        return {}
    apart = homographs | lexicon(language).small
    names = gazetteer(language).names.items()
    states = ((name.lower(), known[2:]) for name, known in names if known[0] == "S")
    plain = ((name, code) for name, code in states if name.isalpha() and len(name) >= _LEAST)
    return {name: code for name, code in plain if name not in apart}
