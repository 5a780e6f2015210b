"""Where an article's notes and the copies that guard them lie."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reader.notes.files import Signature, signature

GENERATIONS = 7
"""The number of daily generations kept for each article."""
_COPY_MARKS = (".sync-conflict-", " (", ".json.sync-")
"""What synchronisers put between a file's name and the rest of its copy's name."""
_COPY = re.compile(r"([0-9a-f]{16})[ ._~-].*")
"""The name of any other copy: the id that the library gives an article, and more."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The paths of one article's notes."""

    folder: Path
    """The folder of all articles' notes."""
    article: str
    """The article's id."""

    def __post_init__(self) -> None:
        """Refuse an id that would name another place.

        Raises:
            ValueError: the id cannot be the name of a file.
        """
        if not self.article or self.article.startswith(".") or "/" in self.article:
            raise ValueError(f"an article's id cannot be {self.article!r}")

    @property
    def main(self) -> Path:
        """The note file."""
        return self.folder / f"{self.article}.json"

    @property
    def mirror(self) -> Path:
        """The second copy of the note file, written with it."""
        return self.folder / ".mirror" / f"{self.article}.json"

    @property
    def days(self) -> Path:
        """The folder of the daily generations: the file as it was before the day's first change."""
        return self.folder / ".days" / self.article

    @property
    def aside(self) -> Path:
        """The folder of files that were found damaged, and of those that were folded in."""
        return self.folder / ".aside"

    @property
    def history(self) -> Path:
        """The log of the deeds, for undo."""
        return self.folder / ".history" / f"{self.article}.jsonl"

    @property
    def lock(self) -> Path:
        """The lock that every writer of the folder holds."""
        return self.folder / ".lock"

    def generations(self) -> list[Path]:
        """The daily generations, the newest first."""
        return sorted(self.days.glob("*.json"), reverse=True)

    def strays(self) -> list[Path]:
        """Copies of the note file that a synchroniser put beside it for want of a merge."""
        try:
            names = os.listdir(self.folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        mine = (name for name in names if name.startswith(self.article))
        copies = (name for name in mine if _is_copy(name, self.article))
        return sorted(self.folder / name for name in copies)


def _is_copy(name: str, article: str) -> bool:
    if name.startswith(tuple(article + mark for mark in _COPY_MARKS)):
        return ".json" in name
    stem = name.removesuffix(".json")
    return stem != name and original_of(stem) == article


def original_of(name: str) -> str:
    """The article of whose note file a file is the copy, by its name without `.json`."""
    places = [at for mark in _COPY_MARKS if (at := f"{name}.json".find(mark)) > 0]
    if places:
        return name[: min(places)]
    match = _COPY.fullmatch(name)
    return match[1] if match else ""


def note_files(folder: Path) -> Iterator[tuple[str, Signature]]:
    """The articles that have a note file in a folder, each with the state of that file."""
    with suppress(FileNotFoundError, NotADirectoryError), os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name.removesuffix(".json")
            if name != entry.name and not name.startswith(".") and not original_of(name):
                yield name, signature(entry.stat())
