"""A look at the notes of an article on the disk, all copies taken together; nothing is held."""

from dataclasses import dataclass
from pathlib import Path

from reader.notes.annotation import Annotation
from reader.notes.conflict import Conflict, conflict_of
from reader.notes.document import annotation_of
from reader.notes.merge import rivals, settled
from reader.notes.recovery import gathered, read
from reader.notes.shelf import Shelf
from reader.notes.store import notes_folder


@dataclass(frozen=True, slots=True)
class Glance:
    """The notes of one article, in no order."""

    annotations: tuple[Annotation, ...]
    """The live ones."""
    trash: tuple[Annotation, ...]
    """The deleted ones."""
    conflicts: tuple[Conflict, ...]
    """The live ones with several texts."""

    @property
    def all(self) -> tuple[Annotation, ...]:
        """The live ones and the trash."""
        return self.annotations + self.trash


def glance(directory: Path, article: str) -> Glance:
    """The notes of an article, for one who only reads.

    Args:
        directory: the data directory.
        article: the article's id.

    Raises:
        OSError: they are there but cannot be read.
    """
    shelf = Shelf(notes_folder(directory), article)
    found = gathered(shelf, read(shelf.main)).contents.notes
    documents = [each for each in found.values() if isinstance(each.get("id"), str)]
    live = [each for each in documents if not each.get("deleted")]
    trash = [each for each in documents if each.get("deleted")]
    return Glance(
        tuple(annotation_of(settled(each)) for each in live),
        tuple(annotation_of(settled(each)) for each in trash),
        tuple(conflict_of(each) for each in live if rivals(each)),
    )
