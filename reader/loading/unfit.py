"""Characters that XML does not have: trees of elements can read them, but not hold them."""

import re

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,20})|([0-9]{1,20}));?", re.IGNORECASE)


def fit(source: str) -> str:
    """The source of a document without them, and without references to them."""
    return _REFERENCE.sub(_allowed, _UNFIT.sub("", source))


def _allowed(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "" if code > 0x10FFFF or code == 0x7F or _UNFIT.match(chr(code)) else reference[0]
