"""The tags in use, for completing them as they are typed."""

from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from reader.notes.annotation import Annotation
from reader.notes.document import annotation_of
from reader.notes.merge import settled
from reader.notes.recovery import current
from reader.notes.shelf import Shelf, note_files
from reader.notes.store import notes_folder

RECENT = 30
"""So many of the articles that were annotated last are looked into."""


def bare_tag(word: str) -> str:
    """A tag as it was typed, without the space around it and the # before it."""
    return word.strip().lstrip("#")


def by_use(notes: Iterable[Annotation]) -> list[str]:
    """Every tag of some notes, the most used first."""
    counts = Counter(tag for note in notes if not note.deleted for tag in note.tags)
    return [tag for tag, _ in counts.most_common()]


def recent_tags(directory: Path) -> list[str]:
    """The tags of the articles that were annotated last, the most used first.

    Args:
        directory: the data directory.
    """
    folder = notes_folder(directory)
    files = sorted(note_files(folder), key=lambda each: each[1].changed, reverse=True)
    notes: list[Annotation] = []
    for article, _ in files[:RECENT]:
        # One file that cannot be read keeps no tag of the others back.
        with suppress(OSError):
            found = current(Shelf(folder, article)).notes.values()
            notes += [annotation_of(settled(each)) for each in found if "id" in each]
    return by_use(notes)
