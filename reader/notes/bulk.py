"""Deeds on several notes of one article at once; each is taken back as one."""

from collections.abc import Callable, Iterable, Sequence

from reader.notes.annotation import Annotation
from reader.notes.notebook import Notebook


def tag_all(notebook: Notebook, ids: Iterable[str], tags: Sequence[str]) -> bool:
    """Add tags to notes, behind those that they have, and say whether that changed anything.

    What is no longer there is passed over.
    """

    def tagged(note: Annotation) -> Annotation:
        return notebook.edit(note.id, tags=tuple(dict.fromkeys([*note.tags, *tags])))

    return _each(notebook, ids, tagged)


def delete_all(notebook: Notebook, ids: Iterable[str]) -> bool:
    """Put notes in the trash, and say whether that changed anything; passes over as `tag_all`."""
    return _each(notebook, ids, lambda note: notebook.delete(note.id))


def _each(notebook: Notebook, ids: Iterable[str], deed: Callable[[Annotation], Annotation]) -> bool:
    with notebook.together():
        notes = [note for note in map(notebook.get, ids) if note]
        return [deed(note) for note in notes] != notes
