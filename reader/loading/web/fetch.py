"""A page by its address: redirects, cookies and refreshes followed, within limits."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from http.client import HTTPResponse
from http.cookies import CookieError, SimpleCookie

from reader.loading.errors import FetchError, NotFound
from reader.loading.web.address import Address, address_of, led_to
from reader.loading.web.body import LIMIT, Progress, body_of
from reader.loading.web.connection import response_to

PATIENCE = 60.0
"""Seconds for a page with all its redirects."""
MOST_REDIRECTS = 10
"""How often an address may lead to another."""

_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; article-reader/0.1)",
    "Accept": "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
_REFRESH = re.compile(
    rb"<meta\s[^>]{0,200}?http-equiv\s*=\s*[\"']?refresh[\"']?[^>]{0,200}?content\s*=\s*[\"']?\s*"
    rb"(\d{1,9}(?:\.\d*)?)\s*[;,]\s*url\s*=\s*['\"]?([^\"'>]{1,2000})",
    re.IGNORECASE,
)
_SLOWEST_REFRESH = 5.0


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read."""

    url: str
    """Where it was found, after all redirects."""
    data: bytes
    """Its body, unpacked."""
    media: str = ""
    """Its media type, in lower case and without parameters."""
    charset: str = ""
    """The encoding that its sender names."""
    etag: str = ""
    """The sender's mark for this state of the page."""
    modified: str = ""
    """When the sender says that it changed, as it says it."""
    kept_on: str = ""
    """The ISO day on which it was kept, where it is a copy and could not be had anew."""


class Unchanged(Exception):
    """The page is still what it was."""


def fetch(
    url: str,
    progress: Progress,
    known: Page | None = None,
    trusted: str = "",
    limit: int = LIMIT,
    patience: float = PATIENCE,
) -> Page:
    """The page at an address that the reader named.

    Args:
        progress: told of each part that arrives; what it raises ends the fetching.
        known: the page as it was read before.
        trusted: the host that the reader named, where it is not the address's own.
        limit: the most bytes.
        patience: seconds for all of it.

    Raises:
        FetchError: there is no page to be had.
        TooLarge: it is larger than `limit`.
        Unchanged: it is as `known`.
    """
    address = address_of(url)
    trusted = trusted or address.host
    deadline = time.monotonic() + patience
    cookies: dict[tuple[str, str, int], dict[str, str]] = {}
    asked: set[tuple[str, str]] = set()
    for _ in range(MOST_REDIRECTS + 1):
        jar = cookies.setdefault(address.origin, {})
        state = (str(address), repr(sorted(jar.items())))
        if state in asked:
            raise FetchError(url, "leads round in a circle")
        asked.add(state)
        headers = {**_HEADERS, **_cookie_header(jar), **_conditions(known, address)}
        is_trusted = address.host == trusted
        with response_to(address, headers, is_trusted, deadline) as response:
            _keep_cookies(response, jar)
            following = _followed(response, address)
            if not following:
                page = _page(response, address, progress, limit)
                following = _refreshed(page, address)
        if not following:
            return page
        address = following
    raise FetchError(url, f"leads on more than {MOST_REDIRECTS} times")


def _followed(response: HTTPResponse, address: Address) -> Address | None:
    status = response.status
    if status == 304:
        raise Unchanged
    if status in {301, 302, 303, 307, 308}:
        location = response.headers.get("Location")
        if not location:
            raise FetchError(str(address), "leads nowhere")
        return led_to(address, location)
    if status in {404, 410}:
        raise NotFound(str(address), f"there is no such page ({status})")
    if not 200 <= status < 300:
        said = " ".join((response.reason or "").split())[:60]
        raise FetchError(str(address), f"the server says {status} {said}".rstrip())
    return None


def _page(response: HTTPResponse, address: Address, progress: Progress, limit: int) -> Page:
    headers = response.headers
    data = body_of(response, str(address), progress, limit)
    return Page(
        str(address),
        data,
        headers.get_content_type() if headers.get("Content-Type") else "",
        headers.get_content_charset() or "",
        headers.get("ETag") or "",
        headers.get("Last-Modified") or "",
    )


def _refreshed(page: Page, address: Address) -> Address | None:
    found = _REFRESH.search(page.data[:8192]) if page.media in {"text/html", ""} else None
    if not found or float(found[1]) > _SLOWEST_REFRESH:
        return None
    following = led_to(address, unescape(found[2].decode("utf-8", "replace")))
    return None if following == address else following


def _conditions(known: Page | None, address: Address) -> dict[str, str]:
    if known is None or known.url != str(address):
        return {}
    headers = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in headers.items() if value}


def _cookie_header(jar: Mapping[str, str]) -> dict[str, str]:
    pairs = "; ".join(f"{name}={value}" for name, value in jar.items())
    return {"Cookie": pairs} if pairs else {}


def _keep_cookies(response: HTTPResponse, jar: dict[str, str]) -> None:
    for line in (response.headers.get_all("Set-Cookie") or [])[:20]:
        try:
            for name, morsel in SimpleCookie(line).items():
                jar[name] = morsel.coded_value[:1000]
        except CookieError:
            continue
