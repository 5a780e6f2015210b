"""The names of a stretch once more, with what the article has said before and explains here."""

import re
from collections.abc import Sequence

from reader.entities.labels import Label, Labelled
from reader.entities.lexicon import Lexicon
from reader.entities.memory import Memory, stem
from reader.entities.speakers import without_opening
from reader.entities.tokens import Tokens

_SITE = re.compile(r"\w\.\w{2,4}$")


def remembered(
    tokens: Tokens, tagged: list[Labelled], known: Sequence[str], memory: Memory, words: Lexicon
) -> list[Labelled]:
    """The names once more, with what the article has said before and what it explains here."""
    if "(" in tokens.words:
        _explained(tokens, tagged, known, memory)
    labels: dict[tuple[int, int], Label] = {}
    covered = bytearray(len(tokens.words))
    for span in tagged:
        first, last, label = without_opening(tokens, span, memory, words)
        labels[first, last] = label
        covered[first:last] = b"\1" * (last - first)
        if label == "PER" and last - first > 1:
            memory.met([word for word in tokens.words[first:last] if word not in words.small])
    for index in tokens.capitals:
        if known[index] or len(tokens.words[index]) < 2:
            continue
        word = tokens.words[index]
        alone = (index, index + 1)
        if covered[index] and alone not in labels:
            continue
        if word in memory.shorts:
            labels.pop(alone, None)
            if explained := memory.shorts[word]:
                labels[alone] = explained
        elif "." in word and _SITE.search(word):
            labels[alone] = "ORG"
        elif len(word) > 2 and (alone in labels or _stands_alone(tokens, index, words)):
            if memory.knows(word):
                labels[alone] = "PER"
            elif labels.get(alone) != "PER":
                memory.loose.add(stem(word))
    return [(*span, label) for span, label in sorted(labels.items())]


def _stands_alone(tokens: Tokens, index: int, words: Lexicon) -> bool:
    """Whether the token is no common word and has no other capital beside it."""
    written = tokens.words
    if index and written[index - 1][0].isupper():
        return False
    if index + 1 < len(written) and written[index + 1][0].isupper():
        return False
    return written[index].lower() not in words.small


def _explained(
    tokens: Tokens, tagged: list[Labelled], known: Sequence[str], memory: Memory
) -> None:
    """Take in each `Long Form (ABC)`: the short form names what the long one names."""
    ends = {last: (first, label) for first, last, label in tagged}
    words = tokens.words
    for place in tokens.capitals:
        index, short = place - 1, words[place]
        if index < 1 or words[index] != "(" or words[place + 1 : place + 2] != [")"]:
            continue
        if not (2 <= len(short) <= 10 and sum(map(str.isupper, short)) > 1) or known[index + 1]:
            continue
        first, label = ends.get(index, (index, "PER"))
        if label == "ORG" or (label == "LOC" and words[first][0] == short[0]):
            memory.shorts.setdefault(short, label)
        elif index not in ends and not known[index - 1] and _spells(words, index, short):
            memory.shorts.setdefault(short, None)


def _spells(words: Sequence[str], index: int, short: str) -> bool:
    """Whether the small words before a bracket begin with the letters of the acronym."""
    before = words[max(0, index - len(short)) : index]
    return words[index - 1].islower() and [w[0].lower() for w in before] == list(short.lower())
