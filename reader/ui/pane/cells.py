"""Screen cells: how each grapheme cluster is painted and how wide it is.

The widths are rich's, for Textual cuts and pads by them, but for characters of ambiguous width.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from reader.text.graphemes import clusters, is_simple
from reader.ui.pane.ambiguous import extra_cells, is_narrow

TAB = 4
_UNSEEN = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """One cluster of the text as it is painted."""

    start: int
    """The first code point of the cluster."""
    end: int
    """The first code point after it."""
    text: str
    """What goes to the terminal; empty for what is not to be seen."""
    width: int
    """Its width in cells."""


def harmless(text: str) -> str:
    """The text without anything that a terminal would take for a command."""
    return _CONTROL.sub(_picture, _UNSEEN.sub("", text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def glyphs(text: str, start: int, end: int, column: int = 0) -> Iterator[Glyph]:
    """The clusters of a stretch as painted from `column` on; tabs reach to the next stop."""
    for first, after in clusters(text, start, end):
        cluster = text[first:after]
        if cluster == "\t":
            width = TAB - column % TAB
            painted = " " * width
        elif cluster == "\n":
            width, painted = 0, ""
        else:
            painted = harmless(cluster)
            width = cell_len(painted) + extra_cells(painted)
        yield Glyph(first, after, painted, width)
        column += width


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether each code point there is painted in a cell of its own (line feeds apart)."""
    return is_simple(text, start, end) and is_narrow(text, start, end)


def width_of(text: str, start: int, end: int) -> int:
    """The cells that a stretch takes, painted from column 0."""
    if is_plain(text, start, end):
        return end - start
    return sum(glyph.width for glyph in glyphs(text, start, end))


def shortened(text: str, room: int) -> str:
    """The text, or as much of its beginning as has room with an ellipsis behind it."""
    if width_of(text, 0, len(text)) <= room:
        return text
    used = 0
    for glyph in glyphs(text, 0, len(text)):
        used += glyph.width
        if used >= room:
            return text[: glyph.start] + "…" * (room > 0)
    return text


def line_width(text: str, start: int, end: int) -> int:
    """The cells that a line takes, without the line feed at its end."""
    return width_of(text, start, end - text.endswith("\n", start, end))


def cell_at(text: str, start: int, offset: int) -> int:
    """The cell, from that of `start`, on which the code point at `offset` is painted."""
    if is_plain(text, start, offset + 1):
        return offset - start
    cell = 0
    for glyph in glyphs(text, start, len(text)):
        if glyph.end > offset:
            return cell
        cell += glyph.width
    return cell


def cluster_from(text: str, start: int, end: int, cell: int) -> tuple[int, int]:
    """The first cluster painted wholly from the `cell`th cell on, and its cell; else `end`."""
    if cell <= 0:
        return start, 0
    if is_plain(text, start, end):
        return min(start + cell, end), cell
    used = 0
    for glyph in glyphs(text, start, end):
        if used >= cell:
            return glyph.start, used
        used += glyph.width
    return end, max(used, cell)


def offset_at(text: str, start: int, end: int, cell: int) -> int:
    """The cluster painted on the `cell`th cell from `start`; `end` beyond the last."""
    if cell < 0:
        return start
    if is_plain(text, start, end):
        return min(start + cell, end)
    for glyph in glyphs(text, start, end):
        if glyph.width and cell < glyph.width:
            return glyph.start
        cell -= glyph.width
    return end
