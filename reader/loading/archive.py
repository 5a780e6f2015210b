"""A zip archive read within limits: nothing is unpacked to the disk, nothing is trusted."""

import posixpath
import zlib
from io import BytesIO
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from reader.loading.errors import LoadError, TooLarge

MOST_ENTRIES = 10_000
LARGEST_ENTRY = 32 << 20
LARGEST_TOTAL = 128 << 20
"""Bytes of all entries that are read, unpacked."""


class Archive:
    """The entries of a zip archive, by their path in it."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._left = LARGEST_TOTAL
        try:
            self._zip = ZipFile(BytesIO(data))
            self._entries = {info.filename: info for info in self._zip.infolist()}
        except (BadZipFile, ValueError, LookupError, OSError, NotImplementedError) as error:
            raise LoadError(self.name, "is a damaged archive") from error
        if len(self._entries) > MOST_ENTRIES:
            raise TooLarge(self.name, f"holds more than {MOST_ENTRIES} files")
        if any(info.flag_bits & 1 for info in self._entries.values()):
            raise LoadError(self.name, "is encrypted")

    def __contains__(self, path: str) -> bool:
        """Whether there is an entry at a path."""
        return path in self._entries

    def paths(self) -> list[str]:
        """The paths of all entries."""
        return list(self._entries)

    def read(self, path: str) -> bytes:
        """One entry, unpacked; empty where there is none.

        Raises:
            TooLarge: it, or all that was read, unpacks to too much.
            LoadError: it is damaged.
        """
        if path not in self._entries:
            return b""
        limit = min(LARGEST_ENTRY, self._left)
        try:
            # The size that an entry states may be a lie, so it is counted.
            with self._zip.open(self._entries[path]) as entry:
                data = entry.read(limit + 1)
        except (BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
            raise LoadError(self.name, "is a damaged archive") from error
        except (NotImplementedError, RuntimeError) as error:
            raise LoadError(self.name, "is packed in a way that is not read") from error
        if len(data) > limit:
            raise TooLarge(self.name, "unpacks to too much")
        self._left -= len(data)
        return data


def entry_path(base: str, reference: str) -> str:
    """The path in an archive that a reference in the entry `base` names, without its fragment."""
    path = unquote(reference.partition("#")[0])
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), path))
    return "" if joined.startswith(("..", "/")) else joined
