"""The sample articles that come with the program."""

import os
from functools import cache
from pathlib import Path

_SUFFIXES = frozenset({".txt", ".md"})


def seed_articles() -> list[Path]:
    """The sample articles in order, the one that the first run opens at the head."""
    for folder in map(Path, _folders()):
        if folder.is_dir():
            return sorted(path for path in folder.iterdir() if path.suffix in _SUFFIXES)
    return []


def is_seed(source: str) -> bool:
    """Whether a path is that of a sample article."""
    return source.startswith(_folders())


@cache
def _folders() -> tuple[str, str]:
    """Where the samples lie, each with a slash at its end: in the package, or beside it."""
    package = Path(__file__).resolve().parent.parent
    return os.path.join(package, "seeds", ""), os.path.join(package.parent, "seeds", "")
