"""Names of cities that are numbers too, and no mention then: `Konsensus Lima Poin`."""

from collections.abc import Sequence

from reader.entities.merge import KnownSpan
from reader.entities.tokens import Tokens
from reader.entities.triggers import Triggers


def without_numerals(
    tokens: Tokens, names: Sequence[KnownSpan], rules: Triggers
) -> list[KnownSpan]:
    """The known names without the numbers that neither follow `in` nor stand before a comma."""
    words = tokens.words
    if rules.numerals.isdisjoint(words):
        return list(names)
    return [
        (first, last, known)
        for first, last, known in names
        if words[first] not in rules.numerals
        or last - first > 1
        or (first > 0 and words[first - 1] in rules.at_places)
        or words[last : last + 1] == [","]
    ]
