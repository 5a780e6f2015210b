"""The words of dates in one language."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reader.entities.tables import table_rows
from reader.entities.tokens import key_of

_OPENING = frozenset(("month", "weekday", "relative", "edge", "number", "ahead", "near"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A form of one or more tokens that plays a part in dates."""

    words: tuple[str, ...]
    """Its tokens."""
    kind: str
    """`month`, `weekday`, `relative`, `edge`, `unit`, `number`, `ago`, `ahead` or `near`."""
    value: str
    """A month's or weekday's number, `week:-1`, a unit's name, or a number."""


@dataclass(frozen=True, slots=True)
class DateWords:
    """What the date grammar needs to know of a language."""

    phrases: dict[str, tuple[Phrase, ...]]
    """First token to the phrases that begin with it, the longest first."""
    openers: frozenset[str]
    """First tokens of the phrases that a date may begin with."""
    cues: frozenset[str]
    """Words after which four digits are a year."""
    joins: frozenset[str]
    """Words and marks that stand between the years of a list."""

    def at(self, words: Sequence[str], index: int, kinds: Sequence[str]) -> Phrase | None:
        """The longest phrase of one of `kinds` that stands at `index`."""
        if index >= len(words):
            return None
        for phrase in self.phrases.get(words[index], ()):
            length = len(phrase.words)
            if phrase.kind in kinds and tuple(words[index : index + length]) == phrase.words:
                return phrase
        return None


@cache
def date_words(language: str) -> DateWords:
    """The date words of a language; English where there is no table for it."""
    rows = table_rows("calendar", f"{language}.tsv") or table_rows("calendar", "en.tsv")
    phrases: dict[str, list[Phrase]] = {}
    for kind, value, form in rows:
        if kind in ("cue", "join"):
            continue
        for written in dict.fromkeys((form, form[:1].upper() + form[1:])):
            words = tuple(key_of(written.rstrip("."), language).split(" "))
            phrases.setdefault(words[0], []).append(Phrase(words, kind, value))
    longest = {
        first: tuple(sorted(found, key=lambda phrase: -len(phrase.words)))
        for first, found in phrases.items()
    }
    openers = {word for word, some in phrases.items() if any(p.kind in _OPENING for p in some)}
    cues = frozenset(form for kind, _, form in rows if kind == "cue")
    joins = frozenset((",", *(form for kind, _, form in rows if kind == "join")))
    return DateWords(longest, frozenset(openers), cues, joins)
