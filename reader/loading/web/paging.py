"""The next page of an article by the row of its page numbers, where no `rel=next` names it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.loading.web.following import Numbered, absolute, numbered

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORDS = frozenset(
    [
        "next",
        "next page",
        "selanjutnya",
        "berikutnya",
        "halaman selanjutnya",
        "halaman berikutnya",
        "muka surat seterusnya",
        "suivant",
        "page suivante",
        "siguiente",
        "página siguiente",
        "próxima",
        "próxima página",
        "página seguinte",
        "weiter",
        "nächste seite",
        "volgende",
        "volgende pagina",
        "pagina successiva",
        "далее",
        "следующая",
        "следующая страница",
        "наступна сторінка",
        "następna strona",
        "sonraki sayfa",
        "الصفحة التالية",
        "下一页",
        "下一頁",
        "次のページ",
        "次へ",
    ]
)
"""What such a link says, without arrows."""
_ROW = re.compile(r"pagin|(?:^|[\W_])(?:pag(?:e|es|ing|er)|halaman)(?:[\W_]|$)", re.IGNORECASE)
"""In the class, id or label of a row of page numbers."""
_LONGEST_ROW = 240
"""The text of a row, in characters."""
_HIGHEST = 4
"""How many elements the row may stand above the link."""
_MOST_LINKS = 50
"""How many links to that page are looked at."""
_LONGEST_PAGE = 1 << 20
_ADDRESS = re.compile(r"href\s*=\s*[\"']?([^\"'\s>]{1,2000})", re.IGNORECASE)
_LINKED_DATA = re.compile(r'"@type"\s*:\s*\[?\s*"[A-Za-z]*(?:Article|BlogPosting)"')
_LISTING = re.compile(r'"@type"\s*:\s*\[?\s*"(?:ItemList|CollectionPage|SearchResultsPage)"')


def next_in_row(text: str, url: str) -> str:
    """The address of the page that goes on where this one ends; empty where that is not certain.

    It is certain where the page says that it is an article, and in a short row of page numbers a
    link leads to the same address but for the number, which is one higher, and says "next page"
    in some language or that number. Where the number is no more than the address's last part, as
    that of a story may be, the row must also lead to the page without a number; `/page/2` is
    rather a list's.
    """
    from reader.loading.html import parsed

    here = numbered(url)
    if not here or len(text) > _LONGEST_PAGE:
        return ""
    following = re.compile(rf"\b{here.number + 1}\b")
    if not any(following.search(found[1]) for found in _ADDRESS.finditer(text)):
        return ""
    tree = parsed(text, url)
    return next(_next_pages(tree, url, here), "") if _is_article(tree) else ""


def _next_pages(tree: "HtmlElement", url: str, here: Numbered) -> Iterator[str]:
    for link, target in islice(_links(tree, url, here), _MOST_LINKS):
        number = here.number + 1
        says = " ".join(re.findall(r"\w+", _beginning(link))).casefold()
        if says in _WORDS or says == str(number):
            row = _row(link, (str(here.number), str(number)))
            if row is not None and _is_sure(row, url, target, here):
                yield target


def _links(tree: "HtmlElement", url: str, here: Numbered) -> Iterator[tuple["HtmlElement", str]]:
    """The links that lead to the page after this one."""
    number = str(here.number + 1)
    for link in tree.iter("a"):
        href = link.get("href", "")
        target = absolute(url, href) if number in href else ""
        there = numbered(target)
        if there and there.follows(here) and "#" not in target and "/page/" not in target:
            yield link, target


def _row(link: "HtmlElement", numbers: tuple[str, str]) -> "HtmlElement | None":
    """The row of page numbers that a link stands in."""
    element = link.getparent()
    for _ in range(_HIGHEST):
        text = "" if element is None else _beginning(element)
        if element is None or len(text) > _LONGEST_ROW:
            return None
        names = " ".join(element.get(name, "") for name in ("class", "id", "aria-label"))
        if _ROW.search(names) or set(numbers) <= set(re.findall(r"\d+", text)):
            return element
        element = element.getparent()
    return None


def _beginning(element: "HtmlElement") -> str:
    """The text of an element, or a little more of it than a row may have."""
    parts, length = [], 0
    for part in element.itertext():
        parts.append(part)
        length += len(part)
        if length > _LONGEST_ROW:
            break
    return " ".join(parts)


def _is_sure(row: "HtmlElement", url: str, target: str, here: Numbered) -> bool:
    """Whether the number is a page's: it was none, stands in the query, or the row leads back."""
    if here.is_bare or urlsplit(url).path == urlsplit(target).path:
        return True
    pages = (numbered(absolute(url, link.get("href", ""))) for link in row.iter("a"))
    return any(page and page.address == here.address and page.is_bare for page in pages)


def _is_article(tree: "HtmlElement") -> bool:
    scripts = (each for each in tree.iter("script") if each.get("type") == "application/ld+json")
    told = "\n".join(each.text or "" for each in scripts)
    if _LISTING.search(told):
        return False
    dated = (meta.get("property") == "article:published_time" for meta in tree.iter("meta"))
    return any(dated) or bool(_LINKED_DATA.search(told))
