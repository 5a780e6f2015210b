"""The folders of the library: the articles in them are in the list, and new ones come into it."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from reader.article import Article
from reader.library.catalogue import Library
from reader.library.stamps import Stamp, StampFile, stamp_of
from reader.library.taking import Knower, Told
from reader.loading.errors import LoadError
from reader.loading.exports import is_export
from reader.loading.open import open_article, unheard
from reader.notes.files import locked, make_folder, replace

BATCH = 100
"""How many articles come into the list at once."""
_SUFFIXES = frozenset(
    [
        ".txt",
        ".text",
        ".md",
        ".markdown",
        ".mdown",
        ".mkd",
        ".htm",
        ".html",
        ".xhtml",
        ".mht",
        ".mhtml",
        ".eml",
        ".epub",
        ".pdf",
        ".docx",
        ".rtf",
        ".rss",
        ".atom",
    ]
)


class Folders:
    """The folders that are watched, kept in the data directory.

    Args:
        directory: the data directory.
    """

    def __init__(self, directory: Path) -> None:
        self._path = directory / "folders.json"
        self._lock = directory / ".library.lock"
        self._file = StampFile(directory)
        self._seen: dict[str, Stamp] = {}
        self._kept: dict[str, Stamp] | None = None

    def all(self) -> list[str]:
        """The paths of the folders, in the order in which they were added."""
        with suppress(OSError):
            return self._read()
        return []

    def _read(self) -> list[str]:
        """The folders; raises OSError where the file is there and cannot be read."""
        with suppress(FileNotFoundError, ValueError):
            held = json.loads(self._path.read_text("utf-8"))
            return [each for each in held if isinstance(each, str)] if type(held) is list else []
        return []

    def add(self, folder: Path) -> None:
        """Watch a folder; raises OSError where that cannot be kept."""
        self._change(lambda held: [*held, str(folder)] if str(folder) not in held else held)

    def remove(self, folder: Path) -> bool:
        """Watch a folder no more; its articles stay. False where it was not watched."""
        was_there = str(folder) in self.all()
        self._change(lambda held: [each for each in held if each != str(folder)])
        return was_there

    def _change(self, deed: Callable[[list[str]], list[str]]) -> None:
        make_folder(self._path.parent)
        with locked(self._lock):
            replace(self._path, json.dumps(deed(self._read()), indent=1).encode())

    def take(self, library: Library, know: Knower, told: Told = unheard) -> int:
        """Put files into the library that are new or have changed; how many there were.

        A file that cannot be read is tried again when it has changed; exports are left out.

        Args:
            library: the library.
            know: finds out what is known of an article.
            told: told how many files have been read, and of how many; what it raises ends it.
        """
        count, held = 0, len(self._seen)
        due = self._due(library)
        batch: list[tuple[Article, str]] = []
        tried: list[str] = []
        try:
            for number, (path, stamp) in enumerate(due, 1):
                self._seen[path] = stamp
                tried.append(path)
                with suppress(LoadError):
                    if not is_export(path):
                        article = know(open_article(path)).described
                        batch.append((article, library.identify(article)))
                if len(batch) == BATCH:
                    count += self._added(library, batch, tried)
                told(number, len(due))
        finally:
            count += self._added(library, batch, tried)
            if due or len(self._seen) > held:
                self._keep(library)
        return count

    def _added(self, library: Library, batch: list[tuple[Article, str]], tried: list[str]) -> int:
        """How many articles the library took; the files are tried again where it cannot."""
        count = len(batch) if batch and library.add(batch) else 0
        if count < len(batch):
            for path in tried:
                self._seen.pop(path, None)
        batch.clear()
        tried.clear()
        return count

    def _due(self, library: Library) -> list[tuple[str, Stamp]]:
        """The files that are new or have changed, each with its stamp."""
        files = dict(self._files())
        if files.keys() <= self._seen.keys():
            return [(path, stamp) for path, stamp in files.items() if self._seen[path] != stamp]
        known = library.paths()
        if self._kept is None:
            self._kept = self._file.read()
            self._seen |= {path: each for path, each in self._kept.items() if path in known}
        due = []
        for path, stamp in files.items():
            is_first = path not in self._seen
            if is_first and path in known and stamp.is_not_after(known[path]):
                self._seen[path] = stamp
            elif self._seen.get(path) != stamp:
                due.append((path, stamp))
        return due

    def _keep(self, library: Library) -> None:
        # What could not be read is tried again at the next start: more may be installed then.
        known = library.paths()
        held = {path: stamp for path, stamp in self._seen.items() if path in known}
        if held != self._kept:
            self._file.write(held)
            self._kept = held

    def _files(self) -> Iterator[tuple[str, Stamp]]:
        """Each file of a kind that is read, with its stamp."""
        for folder in self.all():
            for above, folders, names in os.walk(folder):
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                for name in sorted(names):
                    if os.path.splitext(name)[1].lower() in _SUFFIXES and name[0] != ".":
                        path = os.path.join(above, name)
                        with suppress(OSError):
                            yield path, stamp_of(path)
