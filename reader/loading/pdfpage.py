"""A page of a PDF as fragments: runs of characters on one line, with their box."""

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

HYPHEN = "\u00ad"
"""A hyphen at the end of a line, where PDFium or the producer marks it as such."""

_MARKED_HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})
_BLANKS = frozenset({9, 10, 13, 32, 0xA0})
_WIDEST_GAP = 1.0
"""A wider gap, in heights of a line, parts two fragments."""
_NARROWEST_BLANK = 0.06
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


@dataclass(slots=True)
class Fragment:
    """A run of characters on one line; y grows upwards, in points."""

    text: str
    """The characters."""
    left: float
    """The left edge."""
    right: float
    """The right edge."""
    bottom: float
    """The lower bound of the font."""
    top: float
    """The upper bound of the font."""

    @property
    def size(self) -> float:
        """The height of the line, which grows with the size of the font."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """How high its middle stands."""
        return (self.bottom + self.top) / 2

    def is_beside(self, other: "Fragment") -> bool:
        """Whether the two stand on one line."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > 0.5 * min(self.size, other.size)


def fragments_of(page: "PdfTextPage", most: int) -> list[Fragment]:
    """The fragments of a page in the order of its content, from at most `most` characters."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    found: list[Fragment] = []
    is_after_blank = False
    for index in range(min(page.count_chars(), most)):
        code = raw.FPDFText_GetUnicode(page, index)
        if code in _BLANKS:
            is_after_blank = True
            continue
        if not raw.FPDFText_GetLooseCharBox(page, index, box):
            continue
        char = HYPHEN if code in _MARKED_HYPHENS else _LIGATURES.get(code) or chr(code)
        one = Fragment(char, box.left, box.right, box.bottom, box.top)
        if found and _continues(found[-1], one):
            _extend(found[-1], one, is_after_blank)
        else:
            found.append(one)
        is_after_blank = False
    return found


def _continues(run: Fragment, one: Fragment) -> bool:
    height = max(run.size, one.size, 1.0)
    gap = one.left - run.right
    return -0.6 * height < gap < _WIDEST_GAP * height and run.is_beside(one)


def _extend(run: Fragment, one: Fragment, is_after_blank: bool) -> None:
    # PDFium puts a blank into some ligatures, where there is no room for one.
    is_apart = is_after_blank and one.left - run.right > _NARROWEST_BLANK * run.size
    run.text += (" " if is_apart else "") + one.text
    run.right = max(run.right, one.right)
    if one.size > run.size and len(run.text) < 4:
        run.bottom, run.top = one.bottom, one.top
