"""How alike two texts are, from a small sketch of each: is this the same article, edited?

The sketch keeps the smallest hashes of the runs of four words (bottom-k MinHash; Broder, "On the
resemblance and containment of documents", 1997). Two stories in one newspaper share next to none;
an edited one keeps most.
"""

import re
from base64 import b64decode, b64encode
from zlib import crc32

_SIZE = 32
_BYTES = 3
_RUN = 4
_LONGEST = 1 << 17
_WORD = re.compile(r"\w+")


def sketch(text: str) -> str:
    """The sketch of a text: the same for the same words, at most 128 characters of base 64."""
    words = [word.encode() for word in _WORD.findall(text[:_LONGEST].casefold())]
    runs = {
        crc32(b" ".join(words[start : start + _RUN])) >> 8
        for start in range(max(1, len(words) - _RUN + 1))
    }
    smallest = sorted(runs)[:_SIZE]
    return b64encode(b"".join(value.to_bytes(_BYTES, "big") for value in smallest)).decode()


def likeness(one: str, other: str) -> float:
    """The estimated share of the runs of words that two sketched texts have in common, 0 to 1."""
    a, b = _values(one), _values(other)
    union = sorted(a | b)[:_SIZE]
    return sum(value in a and value in b for value in union) / len(union) if union else 0.0


def _values(text: str) -> set[int]:
    try:
        raw = b64decode(text, validate=True)
    except ValueError:
        return set()
    return {int.from_bytes(raw[at : at + _BYTES], "big") for at in range(0, len(raw), _BYTES)}
