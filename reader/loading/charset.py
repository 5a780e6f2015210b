"""Bytes become text: byte order mark, named encoding, UTF-8, a guess, and Windows-1252 at last.

The first chunk that is not ASCII decides for the whole source, so the beginning of a long file can
be decoded alone and comes out just as it does within the whole.
"""

import codecs
from collections.abc import Iterable, Iterator

from reader.loading.errors import LoadError

CHUNK = 1 << 16
"""How many bytes are read, and judged, at a time."""

_PIECE = 1 << 14
"""How many are decoded at a time. Long strings, each of another length, leave the C library with
holes that nothing fits into: a text of 10 MB took 9 MiB more than its own length."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FEW = 8
"""Fewer bytes above ASCII than this say nothing about their encoding."""
_TEXT_CONTROLS = b"\x07\x08\t\n\x0b\x0c\r\x1b"
_CONTROLS = bytes(code for code in range(32) if code not in _TEXT_CONTROLS)


def marked(head: bytes) -> str:
    """The codec that the bytes name: by byte order mark, or by where their zeros stand."""
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    pairs = len(head) // 2
    odd, even = head[1::2].count(0), head[::2].count(0)
    if pairs >= 4 and max(odd, even) > pairs * 0.4 and min(odd, even) < pairs * 0.05:
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def is_binary(head: bytes) -> bool:
    """Whether the beginning of a source holds more control characters than text does."""
    if marked(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > 4 and controls * 50 > len(head)


def known(encoding: str) -> bool:
    """Whether Python can decode text by this name."""
    try:
        b"a".decode(encoding, "replace")
    except (LookupError, ValueError):
        return False
    return True


def _is_utf8(chunk: bytes, last: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(chunk, last)
    except UnicodeDecodeError:
        # A long text with a few bytes damaged is still UTF-8.
        text = chunk.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        return sum(not char.isascii() for char in text) > damaged * 20
    return True


def guessed(chunk: bytes, last: bool) -> str:
    """The likeliest codec of a chunk that is not ASCII; `last`: nothing follows it."""
    if _is_utf8(chunk, last):
        return "utf-8"
    if sum(byte > 127 for byte in chunk) < _FEW:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(chunk, explain=False).best()
    if best is None or "cp1252" in best.could_be_from_charset:
        return "cp1252"
    return best.encoding if known(best.encoding) else "cp1252"


def decoded(chunks: Iterable[bytes], encoding: str = "", declared: str = "") -> Iterator[str]:
    """The text of `chunks`, a piece at a time; bytes that make no sense become U+FFFD.

    Args:
        encoding: overrides all else, as the reader asked for it; must be `known`.
        declared: what the source says of itself; second to a byte order mark.
    """
    stream = iter(chunks)
    chunk = next(stream, b"")
    codec = encoding or marked(chunk) or (declared if known(declared) else "")
    while not codec:
        after = next(stream, b"")
        if not chunk.isascii():
            codec = guessed(chunk, not after)
        elif chunk:
            yield chunk.decode("ascii")
        else:
            return
        if codec:
            stream = _chained(after, stream)
        else:
            chunk = after
    decoder = codecs.getincrementaldecoder(_with_order(codec, chunk))("replace")
    yield decoder.decode(chunk)
    for chunk in stream:
        for start in range(0, len(chunk), _PIECE):
            yield decoder.decode(chunk[start : start + _PIECE])
    yield decoder.decode(b"", True)


def _with_order(codec: str, chunk: bytes) -> str:
    """The codec, with the order of its bytes where they have no mark that names it."""
    name = codecs.lookup(codec).name
    is_marked = any(chunk.startswith(mark) for mark, _ in _MARKS)
    return f"{name}-le" if name in {"utf-16", "utf-32"} and not is_marked else codec


def _chained(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def decode(
    chunks: Iterable[bytes], source: str, encoding: str = "", declared: str = ""
) -> Iterator[str]:
    """As `decoded`, with every failure of a codec as a `LoadError` about `source`."""
    if encoding and not known(encoding):
        raise LoadError(source, f"unknown encoding {encoding!r}")
    try:
        yield from decoded(chunks, encoding, declared)
    except (UnicodeError, ValueError) as error:
        raise LoadError(source, f"is not {encoding or declared} text") from error
