"""A feed (RSS, Atom) becomes an article that lists its entries under links to them."""

import re
from io import BytesIO
from typing import Any

from reader.article import Article
from reader.loading.builder import ArticleBuilder
from reader.loading.errors import LoadError, MissingExtra
from reader.loading.html import absolute, parsed
from reader.loading.htmltext import paragraphs
from reader.loading.language import language_code
from reader.loading.markup import MarkupWalk
from reader.loading.source import Raw, is_web
from reader.text.opening import opening_words

_LIMIT = 10 << 20
_MOST_ENTRIES = 500
_FAILURES = ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)


def load(raw: Raw) -> Article:
    """The article that a feed is: a heading with a link for each entry, and its summary.

    Raises:
        MissingExtra: feedparser is not installed.
    """
    try:
        import feedparser
    except ImportError as error:
        raise MissingExtra(raw.name, "feeds") from error
    # Without a document type there are no entities that could grow.
    data = _DOCTYPE.sub(b"", raw.read(_LIMIT), count=1)
    try:
        found = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except _FAILURES as error:
        raise LoadError(raw.name, "is a damaged feed") from error
    if not found.entries:
        raise LoadError(raw.name, "is a feed without entries")
    builder = ArticleBuilder()
    home = raw.name if is_web(raw.name) else _plain(found.feed.get("link"))
    for entry in found.entries[:_MOST_ENTRIES]:
        _add(builder, entry, raw.name, home)
    return builder.finish(
        title=_title(found.feed),
        author=_plain(found.feed.get("author")),
        site=_title(found.feed),
        language=language_code(_plain(found.feed.get("language"))),
        published=_day(found.feed),
        source=raw.name,
    )


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _day(entry: Any) -> str:
    for name in ("published_parsed", "updated_parsed"):
        # Asked in its own way, feedparser takes one for the other, with a warning.
        when = dict.get(entry, name)
        if when:
            return f"{when.tm_year:04}-{when.tm_mon:02}-{when.tm_mday:02}"
    return ""


def _title(of: Any) -> str:
    """The title of a feed or an entry, which may be written in HTML."""
    title = _plain(of.get("title"))
    is_hypertext = "html" in str((of.get("title_detail") or {}).get("type"))
    return " ".join(paragraphs(title)) if is_hypertext else " ".join(title.split())


def _add(builder: ArticleBuilder, entry: Any, name: str, home: str) -> None:
    contents = entry.get("content") or [{}]
    summary = _plain(contents[0].get("value")) or _plain(entry.get("summary"))
    written = _plain(entry.get("link"))
    link = absolute(home, written) if written else ""
    builder.open_mark("link", link)
    # Messages in a feed may have no title.
    builder.add(_title(entry) or opening_words(" ".join(paragraphs(summary))) or "…")
    builder.close_mark("link")
    builder.end_block("heading", 2)
    builder.add(" · ".join(filter(None, (_day(entry), _plain(entry.get("author"))))))
    builder.end_block("paragraph")
    if summary.strip():
        walk = MarkupWalk(builder, lambda address: absolute(link or home, address))
        walk.take(parsed(f"<div>{summary}</div>", name))
