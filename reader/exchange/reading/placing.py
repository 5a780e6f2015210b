"""Where a note from elsewhere stands in an article: its quote sought with the words around it.

White space does not count, for other programs take it from the page and we from the text.
"""

import re
from dataclasses import replace
from itertools import islice

from reader.article import Article, Span
from reader.notes.anchor import create, resolve
from reader.notes.annotation import Anchor

_MOST = 200
"""The greatest number of places that a quote is looked at in."""
_LONGEST = 200
"""The most characters of a headline that a note on the whole article is put on."""


def placed_anchor(article: Article, anchor: Anchor) -> Anchor:
    """The anchor as made on the article's text, or as it came where its quote is not in it.

    One without a quote is about the article as a whole, and is put on its headline.
    """
    if not anchor.exact.strip():
        return _made(article, headline(article))
    words = anchor.exact.split()
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = islice(pattern.finditer(article.text), _MOST)
    variants = dict.fromkeys(match[0] for match in found)
    best = max((_place(article, anchor, each) for each in variants), default=None)
    return _made(article, best[1]) if best and best[0] > 0 else anchor


def headline(article: Article) -> Span:
    """The first heading, or else the first line."""
    blocks = [block for block in article.blocks if len(block.span)]
    chosen = next((block for block in blocks if block.kind == "heading"), blocks[0])
    line = article.text[chosen.start : min(chosen.end, chosen.start + _LONGEST)]
    return Span(chosen.start, chosen.start + max(1, len(line.partition("\n")[0])))


def _place(article: Article, anchor: Anchor, exact: str) -> tuple[float, Span]:
    place = resolve(article.text, replace(anchor, exact=exact))
    is_there = article.text[place.start : place.end] == exact
    return (place.confidence if is_there and place.status != "orphan" else 0.0), place.span


def _made(article: Article, span: Span) -> Anchor:
    path = article.heading_path(span.start)
    return create(article.text, span.start, span.end, path, article.digest)
