"""An article over several pages: the address of the next one, where it is certain."""

import re
from urllib.parse import parse_qsl, urljoin, urlsplit

MOST_PAGES = 20
"""How many pages of an article are read."""

_NEXT_LINK = re.compile(
    r"<(?:link|a)\s(?=[^>]{0,1000}?\brel\s*=\s*[\"']?next\b)"
    r"[^>]{0,1000}?\bhref\s*=\s*[\"']?([^\"'\s>]+)",
    re.IGNORECASE,
)
_PAGE_NAMES = frozenset({"page", "p", "halaman", "pg"})
_LAST_PART = re.compile(r"/(?:page/)?(\d{1,3})/?$")


def next_page(html: str, url: str) -> str:
    """The address of the page that goes on where this one ends; empty where that is not certain.

    It is certain where a link says `rel=next` and leads to the same address, but for a page
    number that is one higher.
    """
    for found in _NEXT_LINK.finditer(html):
        target = _absolute(url, found[1].replace("&amp;", "&"))
        here, there = _numbered(url), _numbered(target)
        if here and there and here[0] == there[0] and there[1] == here[1] + 1:
            return target
    return ""


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _numbered(url: str) -> tuple[tuple[str, ...], int] | None:
    """An address without its page number, and that number; 1 where it has none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    number = 1
    rest = []
    for name, value in parse_qsl(parts.query):
        if name.lower() in _PAGE_NAMES and value.isdecimal() and len(value) < 4:
            number = int(value)
        else:
            rest.append(f"{name}={value}")
    path = parts.path
    last = _LAST_PART.search(path)
    if last and number == 1:
        number, path = int(last[1]), path[: last.start()]
    return (parts.scheme, parts.netloc, path.rstrip("/"), *rest), number
