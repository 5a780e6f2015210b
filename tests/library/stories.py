"""Articles for the tests of the library."""

from dataclasses import replace

from reader.article import Article
from reader.library import Library
from reader.loading.plaintext import from_pieces

STORY = " ".join(f"word{number} is in this story of ours." for number in range(60))
OTHER = " ".join(f"thing{number} stands in that other text." for number in range(60))


def article(
    text: str, source: str = "/a.txt", title: str = "", url: str = "", site: str = ""
) -> Article:
    """An article as a loader makes it."""
    return replace(from_pieces([text]), source=source, title=title, url=url, site=site)


def seen(library: Library, one: Article) -> str:
    """The id under which an article was recorded."""
    found = library.identify(one)
    assert library.record(one, found)
    return found
