"""What the article has said so far of names: people's words and acronyms."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from reader.entities.labels import Label

_RUSSIAN_ENDING = r"(?:ого|ому|ыми|ими|ой|ей|ом|ым|ем|ым|им|ую|юю|ый|ий|ая|а|у|е|ы|я|ю)$"


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word of a name, folded; a Cyrillic one without the ending of its case."""
    folded = word.casefold().replace("ё", "е")
    if len(folded) > 4 and "а" <= folded[0] <= "я":
        return re.sub(_RUSSIAN_ENDING, "", folded)
    return folded


@dataclass(slots=True)
class Memory:
    """Names that were told in full, so that their short forms are known again."""

    people: dict[str, str] = field(default_factory=dict)
    """The stem of each word of a person's full name to the full name."""
    loose: set[str] = field(default_factory=set)
    """The stems of words that stood alone with a capital and were not known to name anyone."""
    shorts: dict[str, Label | None] = field(default_factory=dict)
    """Acronyms that the text has explained to what they name; `None` for no name."""
    genitives: bool = False
    """Whether the language says whose something is with an `s` at the end of a name."""

    def met(self, words: list[str]) -> None:
        """Take in a person's full name."""
        name = " ".join(words)
        for word in words:
            if len(word) > 2 and word[0].isupper():
                self.people.setdefault(stem(word), name)

    def knows_better_now(self) -> bool:
        """Whether a word that was not known has since turned out to be part of a name."""
        return not self.loose.isdisjoint(self.people)

    def knows(self, word: str) -> bool:
        """Whether the word alone is part of a name of someone who was met."""
        return bool(self._name_with(word))

    def knows_as_last(self, word: str) -> bool:
        """Whether the full name of someone who was met ends in the word."""
        name = self._name_with(word).rpartition(" ")[2]
        return bool(name) and stem(name) in (stem(word), stem(word[:-1]))

    def _name_with(self, word: str) -> str:
        """The full name of which the word is a part; empty for none."""
        owns = self.genitives and word.endswith("s")
        return self.people.get(stem(word)) or (owns and self.people.get(stem(word[:-1]))) or ""
