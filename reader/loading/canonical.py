"""The canonical form of text: NFC, LF line ends, and no control character but LF and tab.

An article is untrusted: what could move the cursor, reorder a line or hide in a word is taken
out before anything counts offsets. Removed are, beside C0 and C1,

- the bidirectional controls, the marks U+200E, U+200F and U+061C among them: they are invisible,
  terminals disagree about their width, and one that stands between two letters would hide a name
  from a search and a quote from its anchor;
- the soft hyphen and U+FEFF, which are never to be seen within a line, for the same reason;
- the deprecated format controls U+206A to U+206F and the annotation anchors U+FFF9 to U+FFFB.

The joiners U+200C and U+200D stay, since Persian and emoji are written with them. Lone surrogates
and noncharacters become U+FFFD. NEL, U+2028, U+2029, VT and FF end a line.
"""

import re
import sys
import unicodedata
from functools import cache

from reader.text.slices import line_slices

_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, sys.maxunicode, 0x10000)
)
_REMOVED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
    "\ufeff\ufff9-\ufffb"
)
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
# One range above plane 1 keeps the search quick; what it finds is looked at more closely.
_UNCLEAN = re.compile(
    f"[{_REMOVED}{_LINE_ENDS}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe-\U0010ffff]"
)
_REMOVE = re.compile(f"[{_REMOVED}]+")
_LINE_END = re.compile(f"\r\n|[{_LINE_ENDS}]")
_REPLACE = re.compile(f"[{_NONCHARACTERS}\ud800-\udfff]")
_TERMINAL = re.compile(
    # ECMA-48: control sequences, control strings, and other escape sequences.
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-~]"
)
_OVERSTRIKE = re.compile("[^\n\x08]\x08")
_MARKS = re.compile(
    # A superset of the combining characters, quick to rule out.
    "[\u0300-\u036f\u0483-\u0489\u0591-\u1fff\u20d0-\u20ff\u2cef-\u2dff\u302a-\u309a"
    "\ua66f-\uabff\ufb1e\ufe20-\ufe2f\U000101fd-\U0001ffff]{31}"
)


@cache
def _long_runs() -> re.Pattern[str]:
    # UAX #15 calls text stream-safe when no more than 30 marks follow one another; sorting a
    # longer run takes quadratic time. No mark stands above plane 1.
    marks = "".join(chr(code) for code in range(0x300, 0x20000) if unicodedata.combining(chr(code)))
    return re.compile(f"([{marks}]{{30}})[{marks}]+")


def _strip(text: str) -> str:
    if "\x1b" in text or "\x9b" in text:
        text = _TERMINAL.sub("", text)
    if "\x08" in text:
        text = _OVERSTRIKE.sub("", text)
    return _REPLACE.sub("\ufffd", _LINE_END.sub("\n", _REMOVE.sub("", text)))


def canonical_slice(text: str) -> str:
    """The canonical form of a stretch that ends where a line ends, in one go."""
    if _UNCLEAN.search(text):
        text = _strip(text)
    if text.isascii():
        return text
    if _MARKS.search(text):
        text = _long_runs().sub(r"\1", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def canonical(text: str) -> str:
    """The canonical form of `text`; what is canonical already comes back unchanged."""
    if len(text) < 1 << 18:
        return canonical_slice(text)
    return "".join(map(canonical_slice, line_slices(text)))
