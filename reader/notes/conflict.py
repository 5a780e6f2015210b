"""The conflict as a value: one note with two texts."""

from dataclasses import dataclass

from reader.notes.annotation import Annotation
from reader.notes.document import Document, annotation_of
from reader.notes.merge import rivals, settled


@dataclass(frozen=True, slots=True)
class Conflict:
    """One note with texts of which none was written with sight of another."""

    annotation: Annotation
    """The note as it is shown, with the foremost text."""
    others: tuple[Annotation, ...]
    """The note with each of the other texts."""

    @property
    def bodies(self) -> tuple[str, ...]:
        """The texts to choose from, the one that is shown first."""
        return (self.annotation.body, *(other.body for other in self.others))


def conflict_of(document: Document) -> Conflict:
    """The conflict of a note that has one."""
    others = tuple(annotation_of(head) for head in rivals(document))
    return Conflict(annotation_of(settled(document)), others)
