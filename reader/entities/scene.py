"""One stretch of text and what the tables say of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.entities.lexicon import Lexicon
from reader.entities.tokens import Tokens
from reader.entities.triggers import Triggers

LONGEST = 4
"""The most words of a name before or after a particle."""
_PEOPLE = frozenset(("given", "family", "person"))


@dataclass(slots=True, eq=False)
class Scene:
    """One stretch, and what is known of its words."""

    tokens: Tokens
    """The stretch."""
    known: Sequence[str]
    """What the name tables call each token."""
    rules: Triggers
    """The trigger words of the language."""
    words: Lexicon
    """The word classes of the language."""

    def names_someone(self, index: int) -> bool:
        """Whether a token may be a word of a person's name: neither known nor common."""
        word = self.tokens.words[index] if 0 <= index < len(self.tokens.words) else ""
        if not word[:1].isupper() or not word.isalpha() or self.known[index]:
            return False
        rules = self.rules
        told = word in rules.titles or word in rules.organisations or word in rules.places
        return not told and word.lower() not in self.words.small

    def is_given(self, index: int) -> bool:
        """Whether a token is a given name."""
        return "given" in self.words.classes(self.tokens.words[index])

    def is_someone(self, index: int) -> bool:
        """Whether a token is a word of people's names."""
        return not _PEOPLE.isdisjoint(self.words.classes(self.tokens.words[index]))

    def run_from(self, index: int) -> int:
        """The token after the words of a name from a token on."""
        end = index
        while end - index < LONGEST and self.names_someone(end):
            end += 1
        return end

    def run_to(self, index: int) -> int:
        """The first token of the words of a name before a token."""
        start = index
        while index - start < LONGEST and self.names_someone(start - 1):
            start -= 1
        return start

    def after_particles(self, index: int) -> int:
        """The token after the particles (`von der`, `bin`, `el-`) at a token, else that token."""
        words, end = self.tokens.words, index
        while end < len(words) - 1 and words[end] in self.rules.particles:
            end += 1
        hyphen = end > index and words[end : end + 1] == ["-"] and end + 1 < len(words)
        hyphen = hyphen and self.tokens.glued(end)
        if hyphen or any(word in self.rules.binding for word in words[index:end]):
            return end + hyphen
        return index
