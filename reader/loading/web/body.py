"""The body of a response, unpacked and counted as it arrives."""

import zlib
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from typing import TypeAlias

from reader.loading.charset import CHUNK
from reader.loading.errors import FetchError, TooLarge

LIMIT = 20 << 20
"""The most bytes of a page, unpacked."""

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many bytes have come, and how many are to come (0 where that is not known)."""

_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 47}


def body_of(response: HTTPResponse, name: str, progress: Progress, limit: int = LIMIT) -> bytes:
    """All of a body, unpacked.

    Raises:
        TooLarge: there is more than `limit`, packed or unpacked.
        FetchError: it is packed in a way that is not known, or damaged.
    """
    expected = response.length or 0
    if expected > limit:
        raise TooLarge(name, f"is larger than {limit >> 20} MiB")
    parts: list[bytes] = []
    total = 0
    for part in _unpacked(_counted(response, name, expected, progress, limit), response, name):
        total += len(part)
        if total > limit:
            raise TooLarge(name, f"is larger than {limit >> 20} MiB")
        parts.append(part)
    return b"".join(parts)


def _counted(
    response: HTTPResponse, name: str, expected: int, progress: Progress, limit: int
) -> Iterator[bytes]:
    arrived = 0
    while part := response.read1(CHUNK):
        arrived += len(part)
        if arrived > limit:
            raise TooLarge(name, f"is larger than {limit >> 20} MiB")
        progress(arrived, expected)
        yield part
    if arrived < expected:
        raise FetchError(name, "the server broke off in the middle of the page")


def _unpacked(packed: Iterator[bytes], response: HTTPResponse, name: str) -> Iterator[bytes]:
    coding = (response.headers.get("Content-Encoding") or "identity").strip().lower()
    if coding in {"identity", ""}:
        yield from packed
        return
    if coding not in _WINDOWS:
        raise FetchError(name, f"is packed with {coding}, which is not read")
    decoder = zlib.decompressobj(_WINDOWS[coding])
    try:
        for part in packed:
            while part:
                yield decoder.decompress(part, CHUNK)
                part = decoder.unconsumed_tail
        yield decoder.flush(CHUNK)
        if not decoder.eof and response.status == 200:
            raise zlib.error("cut short")
    except zlib.error as error:
        raise FetchError(name, "is damaged") from error
