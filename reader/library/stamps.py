"""When the files of the watched folders were last changed, kept from one start to the next.

It can be thrown away: of a file without a stamp only what changed after its last reading is told.
"""

import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from reader.notes.files import replace_soon


class Stamp(NamedTuple):
    """What of a file is another when it has changed."""

    changed: int
    """The time of its last change, in nanoseconds since 1970."""
    size: int
    """In bytes."""

    def is_not_after(self, time: str) -> bool:
        """Whether the change was no later than the second that an RFC 3339 time names."""
        try:
            return self.changed < (datetime.fromisoformat(time).timestamp() + 1) * 1_000_000_000
        except ValueError:
            return False


def stamp_of(path: str) -> Stamp:
    """The stamp of a file; raises OSError where there is none, or a pipe or a device."""
    found = os.stat(path)
    if not stat.S_ISREG(found.st_mode):
        raise OSError(f"{path} is no plain file")
    return Stamp(found.st_mtime_ns, found.st_size)


class StampFile:
    """The stamps of files by their paths, in the data directory."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / "folders.seen"

    def read(self) -> dict[str, Stamp]:
        """All stamps; none where the file is lost or damaged."""
        with suppress(OSError, ValueError):
            held = json.loads(self._path.read_text("utf-8"))
            if type(held) is dict:
                return {path: Stamp(*each) for path, each in held.items() if _is_stamp(each)}
        return {}

    def write(self, stamps: Mapping[str, Stamp]) -> None:
        """Keep stamps in place of those there were; where the disk does not let us, none are."""
        lines = ",\n".join(f"{json.dumps(path)}: {[*each]}" for path, each in stamps.items())
        with suppress(OSError):
            replace_soon(self._path, f"{{\n{lines}\n}}\n".encode())


def _is_stamp(held: object) -> bool:
    return type(held) is list and [type(each) for each in held] == [int, int]
