"""A PDF becomes an article: columns in reading order, paragraphs whole, running heads dropped."""

import re
from collections import Counter
from collections.abc import Iterable
from threading import Lock
from typing import TYPE_CHECKING

from reader.article import Article
from reader.loading.builder import ArticleBuilder
from reader.loading.errors import LoadError, MissingExtra, NoText
from reader.loading.layout import in_reading_order
from reader.loading.pdfpage import fragments_of
from reader.loading.reflow import Line, Paragraph, lines_of, paragraphs_of, without_running_heads
from reader.loading.source import Raw

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LIMIT = 100 << 20
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 5_000_000
_LARGER = 1.12
"""How much larger than the text a heading is."""
_LONGEST_HEADING = 250
_ITEM = re.compile(r"([•◦▪‣*·]|\d{1,3}[.)])\s+(?=\S)")
_NO_TITLE = re.compile(r"(?i)untitled|microsoft word\b|\S+\.(?:docx?|pdf|indd|tex|html?)$|about:")
_PASSWORD = 4
_ONE_AT_A_TIME = Lock()
"""PDFium may only be called from one thread at a time."""


def load(raw: Raw) -> Article:
    """The article that a PDF is.

    Raises:
        MissingExtra: pypdfium2 is not installed.
    """
    try:
        from pypdfium2 import PdfDocument, PdfiumError
    except ImportError as error:
        raise MissingExtra(raw.name, "pdf") from error
    data = raw.read(_LIMIT)
    with _ONE_AT_A_TIME:
        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            locked = getattr(error, "err_code", None) == _PASSWORD or "assword" in str(error)
            reason = "is encrypted" if locked else "is a damaged PDF file"
            raise LoadError(raw.name, reason) from error
        try:
            lines = _lines(document)
            metadata = _metadata(document)
        except PdfiumError as error:
            raise LoadError(raw.name, "is a damaged PDF file") from error
        finally:
            document.close()
    if not lines:
        raise NoText(raw.name, "is a PDF of pictures, without text")
    return _article(paragraphs_of(lines), metadata, raw.name)


def _metadata(document: "PdfDocument") -> dict[str, str]:
    try:
        found: dict[str, str] = document.get_metadata_dict(skip_empty=True)
    except UnicodeDecodeError:
        # Damaged words about a document are no reason not to read it.
        return {}
    return found


def _lines(document: "PdfDocument") -> list[Line]:
    pages: list[tuple[float, list[Line]]] = []
    left, columns = _MOST_CHARACTERS, 0
    for number in range(min(len(document), _MOST_PAGES)):
        page = document[number]
        text = page.get_textpage()
        fragments = fragments_of(text, left)
        left -= text.count_chars()
        lines: list[Line] = []
        for column in in_reading_order(fragments):
            lines += lines_of(column, columns)
            columns += 1
        pages.append((page.get_height(), lines))
        text.close()
        page.close()
        if left <= 0:
            break
    return without_running_heads(pages)


def _ranks(sizes: Iterable[float]) -> dict[float, int]:
    """The rank of each size as a heading; sizes that hardly differ share one."""
    ranks: dict[float, int] = {}
    rank, last = 0, 0.0
    for size in sorted(sizes, reverse=True):
        if not rank or size < last * 0.95:
            rank, last = min(6, rank + 1), size
        ranks[size] = rank
    return ranks


def _article(paragraphs: list[Paragraph], metadata: dict[str, str], name: str) -> Article:
    sizes: Counter[float] = Counter()
    for each in paragraphs:
        sizes[round(each.size, 1)] += len(each.text)
    body = sizes.most_common(1)[0][0]
    larger = _ranks(size for size in sizes if size > body * _LARGER)
    builder = ArticleBuilder()
    title = metadata.get("Title", "")
    title = "" if _NO_TITLE.match(title.strip()) else title
    for each in paragraphs:
        size = round(each.size, 1)
        item = _ITEM.match(each.text)
        if size in larger and len(each.text) <= _LONGEST_HEADING:
            title = title or each.text
            builder.add(each.text)
            builder.end_block("heading", larger[size])
        elif item:
            builder.add(each.text[item.end() :])
            builder.end_block("item", marker=item[1], within=("item",))
        else:
            builder.add(each.text)
            builder.end_block("paragraph")
    return builder.finish(title=title, author=metadata.get("Author", ""), source=name)
