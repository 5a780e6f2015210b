"""The next page of an article by the row of its page numbers, where it is certain."""

from time import process_time

import pytest

from reader.loading.web.following import next_page
from reader.loading.web.paging import next_in_row
from tests.loading.web.rows import ARTICLE, DATED, ROWS, wordpress

HERE = "https://x.org/berita/story"
TEXT = "<p>" + "They met in the capital and agreed on a statement. " * 5


@pytest.mark.parametrize("head", [ARTICLE, DATED])
@pytest.mark.parametrize("shape", ROWS)
def test_the_row_of_an_article_leads_on(shape: str, head: str) -> None:
    """From the first page to the second, and from there to the third."""
    row = ROWS[shape]

    assert next_in_row(head + TEXT + row(HERE, 1), HERE) == f"{HERE}/2"
    query = f"{HERE}?x=1"
    assert next_in_row(head + TEXT + row(query, 1), query) == f"{HERE}?x=1&page=2"
    assert next_in_row(head + TEXT + row(query, 2), f"{query}&page=2") == f"{HERE}?x=1&page=3"


def test_a_number_behind_the_path_is_a_pages_where_the_row_leads_to_the_first() -> None:
    """As from the second page."""
    second = f"{HERE}/2"

    assert next_in_row(ARTICLE + TEXT + wordpress(HERE, 2), second) == f"{HERE}/3"


NEXT = '<nav class="pagination"><a href="{}">Next</a></nav>'
DOUBTFUL = {
    "another story": (ARTICLE, NEXT.format("/berita/other?page=2"), HERE),
    "the story with the next number": (ARTICLE, NEXT.format("/post/13"), "https://x.org/post/12"),
    "the next month": (ARTICLE, NEXT.format("/2024/07"), "https://x.org/2024/06"),
    "a page left out": (ARTICLE, NEXT.format("?page=3"), HERE),
    "the page itself": (ARTICLE, NEXT.format("?page=1"), HERE),
    "a place on the page": (ARTICLE, NEXT.format("?page=2#comments"), HERE),
    "a page of a list": (ARTICLE, NEXT.format("/berita/story/page/2"), HERE),
    "other words": (ARTICLE, NEXT.format("?page=2").replace("Next", "Next story"), HERE),
    "no article": ("", NEXT.format("?page=2"), HERE),
    "a list of articles": (
        ARTICLE + ARTICLE.replace("NewsArticle", "ItemList"),
        NEXT.format("?page=2"),
        HERE,
    ),
    "no row": (ARTICLE, '<div class="box"><a href="?page=2">Next</a></div>', HERE),
    "a sentence": (ARTICLE, f'<p class="page">{"Words. " * 60}<a href="?page=2">next</a>.', HERE),
    "another number": (ARTICLE, '<div class="box">2024: <a href="?page=2">2</a></div>', HERE),
    "another site": (ARTICLE, NEXT.format("https://y.org/berita/story?page=2"), HERE),
    "no address": (ARTICLE, NEXT.format("http://[?page=2"), HERE),
    "a file": (ARTICLE, NEXT.format("?page=2"), "http://["),
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_in_doubt_there_is_no_next_page(name: str) -> None:
    """Rather half an article than two in one."""
    head, row, url = DOUBTFUL[name]

    assert next_in_row(head + TEXT + row, url) == ""
    assert next_in_row(ARTICLE + TEXT + NEXT.format("?page=2"), HERE) == f"{HERE}?page=2"


HOSTILE = {
    "links": '<a href="?page=2">2</a>' * 40_000,
    "open links": '<a href="?page=2">' * 50_000,
    "addresses": "href=" * 200_000 + "2",
    "tags": "<a " * 300_000,
    "relations": "<a rel=next " * 80_000,
    "depth": '<div class="page"><a href="/other?page=2">' * 20_000,
}


@pytest.mark.timed
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_takes_linear_time(name: str) -> None:
    """Up to a megabyte of each."""
    start = process_time()
    page = ARTICLE + TEXT + HOSTILE[name]
    found = next_page(page, HERE), next_in_row(page, HERE)

    assert found in {("", ""), ("", f"{HERE}?page=2")}
    assert process_time() - start < 2
