"""Rows of page numbers as news sites have them below a page of an article."""

ARTICLE = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A"}</script>'
DATED = '<meta property="article:published_time" content="2024-06-25T10:00:00+07:00">'


def page_of(address: str, number: int) -> str:
    """The address of a page: in the query, or for `/story` behind the path."""
    if "?" in address or not address.endswith("/story"):
        return f"{address}{'&amp;' if '?' in address else '?'}page={number}"
    return f"{address}/{number}" if number > 1 else address


def detik(address: str, number: int) -> str:
    """A link with words, and the numbers, in a block that is named after its place."""
    return (
        f'<div class="detail__long-nav"><a href="{page_of(address, number + 1)}" class="btn">'
        f'Halaman Selanjutnya <i class="icon"></i></a></div>'
        f'<div class="detail__anchor"><div>Halaman</div><a class="anchor selected">{number}</a>'
        f'<a href="{page_of(address, number + 1)}">{number + 1}</a></div>'
    )


def kompas(address: str, number: int) -> str:
    """Each number in an element of its own, then a word."""
    numbers = "".join(
        f'<div class="paging__item"><a href="{page_of(address, each)}">{each}</a></div>'
        for each in (1, 2, 3)
    )
    return (
        f'<div class="paging__wrap">{numbers}<div class="paging__item">'
        f'<a class="paging__link--next" href="{page_of(address, number + 1)}">Selanjutnya</a>'
        f'<a href="{address}?page=all">Tampilkan semua</a></div></div>'
    )


def wordpress(address: str, number: int) -> str:
    """Numbers alone, the one of the page itself without a link."""
    numbers = [
        f'<span class="current">{each}</span>'
        if each == number
        else f'<a class="post-page-numbers" href="{page_of(address, each)}">{each}</a>'
        for each in (1, 2, 3)
    ]
    return f'<div class="page-links">Pages: {" ".join(numbers)}</div>'


def arrow(address: str, number: int) -> str:
    """A word in another language, with an arrow."""
    return (
        '<nav aria-label="Pagination"><ul>'
        f'<li><a href="{page_of(address, number + 1)}">Следующая страница →</a></li></ul></nav>'
    )


ROWS = {"detik": detik, "kompas": kompas, "wordpress": wordpress, "arrow": arrow}
