"""Ids of notes: ULIDs, 26 characters of Crockford base 32 that sort by the time of making.

Format: https://github.com/ulid/spec
"""

import os
import time

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_ulid() -> str:
    """A fresh id: 48 bits of milliseconds since 1970, then 80 random bits."""
    return ulid(time.time_ns() // 1_000_000, os.urandom(10))


def ulid(milliseconds: int, tail: bytes) -> str:
    """The id of a moment and of ten bytes that tell it from others of that moment."""
    number = (milliseconds % (1 << 48)) << 80 | int.from_bytes(tail)
    return "".join(_DIGITS[number >> shift & 31] for shift in range(125, -1, -5))
