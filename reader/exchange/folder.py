"""A folder of exported Markdown files, each known by the article in its head.

Its owner may rename a file, or move it to a folder below.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path, PurePath

from reader.exchange.document import ExportDocument
from reader.exchange.naming import with_id
from reader.exchange.old_file import OldFile, parse_file
from reader.loading.exports import SUFFIX, is_export

_HEAD = 1 << 13
"""How far into a file its head reaches, in bytes."""
_MOST = 50_000
"""How many files and folders are looked at: somebody's home is no vault."""
_ARTICLE = re.compile(rb"""^(?:- )?[ ]*article::?[ ]*["']?([^"'\r\n]+?)["']?\s*$""", re.MULTILINE)


class Folder:
    """Where files are, as it was when it was first looked through."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def place_of(self, document: ExportDocument, name: PurePath) -> Path:
        """The file of an article, or where it is to be: no file of anybody else's."""
        usual = self._path / name
        found = self.file_of(document.id, usual)
        if found:
            return found
        return self._path / with_id(name, document) if usual.exists() else usual

    def file_of(self, article: str, usual: Path) -> Path | None:
        """The file of an article, whatever it is called; the usual one is looked at first."""
        if usual.is_file() and read_old(usual, article):
            return usual
        others = self._by_article.get(article, [])
        return next((path for path in others if read_old(path, article)), None)

    def exports(self) -> list[Path]:
        """The files that an export wrote, those in folders below too, in order."""
        return sorted(path for path in self._files() if is_export(str(path)))

    @cached_property
    def _by_article(self) -> Mapping[str, list[Path]]:
        found = defaultdict[str, list[Path]](list)
        for path in sorted(self._files(), key=lambda each: (len(each.parts), each)):
            # One that cannot be read is none of ours.
            with suppress(OSError), path.open("rb") as file:
                named = _ARTICLE.search(file.read(_HEAD))
                if named:
                    found[named[1].decode("utf-8", "replace")].append(path)
        return found

    def _files(self) -> Iterator[Path]:
        seen = 0
        for place, folders, names in os.walk(self._path):
            folders[:] = sorted(each for each in folders if not each.startswith("."))
            seen += len(folders) + len(names)
            if seen > _MOST:
                return
            shown = (name for name in names if name.endswith(SUFFIX) and not name.startswith("."))
            yield from (path for name in shown if (path := Path(place, name)).is_file())


def read_old(path: Path, article: str) -> OldFile | None:
    """An exported file as it stands, where it is that of an article."""
    old = parse_file(path.read_text("utf-8", errors="surrogateescape"))
    return old if old and str(old.fields.get("article")) == article else None
