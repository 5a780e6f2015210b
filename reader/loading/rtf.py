"""A Rich Text document becomes an article: headings, paragraphs, items, tables, footnotes."""

import re
from collections.abc import Callable
from itertools import groupby

from reader.article import Article
from reader.loading.builder import ArticleBuilder
from reader.loading.canonical import canonical
from reader.loading.errors import LoadError, MissingExtra
from reader.loading.rtfmarks import Line, Look, lines_of, with_marks
from reader.loading.rtfsource import HEADING, NOTE, with_signs
from reader.loading.source import Raw

_LIMIT = 20 << 20
_TITLE = re.compile(r"\{\\title ([^{}]{1,900})\}")
_ITEM = re.compile(r"\s*([•◦▪·–-]|\d{1,3}[.)])\t\s*")
_AUTHOR = re.compile(r"\{\\author ([^{}]{1,900})\}")
_CODE_PAGE = re.compile(r"\\ansicpg\d{1,5}")
_HEADING = re.compile(f"{HEADING}([1-6])")
_NOTE = re.compile(f"{NOTE}(\\d+){NOTE}")


def load(raw: Raw) -> Article:
    """The article that an `.rtf` file is.

    Raises:
        MissingExtra: striprtf is not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise MissingExtra(raw.name, "rtf") from error
    source = raw.read(_LIMIT).decode("latin-1")
    # A line feed means nothing in RTF; here it keeps a pattern of striprtf's, whose time grows
    # with the square of a link's length, from matching. The link's text is read all the same.
    convert: Callable[..., str] = rtf_to_text
    marked, links = with_marks(with_signs(source))
    spread = marked.replace("\\*\\fldinst", "\\*\n\\fldinst")
    head = source[:20_000]
    try:
        text = convert(spread, errors="replace")
        known = {
            "title": _said(_TITLE, head, convert),
            "author": _said(_AUTHOR, head, convert),
        }
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise LoadError(raw.name, "is a damaged Rich Text document") from error
    builder = ArticleBuilder()
    _add_lines(builder, lines_of(_whole(text)), links)
    return builder.finish(**known, source=raw.name)


def _whole(text: str) -> str:
    # Characters beyond the basic plane are written as two halves.
    return canonical(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _add_lines(builder: ArticleBuilder, lines: list[Line], links: list[str]) -> None:
    for is_row, group in groupby(lines, _is_row):
        if is_row:
            _add_table(builder, list(group), links)
            continue
        for line in group:
            _add_line(builder, line, links)


def _is_row(line: Line) -> bool:
    return line.text.count("|") > 1 and line.text.endswith("|")


def _add_table(builder: ArticleBuilder, rows: list[Line], links: list[str]) -> None:
    for number, row in enumerate(rows):
        builder.add("\n" if number else "")
        cells = row.text.replace("\t", " ").replace("|", "\t")
        looks = [
            Look() if cell == "\t" else look for cell, look in zip(cells, row.looks, strict=True)
        ]
        Line(cells[:-1], looks[:-1]).add_to(builder, links)
    builder.end_block("table", info="l" * rows[0].text.count("|"))


def _add_line(builder: ArticleBuilder, line: Line, links: list[str]) -> None:
    heading = _HEADING.search(line.text)
    line = line.without(_HEADING).stripped(" ")
    end = len(line.text)
    if note := _NOTE.match(line.text):
        line.part(note.end(), end).stripped().add_to(builder, links)
        builder.end_block("footnote", marker=f"[{note[1]}]")
    elif heading:
        line.stripped().plain().add_to(builder, links)
        builder.end_block("heading", int(heading[1]))
    elif item := _ITEM.match(line.text):
        line.part(item.end(), end).add_to(builder, links)
        builder.end_block("item", marker=item[1], within=("item",))
    else:
        line.stripped().add_to(builder, links)
        builder.end_block("paragraph")


def _said(pattern: re.Pattern[str], head: str, convert: Callable[..., str]) -> str:
    match = pattern.search(head)
    if not match:
        return ""
    page = _CODE_PAGE.search(head)
    group = f"{{\\rtf1\\ansi{page[0] if page else ''} {match[1]}}}"
    return _whole(convert(group, errors="replace")).strip()
