"""An EPUB becomes an article: its chapters in reading order, under the titles of its contents."""

from typing import TYPE_CHECKING

from reader.article import Article
from reader.loading.archive import Archive
from reader.loading.builder import ArticleBuilder
from reader.loading.elements import name_of
from reader.loading.errors import LoadError
from reader.loading.frontmatter import iso_date
from reader.loading.language import language_code
from reader.loading.markup import MarkupWalk
from reader.loading.package import package_of
from reader.loading.source import Raw
from reader.loading.xmltree import xml_text, xml_tree

if TYPE_CHECKING:
    from lxml.etree import _Element


def load(raw: Raw) -> Article:
    """The article that an EPUB 2 or 3 is."""
    archive = Archive(raw.read(), raw.name)
    package = package_of(archive)
    builder = ArticleBuilder()
    for path in dict.fromkeys(package.chapters):
        body = _body(xml_text(archive.read(path)))
        if body is not None:
            _add_title(builder, body, package.titles.get(path, ""))
            MarkupWalk(builder, _web_only).take(body)
    known = package.metadata
    return builder.finish(
        title=_first(known.get("title")),
        author=", ".join(known.get("creator", [])[:10]),
        site=_first(known.get("publisher")),
        language=language_code(_first(known.get("language"))),
        published=next(filter(None, map(iso_date, known.get("date", []))), ""),
        source=raw.name,
    )


def _first(values: list[str] | None) -> str:
    return values[0] if values else ""


def _web_only(address: str) -> str:
    return address if address.startswith(("http://", "https://", "mailto:")) else ""


def _body(text: str) -> "_Element | None":
    root = xml_tree(text)
    bodies = [] if root is None else [each for each in root if name_of(each) == "body"]
    if bodies:
        return bodies[0]
    from reader.loading.html import parsed

    try:
        return parsed(text).find("body")
    except LoadError:
        return None


def _add_title(builder: ArticleBuilder, body: "_Element", title: str) -> None:
    """Put the contents' title over a chapter that has no heading of its own."""
    headings = [f"h{rank}" for rank in range(1, 7)]
    if title and not any(name_of(element) in headings for element in body.iter()):
        builder.add(title)
        builder.end_block("heading", 1)
