"""Thirty saved pages in the shapes of real sites, and the three stories that they tell."""

from dataclasses import dataclass
from pathlib import Path

from tests.loading.cases import CASES

_FOLDER = CASES / "pages"


@dataclass(frozen=True, slots=True)
class Story:
    """What a page tells, block by block."""

    language: str
    title: str
    author: str
    day: str
    parts: tuple[tuple[str, str], ...]
    """Kind (p, h2, quote, li, caption, row) and text; a row's cells are parted by `|`."""

    @property
    def gold(self) -> str:
        """The text that a reader wants, a block a line."""
        return "\n".join(text.replace("|", " ") for _, text in self.parts)


def _story(path: Path) -> Story:
    head, _, body = path.read_text("utf-8").partition("\n\n")
    known = dict(line.split(": ", 1) for line in head.splitlines())
    parts = tuple((line.split(": ", 1)[0], line.split(": ", 1)[1]) for line in body.splitlines())
    return Story(path.stem, known["title"], known["author"], known["day"], parts)


_STORIES = {path.stem: _story(path) for path in _FOLDER.glob("*.txt")}
PAGES: dict[str, tuple[Story, str]] = {
    path.stem: (_STORIES[path.stem.rpartition("-")[2]], path.read_text("utf-8"))
    for path in sorted(_FOLDER.glob("*.html"))
}
"""By shape and language: the story, and the page."""
