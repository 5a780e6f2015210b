"""Events named after a state: `Iraq War`, `Malaysia Open`."""

from collections.abc import Sequence

from reader.entities.gazetteer import Known
from reader.entities.merge import KnownSpan
from reader.entities.tokens import Tokens
from reader.entities.triggers import Triggers

_LONGEST = 4
"""The most words of an event's name after that of the state."""


def with_events(tokens: Tokens, names: list[KnownSpan], rules: Triggers) -> list[KnownSpan]:
    """The known names with those that an event's name begins with made into the event's."""
    if rules.events.isdisjoint(tokens.words):
        return names
    found: list[KnownSpan] = []
    free = 0
    for first, last, known in names:
        end = _end(tokens.words, last, rules) if known.kind == "S" and first >= free else 0
        if first >= free:
            found.append((first, end, Known("E", "")) if end else (first, last, known))
            free = end or last
    return found


def _end(words: Sequence[str], first: int, rules: Triggers) -> int:
    """The token after a word for an event that capitalised words lead to; 0 for none."""
    for index in range(first, min(first + _LONGEST, len(words))):
        if not words[index][0].isupper() or words[index] in rules.titles:
            return 0
        if words[index] in rules.events:
            return index + 1
    return 0
