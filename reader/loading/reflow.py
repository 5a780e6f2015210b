"""Lines of print become paragraphs again: hyphens, indents, running heads, headings by size."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reader.loading.pdfpage import HYPHEN, Fragment

_DIGITS = re.compile(r"\d+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|halaman|hal\.?|p\.)\s*)?\d{1,4}(?:\s*(?:/|of|dari)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[•◦▪‣–—*·]|\d{1,3}[.)]|\([a-z\d]\))\s+\S")
_ENDS = (".", "!", "?", "…", ":", ";", "”", '"', "»", ")")
_EDGE = 0.12
"""The share of a page's height at its top and its foot in which running heads stand."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column."""

    text: str
    left: float
    right: float
    middle: float
    size: float
    column: int
    """Counts the columns of the document."""
    width: tuple[float, float]
    """The edges of its column."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a heading."""

    text: str
    """Its text on one line."""
    size: float
    """The height of its lines."""


def lines_of(column: list[Fragment], number: int) -> list[Line]:
    """The lines of one column, which is sorted from its top."""
    if not column:
        return []
    edges = min(each.left for each in column), max(each.right for each in column)
    rows: list[list[Fragment]] = []
    for each in column:
        if rows and rows[-1][0].is_beside(each):
            rows[-1].append(each)
        else:
            rows.append([each])
    return [_line(sorted(row, key=lambda each: each.left), number, edges) for row in rows]


def _line(row: list[Fragment], number: int, edges: tuple[float, float]) -> Line:
    text = " ".join(each.text for each in row)
    longest = max(row, key=lambda each: len(each.text))
    right = max(each.right for each in row)
    return Line(text, row[0].left, right, longest.middle, longest.size, number, edges)


def without_running_heads(pages: list[tuple[float, list[Line]]]) -> list[Line]:
    """All lines but those that stand at the edge of several pages alike, and page numbers.

    Args:
        pages: the height and the lines of each.
    """
    counts: Counter[tuple[bool, str]] = Counter()
    for height, lines in pages:
        counts.update({_head_key(line, height) for line in lines if _is_at_edge(line, height)})
    kept = []
    for height, lines in pages:
        for line in lines:
            is_head = counts[_head_key(line, height)] >= max(2, min(3, len(pages) // 2))
            is_number = _PAGE_NUMBER.fullmatch(line.text)
            if not (_is_at_edge(line, height) and (is_head or is_number)):
                kept.append(line)
    return kept


def _is_at_edge(line: Line, height: float) -> bool:
    return not height * _EDGE < line.middle < height * (1 - _EDGE)


def _head_key(line: Line, height: float) -> tuple[bool, str]:
    return line.middle > height / 2, _DIGITS.sub("#", line.text.casefold())


def paragraphs_of(lines: list[Line]) -> list[Paragraph]:
    """The paragraphs that lines make."""
    if not lines:
        return []
    pitch = _pitch(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _begins(groups[-1], line, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [Paragraph(_joined(group), median(each.size for each in group)) for group in groups]


def _pitch(lines: list[Line]) -> float:
    """The usual distance from one line to the next, as a multiple of its height."""
    steps = [
        (above.middle - below.middle) / max(above.size, 0.1)
        for above, below in pairwise(lines)
        if above.column == below.column and above.middle > below.middle
    ]
    return median(steps) if steps else 1.2


def _begins(group: list[Line], line: Line, pitch: float) -> bool:
    last = group[-1]
    if abs(line.size - last.size) > 0.08 * max(line.size, last.size):
        return True
    if _ITEM.match(line.text):
        return True
    if line.column != last.column:
        return last.text.endswith(_ENDS) or not line.text[:1].islower()
    if (last.middle - line.middle) / max(last.size, 0.1) > pitch * 1.25:
        return True
    indent = line.left - last.left
    if indent > 0.6 * line.size and len(group) > 1 and not _ITEM.match(group[0].text):
        return True
    room = last.width[1] - last.right
    first_word = len(line.text.split(" ", 1)[0]) / max(1, len(line.text)) * (line.right - line.left)
    spare = 1.5 * line.size if last.text.endswith(_ENDS) else (last.width[1] - last.width[0]) / 4
    return room > first_word + spare


def _joined(group: list[Line]) -> str:
    text = group[0].text
    for line in group[1:]:
        if _is_hyphenated(text, line.text):
            text = text[:-1] + line.text
        else:
            text += ("" if text.endswith(("-", "/", "–")) else " ") + line.text
    return text


def _is_hyphenated(text: str, after: str) -> bool:
    if text.endswith(HYPHEN):
        return True
    is_broken = text.endswith(("-", "\u2010")) and text[-2:-1].isalpha()
    return is_broken and after[:1].islower()
