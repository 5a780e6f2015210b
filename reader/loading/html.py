"""A web page becomes an article: its main text, as trafilatura finds it, with its structure."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.article import Article
from reader.loading.builder import ArticleBuilder
from reader.loading.canonical import canonical
from reader.loading.charset import decode, known
from reader.loading.container import container_of, has_structure, letters_of
from reader.loading.elements import HEADINGS
from reader.loading.errors import LoadError
from reader.loading.frontmatter import iso_date
from reader.loading.language import language_code
from reader.loading.loose import wrap_loose
from reader.loading.markup import MarkupWalk
from reader.loading.mending import mend
from reader.loading.menus import remove_menus
from reader.loading.printed import printed_day
from reader.loading.promotions import remove_promotions
from reader.loading.source import Raw, is_web
from reader.loading.unfit import fit

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

LIMIT = 20 << 20
"""The longest page that is read, in bytes."""

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I
)
_LATIN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "iso8859-1"})
_UNFIT = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SHORTEST = 40
_MOST_MARKS = 5_000
"""With more, trafilatura's care for neighbouring marks takes quadratic time."""
_LONGEST_SEARCHED = 1 << 20


def load(raw: Raw) -> Article:
    """The article that a web page holds."""
    data = raw.read(LIMIT)
    text = "".join(decode([data], raw.name, raw.encoding, declared_encoding(data, raw.declared)))
    url = raw.name if is_web(raw.name) else ""
    return replace(from_html(text, url), source=raw.name)


def declared_encoding(data: bytes, sent: str = "") -> str:
    """The encoding of a page: UTF-8 where it plainly is, else by its sender or its own `meta`."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        found = _CHARSET.search(data[:4096])
        name = (sent or (found[1].decode() if found else "")).lower()
        # The WHATWG's encoding standard reads Latin-1 as Windows-1252.
        return "cp1252" if name in _LATIN else name if known(name) else ""
    return "utf-8"


def from_html(text: str, url: str = "") -> Article:
    """The article in a page: the main text where there is one, else all of it.

    Raises:
        LoadError: it cannot be parsed.
    """
    text = canonical(text)
    article = _main_text(text, url)
    return article or whole_page(parsed(text, url), url)


def parsed(text: str, name: str = "") -> "HtmlElement":
    """The tree of an HTML document.

    Raises:
        LoadError: there is nothing in it.
    """
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(fit(text).encode(), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise LoadError(name or "HTML", "cannot be parsed") from error


def whole_page(tree: "HtmlElement", url: str = "") -> Article:
    """The article that all of a page's text is."""
    builder = ArticleBuilder()
    MarkupWalk(builder, lambda address: absolute(url, address)).take(tree)
    title = tree.findtext(".//title") or tree.findtext(".//h1") or ""
    return builder.finish(title=title, language=language_code(tree.get("lang", "")), url=url)


def absolute(base: str, address: str) -> str:
    """A link's address seen from its page; empty where it leads nowhere else."""
    try:
        address = _UNFIT.sub("", address).strip()
        return "" if address.startswith("#") else urljoin(base, address)
    except ValueError:
        return ""


def _main_text(text: str, url: str) -> Article | None:
    from trafilatura import bare_extraction

    tree = _prepared(text, url)
    language = language_code(tree.get("lang", ""))
    found = bare_extraction(
        tree,
        url=url or None,
        # The tree is what counts; as "python" it would be made a text as well.
        output_format="xml",
        include_comments=False,
        include_formatting=sum(1 for _ in tree.iter("b", "strong", "i", "em")) < _MOST_MARKS,
        include_links=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return None
    builder = ArticleBuilder()
    body = _structured(found.body, text, url)
    MarkupWalk(builder, lambda address: absolute(url, address)).take(body)
    article = builder.finish(
        title=found.title or "",
        author=found.author or "",
        site=found.sitename or "",
        language=language,
        published=iso_date(found.date or "") or printed_day(parsed(text, url), language),
        url=_canonical_address(found.url or "", url),
    )
    return article if len(article.text) >= _SHORTEST else None


def _prepared(text: str, url: str) -> "HtmlElement":
    """A page's tree made ready for trafilatura, which drops captions and keeps promotions."""
    tree = parsed(text, url)
    mend(tree, {})
    base = tree.find(".//base")
    own = url or _own_address(tree)
    origin = absolute(own, base.get("href", "") if base is not None else "") or own
    for link in tree.iter("a"):
        link.set("href", absolute(origin, link.get("href", "")))
    remove_menus(tree)
    wrap_loose(tree)
    remove_promotions(tree)
    for caption in list(tree.iter("figcaption")):
        caption.tag = "p"
    for figure in list(tree.iter("figure")):
        figure.tag = "div"
    return tree


def _own_address(tree: "HtmlElement") -> str:
    """The address that a saved page names itself by; empty where it does not."""
    for link in tree.iter("link"):
        if link.get("rel", "").lower() == "canonical":
            address = link.get("href", "")
            return address if is_web(address) else ""
    return ""


def _structured(body: "_Element", text: str, url: str) -> "_Element":
    """The main text with its headings and lists, which may have been left behind in the page."""
    remove_promotions(body)
    _name_as_html(body)
    if has_structure(body) or len(text) > _LONGEST_SEARCHED:
        return body
    known = map(letters_of, body.iter("p", "quote", "table"))
    around = container_of(_prepared(text, url), known)
    return body if around is None or not has_structure(around) else around


def _name_as_html(body: "_Element") -> None:
    """Give TEI's headings and blocks of code the names that HTML has for them."""
    for heading in list(body.iter("head")):
        rank = heading.get("rend", "")
        heading.tag = rank if rank in HEADINGS else "h2"
    for code in list(body.iter("code")):
        parent = code.getparent()
        if parent is not None and parent.tag in {"body", "quote", "item"} and not parent.text:
            code.tag = "pre"


def _canonical_address(named: str, fetched: str) -> str:
    """The address that a page names itself by, unless it is only its site's."""
    try:
        path = urlsplit(named).path
    except ValueError:
        return fetched
    if not is_web(named) or (fetched and path in {"", "/"}):
        return fetched
    return named
