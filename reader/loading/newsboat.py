"""An article as the feed reader newsboat hands it to a pager: what is known of it, text, links."""

import re
from email.utils import parsedate_to_datetime

from reader.article import Article
from reader.loading.builder import ArticleBuilder
from reader.loading.canonical import canonical
from reader.loading.charset import decode
from reader.loading.source import Raw, is_web

_LIMIT = 20 << 20
_HEAD = re.compile(r"(Feed|Title|Author|Date|Link): (.*)\n")
# A line that was broken to fit the screen ends with a blank; a line between paragraphs is one.
_BROKEN = re.compile(r"(?<=[^\s]) \n(?=[^\s])(?!\[\d+\]: )")
_ITEM = re.compile(r"\s*[*•] (?=\S)")
_LINK = re.compile(r"(\[\d+\]): (\S+) \([a-z ]+\)")


def load(raw: Raw) -> Article:
    """The article: a note on it stands on the page that its link leads to, too."""
    text = canonical("".join(decode([raw.read(_LIMIT)], raw.name, raw.encoding)))
    known: dict[str, str] = {}
    while found := _HEAD.match(text):
        known.setdefault(found[1], found[2])
        text = text[found.end() :]
    builder = ArticleBuilder()
    for line in _BROKEN.sub(" ", text).split("\n"):
        _add(builder, line)
    link = known.get("Link", "")
    return builder.finish(
        title=known.get("Title", ""),
        author=known.get("Author", ""),
        site=known.get("Feed", ""),
        published=_day(known.get("Date", "")),
        url=link if is_web(link) else "",
        source=raw.name,
    )


def _add(builder: ArticleBuilder, line: str) -> None:
    item, link = _ITEM.match(line), _LINK.fullmatch(line)
    if link:
        builder.open_mark("link", link[2])
        builder.add(link[2])
        builder.end_block("footnote", marker=link[1])
    elif item:
        builder.add(line[item.end() :])
        builder.end_block("item", marker="•", within=("item",))
    else:
        builder.add(line.strip())
        builder.end_block("paragraph")


def _day(written: str) -> str:
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""
