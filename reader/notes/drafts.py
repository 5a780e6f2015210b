"""Words that are being typed, kept so that a crash costs the last two seconds at most."""

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, unquote

_FOLDER = "drafts"
_LONGEST = 200
"""The longest name of a file, in characters, without its ending."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The unfinished words of one note."""

    path: Path
    """The file that holds them while they are unfinished."""
    article: str
    """The id of the article; empty where the file's name does not tell it."""
    key: str
    """The note's id and state, or `START-END` of the passage that a new one is about."""

    @property
    def text(self) -> str:
        """The words kept so far; empty where there are none."""
        try:
            return self.path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def keep(self, words: str) -> None:
        """Put the words on the disk; where it refuses them, they stay in the editor alone."""
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part = self.path.with_suffix(".part")
            with open(part, "w", encoding="utf-8", opener=_private) as file:
                file.write(words)
                file.flush()
                os.fsync(file.fileno())
            part.replace(self.path)

    def drop(self) -> None:
        """Forget the words: the note was finished or given up."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def draft(directory: Path, article: str, key: str) -> Draft:
    """The draft of the note `key` on an article: its id and state, or the passage of a new one."""
    name = f"{quote(article, safe='')}@{quote(key, safe='')}"
    if len(name) > _LONGEST:
        name = sha256(name.encode()).hexdigest()[:32]
    return Draft(directory / _FOLDER / f"{name}.md", article, key)


def drafts(directory: Path, article: str | None = None) -> list[Draft]:
    """The drafts that were left unfinished, on one article or on all, the oldest first."""
    found = []
    for path in sorted((directory / _FOLDER).glob("*.md"), key=_age):
        owner, _, key = path.stem.rpartition("@")
        each = Draft(path, unquote(owner), unquote(key))
        if article in (None, each.article) and each.text.strip():
            found.append(each)
    return found


def _age(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
