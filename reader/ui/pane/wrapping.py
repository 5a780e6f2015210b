"""Wrapping: where the lines of a stretch of text end, in cells."""

from collections.abc import Iterator
from functools import lru_cache

from reader.ui.pane.cells import TAB, Glyph, glyphs, is_plain

_HYPHENS = "-‐–—/"
_BLANKS = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u200b\u205f\u3000"
_NOT_FIRST = frozenset(
    "、。，．・：；？！）］｝〉》」』】〕〗’”…‥ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〻,.!?:;)]}%"
    "ะาๅๆฯະາຯໆ"
)
"""Besides closing marks, the vowels of Thai and Lao that stand after their consonant."""
_NOT_LAST = frozenset("（［｛〈《「『【〔〖‘“([{$£¥€＄￥" + "เแโใไເແໂໃໄ")
"""Besides opening brackets, the vowels of Thai and Lao that stand before their consonant."""
_FILLED = 0.6


def wrap(text: str, start: int, end: int, width: int) -> list[int]:
    """The ends of the lines of `[start, end)`, each at most `width` cells wide.

    The blanks at which a line breaks belong to it and may hang over its edge; a line feed ends
    its line. Each line goes from the end of the one before it.
    """
    ends: list[int] = []
    width = max(1, width)
    while True:
        feed = text.find("\n", start, end)
        stop = end if feed < 0 else feed
        breaks = _simple if is_plain(text, start, stop) else _clustered
        ends.extend(breaks(text, start, stop, width))
        if feed < 0:
            return ends
        ends[-1] = start = feed + 1
        if start == end:
            return ends


def unwrapped(text: str, start: int, end: int, _width: int = 0) -> list[int]:
    """The ends of the lines of `[start, end)` as they are, however long."""
    ends: list[int] = []
    while (feed := text.find("\n", start, end)) >= 0:
        start = feed + 1
        ends.append(start)
    return ends if ends and start == end else [*ends, end]


def _simple(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Line ends where each code point takes one cell."""
    while end - start > width:
        cut = text.rfind(" ", start, start + width + 1) + 1
        if cut - start < width * _FILLED:
            cut = max(cut, _after_hyphen(text, max(start, cut), start + width))
        if cut <= start:
            cut = start + width
        while cut < end and text[cut] == " ":
            cut += 1
        if cut >= end:
            break
        yield cut
        start = cut
    yield end


def _after_hyphen(text: str, start: int, end: int) -> int:
    """The place after the last hyphen that has a letter or digit before it; 0 for none."""
    return max(
        (
            place + 1
            for place in (text.rfind(hyphen, start + 1, end) for hyphen in _HYPHENS)
            if place > 0 and text[place - 1].isalnum()
        ),
        default=0,
    )


def _clustered(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Line ends for text of any script."""
    line: list[Glyph] = []
    used = 0
    for glyph in glyphs(text, start, end):
        if _is_blank(text, glyph):
            line.append(glyph)
            used += glyph.width if text[glyph.start] != "\t" else TAB - used % TAB
            continue
        while line and used + glyph.width > width:
            kept = _break(text, line, glyph, width)
            yield line[kept - 1].end
            line = line[kept:]
            used = sum(each.width for each in line)
        line.append(glyph)
        used += glyph.width
    yield end


def _is_blank(text: str, glyph: Glyph) -> bool:
    return text[glyph.start] in _BLANKS


def _break(text: str, line: list[Glyph], following: Glyph, width: int) -> int:
    """How many of the glyphs stay on the line that `following` no longer fits in."""
    after = following
    hyphen = 0
    for index in range(len(line) - 1, -1, -1):
        before = line[index]
        if _is_blank(text, before) or text[before.start] == "\u00ad":
            return index + 1
        if _between(text[before.start], text[after.start]):
            return index + 1
        if not hyphen and index and text[before.start] in _HYPHENS:
            hyphen = index + 1
        after = before
    return hyphen or _fitting(line, width)


def _fitting(line: list[Glyph], width: int) -> int:
    """How many of the glyphs fit in the width; at least one."""
    used = 0
    for index, glyph in enumerate(line):
        used += glyph.width
        if used > width:
            return max(1, index)
    return len(line)


def _between(before: str, after: str) -> bool:
    """Whether a line may break between two characters that no blank parts."""
    if before in _NOT_LAST or after in _NOT_FIRST:
        return False
    return _is_blankless(before) or _is_blankless(after)


@lru_cache(4096)
def _is_blankless(char: str) -> bool:
    """Whether the character is of a script that is written without blanks."""
    code = ord(char)
    return (
        0x2E80 <= code <= 0xA4CF
        or 0xF900 <= code <= 0xFAFF
        or 0xFE30 <= code <= 0xFE4F
        or 0xFF00 <= code <= 0xFFEF
        or 0x20000 <= code <= 0x3FFFF
        or 0x0E00 <= code <= 0x0EFF
        or 0x1000 <= code <= 0x109F
        or 0x1780 <= code <= 0x17FF
        or 0xA980 <= code <= 0xA9DF
        or 0x1B00 <= code <= 0x1B7F
        or 0x1F000 <= code <= 0x1FAFF
    )
