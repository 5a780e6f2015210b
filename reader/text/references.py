"""References within an article: headings by their anchor, footnotes, files beside it."""

import os
import re
from urllib.parse import unquote

from reader.article import Article, Span

_REFERENCE = re.compile(r"\[[^\[\]\s]{1,40}\]")
_DROPPED = re.compile(r"[^\w\- ]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\\|#")


def heading_of(article: Article, target: str) -> Span | None:
    """The heading that `#its-title` leads to, written as GitHub and most editors do."""
    if not target.startswith("#"):
        return None
    wanted = unquote(target[1:]).lower()
    seen: dict[str, int] = {}
    for block in article.headings():
        slug = _DROPPED.sub("", article.text[block.start : block.end].lower()).replace(" ", "-")
        count = seen[slug] = seen.get(slug, -1) + 1
        if wanted in (slug, f"{slug}-{count}") and (not count or wanted != slug):
            return block.span
    return None


def references(article: Article) -> list[Span]:
    """The places that name a footnote, in text order."""
    notes = {each.marker for each in article.blocks if each.kind == "footnote"}
    found = _REFERENCE.finditer(article.text) if notes else ()
    return [Span(*each.span()) for each in found if each[0] in notes]


def other_end(article: Article, span: Span) -> Span | None:
    """The footnote that is named in `span`; from a footnote, the first place that names it."""
    notes = {each.marker: each.span for each in article.blocks if each.kind == "footnote"}
    for marker, note in notes.items():
        if note.meets(span):
            place = article.text.find(marker, 0, note.start)
            return Span(place, place + len(marker)) if place >= 0 else None
    named = _REFERENCE.findall(article.text, span.start, span.end)
    return next((notes[each] for each in named if each in notes), None)


def beside(article: Article, target: str) -> str:
    """The path of the file that a relative link leads to; empty where there is none."""
    if not target or _SCHEME.match(target) or not os.path.isabs(article.source):
        return ""
    name = unquote(re.split("[?#]", target)[0])
    path = os.path.normpath(os.path.join(os.path.dirname(article.source), name))
    return path if "\0" not in path and os.path.isfile(path) else ""
