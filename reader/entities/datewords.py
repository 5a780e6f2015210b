"""The words of dates in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeAlias

from reader.entities.tables import table_rows
from reader.entities.tokens import key_of

_OPENING = ("month", "weekday", "relative", "edge", "number", "ahead", "near")
_KINDS = (*_OPENING, "unit", "ago", "hence", "afterwards", "counted")
_AFTER_DAYS = (".", "/", "-", "–", "—", "de", "of", "day")
_SHOUTED = 3
"""Months and weekdays of fewer letters are other words in capitals."""


_FOLLOWED = {"number": ("unit",), "near": ("month", "weekday")}
"""What must follow a phrase of one token that says nothing alone."""


class Phrase(NamedTuple):
    """A form of one or more tokens that plays a part in dates."""

    words: tuple[str, ...]
    """Its tokens."""
    kind: str
    """`month`, `weekday`, `relative`, `edge`, `number`, `ahead`, `near`, or one that is inside."""
    value: str
    """A month's or weekday's number, `week:-1`, a unit's name, or a number."""


_Phrases: TypeAlias = dict[str, dict[str, list[Phrase]]]
"""Kind to first token to the phrases of that kind that begin with it."""


@dataclass(slots=True, eq=False)
class DateWords:
    """What the date grammar needs to know of a language."""

    phrases: dict[str, dict[str, tuple[Phrase, ...]]]
    """Kind to first token to the phrases of that kind that begin with it, the longest first."""
    openers: dict[str, frozenset[str]]
    """First tokens of the phrases that a date may begin with, to the kinds of these phrases."""
    after: dict[str, frozenset[str]]
    """Those of them that say nothing alone, to the tokens of which one must follow."""
    cues: frozenset[str]
    """Words after which four digits are a year."""
    joins: frozenset[str]
    """Words and marks that stand between the years of a list."""
    until: frozenset[str]
    """Words between the first day of several and the last: `to`, `and`."""
    counted: frozenset[str]
    """What may follow the number of a day or of units: other numbers begin no date."""

    def at(self, words: Sequence[str], index: int, kind: str) -> Phrase | None:
        """The longest phrase of a kind that stands at `index`."""
        if not 0 <= index < len(words):
            return None
        for phrase in self.phrases[kind].get(words[index], ()):
            length = len(phrase.words)
            if length == 1 or tuple(words[index : index + length]) == phrase.words:
                return phrase
        return None


@cache
def date_words(language: str) -> DateWords:
    """The date words of a language; English where there is no table for it."""
    rows = table_rows("calendar", f"{language}.tsv") or table_rows("calendar", "en.tsv")
    phrases: _Phrases = {kind: {} for kind in _KINDS}
    nouns = {form for kind, _, form in rows if kind == "noun"}
    for kind, value, form in rows:
        if kind in ("cue", "join", "noun", "until"):
            continue
        shouted = [form.upper()] * (kind in ("month", "weekday") and len(form) >= _SHOUTED)
        written_forms = dict.fromkeys((form, form[:1].upper() + form[1:], *shouted))
        for written in [each for each in written_forms if each not in nouns]:
            # A word of letters alone is its own key.
            key = written if written.isalpha() else key_of(written.rstrip("."), language)
            words = tuple(key.split(" "))
            phrases[kind].setdefault(words[0], []).append(Phrase(words, kind, value))
    longest = {
        kind: {
            first: tuple(sorted(found, key=lambda phrase: -len(phrase.words)))
            for first, found in some.items()
        }
        for kind, some in phrases.items()
    }
    openers = {first for kind in _OPENING for first in phrases[kind]}
    kinds = {
        first: frozenset(kind for kind in _OPENING if first in phrases[kind]) for first in openers
    }
    after = {first: _after(first, phrases) for first in openers if _needs_more(first, phrases)}
    cues = frozenset(form for kind, _, form in rows if kind == "cue")
    joins = frozenset((",", *(form for kind, _, form in rows if kind == "join")))
    until = frozenset(form for kind, _, form in rows if kind in ("join", "until"))
    firsts = {first for kind in ("month", "unit") for first in phrases[kind]}
    counted = frozenset((*firsts, *until, *_AFTER_DAYS))
    return DateWords(longest, kinds, after, cues, joins, until, counted)


def _needs_more(first: str, phrases: _Phrases) -> bool:
    """Whether a token by itself is no date, nor what may stand before anything: `the`, `two`."""
    whole = (kind for kind in _OPENING if kind not in _FOLLOWED)
    return all(len(phrase.words) > 1 for kind in whole for phrase in phrases[kind].get(first, ()))


def _after(first: str, phrases: _Phrases) -> frozenset[str]:
    """The tokens that may stand after the first one of a phrase, or after the phrase."""
    begun = [phrase for kind in _OPENING for phrase in phrases[kind].get(first, ())]
    inside = {phrase.words[1] for phrase in begun if len(phrase.words) > 1}
    kinds = {phrase.kind for phrase in begun if len(phrase.words) == 1}
    return frozenset(inside.union(*(phrases[next_] for kind in kinds for next_ in _FOLLOWED[kind])))
