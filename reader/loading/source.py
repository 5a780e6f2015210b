"""Where an article's bytes come from: a file or standard input, read a chunk at a time."""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from reader.loading.charset import CHUNK
from reader.loading.errors import LoadError, NotFound, TooLarge

LIMIT = 256 << 20
"""The most bytes that are read from one source."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A source before it is an article."""

    name: str
    """An absolute path, a URL, or `-`."""
    head: bytes
    """The first chunk."""
    rest: Iterator[bytes]
    """The chunks after it; they can be read once."""
    encoding: str = ""
    """The encoding that the reader asked for."""
    declared: str = ""
    """The encoding that the sender named."""
    media: str = ""
    """The media type that the sender named."""
    size: int = 0
    """How long a regular file is, in bytes; 0 for anything else."""

    @property
    def suffix(self) -> str:
        """The ending of the name in lower case, with its dot."""
        path = self.name.partition("?")[0].partition("#")[0] if self.media else self.name
        return os.path.splitext(path)[1].lower()

    def chunks(self) -> Iterator[bytes]:
        """All of it, a chunk at a time."""
        yield self.head
        yield from self.rest

    def read(self, limit: int = LIMIT) -> bytes:
        """All of it at once.

        Raises:
            TooLarge: there is more than `limit` bytes.
        """
        parts, total = [], 0
        for chunk in self.chunks():
            total += len(chunk)
            if total > limit:
                raise TooLarge(self.name, f"is larger than {limit >> 20} MiB")
            parts.append(chunk)
        return b"".join(parts)


def is_web(name: str) -> bool:
    """Whether a source's name is the address of a web page."""
    return name.startswith(("http://", "https://"))


def local_path(source: str) -> str:
    """The absolute path that `source` names, `file:` addresses and `~` included."""
    if source.lower().startswith("file:"):
        from urllib.parse import unquote, urlsplit

        source = unquote(urlsplit(source).path)
    return os.path.abspath(os.path.expanduser(source))


@contextmanager
def opened(source: str, encoding: str = "") -> Iterator[Raw]:
    """The bytes of a path or of `-`, for as long as the context lasts.

    Raises:
        LoadError: there is no such file, or it cannot be read.
    """
    if source == "-":
        yield _raw("-", _standard_input(), encoding)
        return
    try:
        path = local_path(source)
        with open(path, "rb", buffering=0, opener=_checked) as stream:
            yield _raw(path, stream, encoding, os.fstat(stream.fileno()).st_size)
    except FileNotFoundError as error:
        raise NotFound(source, "no such file") from error
    except IsADirectoryError as error:
        raise LoadError(source, "is a directory") from error
    except OSError as error:
        raise LoadError(source, (error.strerror or str(error)).lower()) from error
    except ValueError as error:
        if isinstance(error, UnicodeError) or "null" in str(error):
            raise NotFound(source, "no such file") from error
        raise


def _checked(path: str, flags: int) -> int:
    descriptor = os.open(path, flags)
    kind = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(kind):
        os.close(descriptor)
        raise IsADirectoryError
    if stat.S_ISBLK(kind) or (stat.S_ISCHR(kind) and not os.isatty(descriptor)):
        os.close(descriptor)
        raise OSError(0, "is a device")
    return descriptor


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise LoadError("-", "there is no standard input")
    return sys.stdin.buffer


def _raw(name: str, stream: BinaryIO, encoding: str, size: int = 0) -> Raw:
    chunks = _chunks(name, stream)
    return Raw(name, next(chunks, b""), chunks, encoding, size=size)


def _chunks(name: str, stream: BinaryIO) -> Iterator[bytes]:
    total = 0
    while chunk := _full_read(stream):
        total += len(chunk)
        if total > LIMIT:
            raise TooLarge(name, f"is larger than {LIMIT >> 20} MiB")
        yield chunk


def _full_read(stream: BinaryIO) -> bytes:
    # A pipe hands over what it has; chunks must be whole, for their borders decide the encoding.
    parts: list[bytes] = []
    missing = CHUNK
    while missing and (part := stream.read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)
