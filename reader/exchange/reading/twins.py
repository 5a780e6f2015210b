"""Notes that say the same of the same passage, whichever program they came from."""

from collections.abc import Iterable

from reader.article import Span
from reader.notes.annotation import Annotation


class Twins:
    """Tells whether a note is there already.

    Args:
        notes: those of the notebook.
    """

    def __init__(self, notes: Iterable[Annotation]) -> None:
        self._old = {note.id for note in notes}
        self._held: dict[tuple[str, str], list[Annotation]] = {}
        for note in notes:
            self.add(note)

    def add(self, note: Annotation) -> None:
        """Know a note from now on."""
        self._held.setdefault(_said(note), []).append(note)

    def of(self, note: Annotation) -> Annotation | None:
        """A note with the same quote and words at the same place, if there is one."""
        alike = self._held.get(_said(note), ())
        return next((each for each in alike if _meet(each, note)), None)

    def copy_of(self, note: Annotation) -> Annotation | None:
        """An older note that differs from one of our own in nothing but its id, if there is one.

        Two of our own that came together are two, however alike they are.
        """
        alike = (each for each in self._held.get(_said(note), ()) if each.id in self._old)
        return next(
            (each for each in alike if _meet(each, note) and _look(each) == _look(note)), None
        )


def _meet(one: Annotation, other: Annotation) -> bool:
    here, there = one.anchor, other.anchor
    if not here.digest or here.digest != there.digest:
        return True
    return Span(here.start, here.end).meets(Span(there.start, there.end))


def _look(note: Annotation) -> tuple[object, ...]:
    return note.motivation, note.colour, note.tags, note.links


def _said(note: Annotation) -> tuple[str, str]:
    return " ".join(note.anchor.exact.split()), " ".join(note.body.split())
