"""The recogniser as the entity yardstick asks for it: spans of a text with their types."""

import re
from collections.abc import Iterator

from reader.article import Article, Block
from reader.entities.recogniser import recognise

_TYPES = {"person": "PER", "org": "ORG", "state": "LOC", "place": "LOC", "date": "DATE"}
AS_OF = "2020-06-15"


def article(text: str, language: str) -> Article:
    """A text as an article of one paragraph a line."""
    lines = re.finditer(r"[^\n]+", text)
    blocks = [Block("paragraph", *line.span()) for line in lines]
    return Article(text, blocks, language=language)


def spans(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and type of each mention."""
    for mention in recognise(article(text, language), AS_OF).mentions:
        yield mention.start, mention.end, _TYPES.get(mention.kind, mention.kind.upper())
