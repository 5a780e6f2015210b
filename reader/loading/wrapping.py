"""Hard-wrapped text: is it, how wide, and its paragraphs with their lines joined."""

import re
from bisect import bisect_left
from itertools import pairwise

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_OWN_LINE = re.compile(r"[ \t]*(?:[-*•–—>|+]|\d{1,3}[.)])[ \t]|[ \t]{4}|\t")
_NARROWEST, _WIDEST = 40, 100


def wrap_width(sample: str) -> int:
    """The width at which the lines of `sample` were broken, 0 where they were not.

    A paragraph was broken at a width when the first word of each next line would not have fitted.
    """
    breaks = [
        (len(line), len(line) + 1 + len(after.split(" ", 1)[0]))
        for paragraph in _PARAGRAPH.findall(sample)
        for line, after in _neighbours(paragraph)
    ]
    if len(breaks) < 2 or "\n\n" not in sample.strip("\n"):
        return 0
    longest = sorted(length for length, _ in breaks)
    width = longest[min(len(longest) - 1, len(longest) * 98 // 100)]
    if not _NARROWEST <= width <= _WIDEST or longest[-1] > _WIDEST * 2:
        return 0
    needed = sorted(need for _, need in breaks)
    full = len(needed) - bisect_left(needed, width)
    return width if full * 10 >= len(needed) * 6 else 0


def _neighbours(paragraph: str) -> list[tuple[str, str]]:
    lines = paragraph.split("\n")
    return list(pairwise(lines))


def joined(text: str, width: int) -> str:
    """`text` with each paragraph that was broken at `width` on one line."""
    return _PARAGRAPH.sub(lambda found: _one_line(found[0], width), text)


def _one_line(paragraph: str, width: int) -> str:
    pairs = _neighbours(paragraph)
    if not pairs or any(_OWN_LINE.match(line) for line in paragraph.split("\n")[1:]):
        return paragraph
    full = sum(len(line) + 1 + len(after.split(" ", 1)[0]) >= width for line, after in pairs)
    if full * 4 < len(pairs) * 3:
        return paragraph
    return " ".join(line.strip(" \t") for line in paragraph.split("\n"))
