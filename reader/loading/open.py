"""The one door to articles: any source becomes an `Article` or a `LoadError`."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from typing import TypeAlias

from reader.article import Article
from reader.loading.errors import LoadError, NoText
from reader.loading.sniff import format_of
from reader.loading.source import Raw, opened
from reader.text.rests import Rest, breathe, with_rests

__all__ = ["LoadError", "Progress", "is_address", "open_article", "preview", "unheard"]

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many bytes of a page have come, and how many are expected (0: that is not known)."""


def is_address(source: str) -> bool:
    """Whether a source is on the network rather than on this machine."""
    scheme, separator, _ = source.partition("://")
    return bool(separator) and scheme.isalpha() and scheme.lower() != "file"


def unheard(arrived: int, expected: int) -> None:
    """Take no notice of progress."""


def open_article(
    source: str,
    *,
    encoding: str = "",
    progress: Progress = unheard,
    is_offline: bool = False,
    rest: Rest = breathe,
) -> Article:
    """The article at a path, a URL, or `-` for standard input.

    Args:
        encoding: overrides what the bytes and the sender say.
        progress: told, while a page is fetched, how many bytes have come and how many are
            expected (0 where that is not known); what it raises ends the fetching.
        is_offline: whether a page is only to be taken from those read before.
        rest: called now and then while a file is read, for other threads to have their turn.

    Raises:
        LoadError: there is no article to be had; the message is one line that says why.
    """
    if is_address(source):
        return _of_page(source, encoding, progress, is_offline)
    with opened(source, encoding) as raw:
        return article_of(replace(raw, rest=with_rests(raw.rest, rest)))


def _of_page(url: str, encoding: str, progress: Progress, is_offline: bool) -> Article:
    from reader.loading.joining import joined, repeats
    from reader.loading.web.read import pages_of, raw_of

    pages = pages_of(url, progress, is_offline)
    page = next(pages)
    article = article_of(raw_of(page, encoding))
    for following in pages:
        with suppress(NoText):
            other = article_of(raw_of(following, encoding))
            if repeats(article, other):
                # What is said again is the same page; those behind it are not even fetched.
                break
            article = joined(article, other)
    return replace(article, source=url, url=article.url or page.url, kept_on=page.kept_on)


def article_of(raw: Raw) -> Article:
    """The article that bytes are, by the loader of their format.

    Raises:
        LoadError: as `open_article`.
    """
    loader = import_module(f"reader.loading.{format_of(raw)}")
    article: Article = loader.load(raw)
    if not article.text.strip():
        raise NoText(raw.name, "holds no text")
    return article


def preview(source: str, size: int = 1 << 16) -> Article | None:
    """The beginning of a long file as an article, whose text the whole article's begins with.

    None where the file is at most four times `size` bytes long, is no file, or has a format that
    can only be read as a whole. It is cut at the end of a paragraph.

    Raises:
        LoadError: the file cannot be read.
    """
    from reader.loading.beginning import beginning

    if source == "-" or is_address(source):
        return None
    with opened(source) as raw:
        return beginning(raw, size)
