"""Characters of ambiguous width, on terminals that give them two cells.

Textual measures with one cell. Text of an article is measured here; what the frame is drawn with
goes out as ASCII there, and is one cell wide in any case.
"""

import re
import unicodedata
from functools import cache

_SIGNS = {"•": "*", "·": ".", "…": "~", "■": "#", "▪": "#", "↓": "v", "↑": "^", "↵": "<"}
_BOXES = range(0x2500, 0x25A0)
_WIDE: list[re.Pattern[str]] = []


def set_ambiguous_width(cells: int) -> None:
    """Say how many cells the terminal gives to a character of ambiguous width: 1 or 2."""
    # There is one terminal for the whole process, and so there is one answer.
    _WIDE[:] = [_wide()] if cells == 2 else []


def is_narrow(text: str, start: int, end: int) -> bool:
    """Whether no character there takes more cells than Textual believes."""
    return not _WIDE or not _WIDE[0].search(text, start, end)


def extra_cells(text: str) -> int:
    """The cells that a text takes beyond those that Textual counts."""
    return len(_WIDE[0].findall(text)) if _WIDE else 0


def as_drawn(text: str) -> str:
    """The text with lines, blocks and signs of the frame in ASCII, where they would be wide."""
    return text.translate(_drawn()) if _WIDE else text


@cache
def _wide() -> re.Pattern[str]:
    """Any one character of ambiguous width, but for those that are drawn as ASCII."""
    codes = (code for code in range(0xA1, 0x10000) if not 0xE000 <= code < 0xF900)
    chars = (char for char in map(chr, codes) if unicodedata.east_asian_width(char) == "A")
    return re.compile(
        f"[{re.escape(''.join(char for char in chars if ord(char) not in _drawn()))}]"
    )


@cache
def _drawn() -> dict[int, str]:
    table = {ord(char): plain for char, plain in _SIGNS.items()}
    return table | {code: _line(code) for code in _BOXES}


def _line(code: int) -> str:
    name = unicodedata.name(chr(code))
    is_flat = any(word in name for word in ("HORIZONTAL", "UPPER", "LOWER"))
    return "+" if " AND " in name else "-" if is_flat else "|"
