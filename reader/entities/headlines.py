"""Headlines in which each word has a capital, read as if only names had: `Rusia Kecam Sanksi Baru`.

The idea of truecasing is that of Lita, Ittycheriah, Roukos and Kambhatla, "tRuEcasIng", ACL 2003;
here a word without a name's sense is written small where text mostly writes it so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.entities.lexicon import Lexicon
from reader.entities.tokens import Tokens
from reader.entities.triggers import Triggers

_SHARE = 0.75
"""The share of words with a capital, of those long enough, from which on it tells nothing."""
_LEAST, _LETTERS = 3, 4
"""How many words there are at least, and of how many letters."""
_MOST = 40
"""The most tokens of a headline."""
_FEW = 8
"""Of how many tokens a name by itself is at most."""
_CLOSING = frozenset(".;:,")
"""What a sentence ends with and a headline does not."""
_PEOPLE = frozenset(("given", "family"))
_ENDINGS = {"en": ("s", "es", "d", "ed", "ing", "ly")}
_MALAY = (
    *(("", prefix) for prefix in ("me", "mem", "men", "meng", "ber", "di")),
    *(("k", "meng"), ("p", "mem"), ("t", "men"), ("s", "meny")),
)
"""What a verb without its prefix begins with, and what the whole verb has instead: `kecam`."""
_PREFIXES = {"id": _MALAY, "ms": _MALAY}


def truecased(
    tokens: Tokens, known: Sequence[str], rules: Triggers, words: Lexicon, language: str
) -> Tokens:
    """The tokens of a headline with their common words small; those of a name alone as they are.

    Words of known names, titles and words that begin or end a name keep their capital.
    """
    if _is_body(tokens, known, rules):
        return tokens
    kept = (rules.titles, rules.organisations, rules.places)
    common = {
        index
        for index in tokens.capitals
        if known[index] in ("", "B-P")
        and not (known[index] and index and tokens.words[index - 1] in rules.at_places)
        and not any(tokens.words[index] in few for few in kept)
        and _is_common(tokens.words[index], rules, words, language)
    }
    common -= {index for index in common if _is_named(tokens, index, common, words, rules)}
    written = [word.lower() if at in common else word for at, word in enumerate(tokens.words)]
    return replace(
        tokens, words=written, capitals=[at for at in tokens.capitals if at not in common]
    )


def is_shouted(tokens: Tokens) -> bool:
    """Whether a block of some length is written in capitals, which then tell nothing."""
    words = tokens.words
    if 2 * len(tokens.capitals) < len(words):
        return False
    letters = [word for word in words if word[0].isalpha() and len(word) > 1]
    return len(letters) > 3 and sum(word.isupper() for word in letters) > 0.6 * len(letters)


def is_headline(tokens: Tokens) -> bool:
    """Whether most words of a short block have a capital, and it ends as no sentence does."""
    few = len(tokens.words) <= _MOST and len(tokens.capitals) >= _LEAST
    if not few or not _CLOSING.isdisjoint(tokens.words[-2:]):
        return False
    long = [word for word in tokens.words if len(word) >= _LETTERS and word.isalpha()]
    return len(long) >= _LEAST and sum(word[0].isupper() for word in long) > _SHARE * len(long)


def _is_body(tokens: Tokens, known: Sequence[str], rules: Triggers) -> bool:
    """Whether a few words are only the name of a body or place, as one stands in a list."""
    first, last = 1, len(tokens.words) - 2
    ends = (first, last) if rules.compounds else (first,)
    told = (rules.organisations, rules.places)
    return last <= _FEW and any(
        not known[at] and any(tokens.words[at] in few for few in told) for at in ends
    )


def _is_common(word: str, rules: Triggers, words: Lexicon, language: str) -> bool:
    """Whether headlines have a word, or text mostly writes it small, or another form of it."""
    if not word.isalpha() or not word[1:].islower():
        return False
    told = word.lower() in rules.headlines
    return told or not words.small.isdisjoint(_forms(word.lower(), language))


def _forms(word: str, language: str) -> Iterator[str]:
    """A word, without its ending or with the prefix that a headline leaves out."""
    yield word
    for ending in _ENDINGS.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            yield word[: -len(ending)]
    for initial, prefix in _PREFIXES.get(language, ()):
        if word.startswith(initial):
            yield prefix + word[len(initial) :]


def _is_named(
    tokens: Tokens, index: int, common: set[int], words: Lexicon, rules: Triggers
) -> bool:
    """Whether a common word is a name here: one of people's, beside another or a rare word."""
    written = tokens.words
    if written[index] in rules.articles or _PEOPLE.isdisjoint(words.classes(written[index])):
        return False
    return any(
        written[at][0].isupper()
        and (at not in common or not _PEOPLE.isdisjoint(words.classes(written[at])))
        for at in (index - 1, index + 1)
        if 0 <= at < len(written)
    )
