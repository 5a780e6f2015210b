"""Words of a stretch of text with their offsets: the one tokeniser of the entity room."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

BEGIN, END = "\r", "\n"
"""What stands before the first token of a block and after its last: white space is no token."""

_MARKS = "\u0300-\u036f\u0483-\u0487\u200d"
_WORD = rf"[\w{_MARKS}]"

_INITIALS = r"(?:[^\W\d_]\.){2,}"
_ELISION = r"(?:[cdjlmnstCDJLMNST]|[Qq]u)['’ʼ](?=\w)"
_DOMAIN = r"\.(?=(?i:com|co|id|net|org|info|ru|my|tv|uk|fr|de|es|br|pt)\b)"
_MORE = rf"(?:(?:['’ʼ](?![sS]\b)|{_DOMAIN}){_WORD}++)*+"
_ELIDED = rf"(?:(?:['’ʼ]|{_DOMAIN}){_WORD}++)*+"
# Words of two letters and more are frequent and begin no initials, so they are tried first.
_PLAIN = rf"({_WORD}{{2,}}+{_MORE}|{_INITIALS}|{_WORD}{_MORE}|['’ʼ][sS]\b|[^\w\s])"
_ELIDING = rf"({_ELISION}|{_WORD}{{2,}}+{_ELIDED}|{_INITIALS}|{_WORD}{_ELIDED}|[^\w\s])"
_ADDRESS = r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.\S+|[@#]\w+"

_ELIDING_LANGUAGES = frozenset(("fr", "it"))


@dataclass(slots=True, eq=False)
class Tokens:
    """The words and punctuation marks of a stretch, as columns."""

    words: list[str]
    """Each token as it stands in the text."""
    starts: list[int]
    """The first code point of each, in the whole text."""
    ends: list[int]
    """The first code point after each."""
    capitals: list[int]
    """The tokens that begin with a capital."""

    def key(self, first: int, last: int) -> str:
        """The tokens `first` to `last` (exclusive) as a gazetteer key."""
        return folded(" ".join(self.words[first:last]))

    def glued(self, index: int) -> bool:
        """Whether no space stands before a token."""
        return 0 < index < len(self.words) and self.ends[index - 1] == self.starts[index]


def folded(words: str) -> str:
    """A name with each kind of apostrophe written `'`."""
    return words.replace("’", "'").replace("ʼ", "'")


@cache
def _pattern(eliding: bool) -> re.Pattern[str]:
    return re.compile(_ELIDING if eliding else _PLAIN)


def tokenise(text: str, start: int, end: int, language: str) -> Tokens:
    """The tokens of `text[start:end]`; a word of an address, handle or hashtag is none.

    French elisions (`l'`, `d'`) and the English `'s` are tokens of their own.
    """
    pattern = _pattern(language in _ELIDING_LANGUAGES)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece_start, piece_end in _outside_addresses(text, start, end):
        # Gaps and tokens by turns: quicker than to ask each match for its edges.
        parts = pattern.split(text[piece_start:piece_end])
        edges = list(accumulate(map(len, parts), initial=piece_start))
        words += parts[1::2]
        starts += edges[1:-1:2]
        ends += edges[2::2]
    # Most words begin with a small letter of ASCII, which is told sooner than case.
    capitals = [at for at, word in enumerate(words) if not "`" < word < "{" and word[0].isupper()]
    return Tokens(words, starts, ends, capitals)


def _outside_addresses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = text[start:end]
    if not ("://" in piece or "www." in piece or "@" in piece or "#" in piece):
        return [(start, end)]
    pieces = []
    at = start
    for address in re.compile(_ADDRESS).finditer(text, start, end):
        pieces.append((at, address.start()))
        at = address.end()
    return [*pieces, (at, end)]


def key_of(name: str, language: str) -> str:
    """The gazetteer key of a whole name."""
    tokens = tokenise(name, 0, len(name), language)
    return tokens.key(0, len(tokens.words))
