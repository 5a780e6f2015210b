"""An address becomes a source: from the network, or from the pages kept where there is none."""

from collections.abc import Iterator
from dataclasses import replace

from reader.config import cache_dir
from reader.loading.charset import CHUNK, decode
from reader.loading.errors import FetchError, LoadError
from reader.loading.html import declared_encoding
from reader.loading.source import Raw
from reader.loading.web.address import address_of
from reader.loading.web.body import Progress
from reader.loading.web.fetch import Page, Unchanged, fetch
from reader.loading.web.following import MOST_PAGES, next_page
from reader.loading.web.pages import PageStore
from reader.loading.web.paging import next_in_row


def pages_of(url: str, progress: Progress, is_offline: bool) -> Iterator[Page]:
    """The pages of the article at an address: the one there, and those that follow for certain.

    Raises:
        LoadError: the first cannot be had, and was never read before.
    """
    store = PageStore(cache_dir() / "pages")
    host = address_of(url).host
    page = _page(url, store, progress, host, is_offline)
    yield page
    for _ in range(MOST_PAGES - 1):
        following = _next(page) if page.media in {"text/html", ""} else ""
        if not following:
            return
        try:
            page = _page(following, store, progress, host, is_offline)
        except LoadError:
            # What was read so far is better than nothing.
            return
        yield page


def _next(page: Page) -> str:
    """The address of the page that follows; empty where none does for certain."""
    if following := next_page(page.data.decode("latin-1"), page.url):
        return following
    encoding = declared_encoding(page.data, page.charset)
    try:
        text = "".join(decode([page.data], page.url, declared=encoding))
        return next_in_row(text, page.url)
    except LoadError:
        return ""


def _page(url: str, store: PageStore, progress: Progress, host: str, is_offline: bool) -> Page:
    """A page fetched if it changed; as it was where the network fails or is not to be used."""
    known = store.get(url)
    if is_offline:
        if known is None:
            raise FetchError(url, "was not read before, and the network is not to be used")
        return known
    try:
        page = fetch(url, progress, known, trusted=host)
    except Unchanged:
        assert known is not None
        return known
    except FetchError:
        if known is None:
            raise
        return replace(known, kept_on=store.day(url))
    store.put(url, page)
    return page


def raw_of(page: Page, encoding: str) -> Raw:
    """A page as a source."""
    return Raw(
        page.url,
        page.data[:CHUNK],
        _rest(page.data),
        encoding,
        page.charset,
        page.media,
        len(page.data),
    )


def _rest(data: bytes) -> Iterator[bytes]:
    for start in range(CHUNK, len(data), CHUNK):
        yield data[start : start + CHUNK]
