"""What the elements of HTML, and of the TEI that trafilatura writes, mean for an article."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.article import MarkKind

if TYPE_CHECKING:
    from lxml.etree import _Element

MARKS: dict[str, MarkKind] = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "emphasis"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **dict.fromkeys(("s", "strike", "del"), "strike"),
    **dict.fromkeys(("a", "ref"), "link"),
}
"""Elements that mark up a stretch of text."""

RENDERED: dict[str, MarkKind] = {"#b": "strong", "#i": "emphasis", "#t": "code"}
"""TEI's `hi` by its `rend`."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
"""Headings by rank."""

QUOTES = frozenset({"blockquote", "quote"})
LISTS = frozenset({"ul", "ol", "menu", "list"})
ITEMS = frozenset({"li", "item"})

_SKIPPED = (
    "script style template head title noscript iframe object svg math canvas audio video select "
    "option datalist button textarea input rt rp graphic"
)
_BLOCKS = (
    "p div section article main aside header footer nav address figure figcaption pre form "
    "fieldset legend details summary center dl dt dd body html table caption thead tbody tfoot "
    "tr td th row cell blockquote quote ul ol menu list li item h1 h2 h3 h4 h5 h6"
)
_BACK_LINKS = frozenset(["↩", "↑", "⏎", "^", "⤴"])
SKIPPED = frozenset(_SKIPPED.split())
"""Elements that hold no text of the article."""
BLOCKS = frozenset(_BLOCKS.split())
"""Elements before and after which a block ends."""

_IN_LAYOUT = "table", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "pre", "list", "li", "hr"
_MOST_COLUMNS = 100
_LONGEST_CELL = 600
_NUMBER = re.compile(r"-?\w{1,10}\.|\[\S{1,6}\]")
_ALIGN = re.compile(r"text-align:\s*(left|center|right)")


def name_of(element: "_Element") -> str:
    """The element's local name in lower case; empty for what is no element."""
    tag = element.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=512)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()


def words_of(element: "_Element") -> str:
    """An element's text with single blanks."""
    return " ".join("".join(element.itertext()).split())


def remove(element: "_Element") -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def written_number(item: "_Element") -> str:
    """The number of an item with its full stop, or the label of a footnote; empty for a bullet."""
    written = item.get("rend", "")
    return written if _NUMBER.fullmatch(written) else ""


def is_back_link(element: "_Element") -> bool:
    """Whether a link only leads back from a footnote."""
    return "".join(element.itertext()).strip("\ufe0e\u20e3 ") in _BACK_LINKS


def rows_of(table: "_Element") -> list[list["_Element | None"]]:
    """The cells of a table row by row; None where a wide or high cell covers the place."""
    rows: list[list[_Element | None]] = []
    hanging: dict[int, int] = {}
    for row in table.iter():
        if name_of(row) in {"tr", "row"}:
            rows.append(_cells(row, hanging))
    return [row for row in rows if row]


def _cells(row: "_Element", hanging: dict[int, int]) -> list["_Element | None"]:
    """The cells of a row, between those that `hanging` says still cover so many rows of a column.

    It is brought up to date for the next row.
    """
    cells: list[_Element | None] = []
    below: dict[int, int] = {}
    for cell in row:
        if name_of(cell) not in {"td", "th", "cell"} or len(cells) >= _MOST_COLUMNS:
            continue
        while hanging.get(len(cells), 0):
            cells.append(None)
        width, height = _span(cell, "colspan"), _span(cell, "rowspan")
        below |= dict.fromkeys(range(len(cells), len(cells) + width), height - 1)
        cells += [cell, *[None] * (width - 1)]
    while cells and hanging.get(len(cells), 0):
        cells.append(None)
    if cells:
        for column in [column for column in hanging if hanging[column]]:
            hanging[column] -= 1
        hanging |= {column: count for column, count in below.items() if count}
    return cells[:_MOST_COLUMNS]


def _span(cell: "_Element", name: str) -> int:
    written = cell.get(name) or (cell.get("span") if name == "colspan" else "") or "1"
    return min(_MOST_COLUMNS, max(1, int(written))) if written.isdecimal() else 1


def data_rows(table: "_Element") -> list[list["_Element | None"]]:
    """The rows of a table of data; none where it lays out a page."""
    if any(name_of(each) in _IN_LAYOUT for each in table.iterdescendants()):
        return []
    rows = rows_of(table)
    if max(map(len, rows), default=0) < 2:
        return []
    cells = (cell for row in rows for cell in row if cell is not None)
    is_short = all(len("".join(cell.itertext())) <= _LONGEST_CELL for cell in cells)
    return rows if is_short else []


def alignment_of(cell: "_Element | None") -> str:
    """How a cell is set: `l`, `c` or `r`."""
    if cell is None:
        return "l"
    found = _ALIGN.search(cell.get("style", ""))
    written = found[1] if found else cell.get("align", "left").lower()
    return {"center": "c", "right": "r"}.get(written, "l")
