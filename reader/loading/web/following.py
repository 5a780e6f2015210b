"""An article over several pages: the address of the next one, where it is certain."""

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urljoin, urlsplit

MOST_PAGES = 20
"""How many pages of an article are read."""

_NEXT_LINK = re.compile(
    r"<(?:link|a)\s(?=[^<>]{0,1000}?\brel\s*=\s*[\"']?next\b)"
    r"[^<>]{0,1000}?\bhref\s*=\s*[\"']?([^\"'\s>]+)",
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
        target = absolute(url, found[1].replace("&amp;", "&"))
        here, there = numbered(url), numbered(target)
        if here and there and there.follows(here):
            return target
    return ""


def absolute(base: str, address: str) -> str:
    """An address seen from its page; empty where it is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


class Numbered(NamedTuple):
    """An address taken apart: what it is without its page number, and that number."""

    address: tuple[str, ...]
    """The address without the number."""
    number: int
    """The number; 1 where there is none."""
    is_bare: bool = False
    """Whether there is none."""

    def follows(self, other: "Numbered") -> bool:
        """Whether it is the page right after another one."""
        return self.address == other.address and self.number == other.number + 1


def numbered(url: str) -> Numbered | None:
    """The page number in an address, and what is left; None where it is no address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    number = 0
    rest = []
    for name, value in parse_qsl(parts.query):
        if name.lower() in _PAGE_NAMES and value.isdecimal() and len(value) < 4:
            number = int(value)
        else:
            rest.append(f"{name}={value}")
    path = parts.path
    last = _LAST_PART.search(path)
    if last and number in {0, 1}:
        number, path = int(last[1]), path[: last.start()]
    address = (parts.scheme, parts.netloc, path.rstrip("/"), *rest)
    return Numbered(address, number or 1, not number)
