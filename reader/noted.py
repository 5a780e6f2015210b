"""An article's notebook, and the notebooks of other articles that are opened beside it."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Any

from reader.knowledge import Knowledge
from reader.notes.places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.notes.annotation import Annotation
    from reader.notes.conflict import Conflict
    from reader.notes.notebook import Notebook
    from reader.notes.placed import PlacedNotes
    from reader.notes.several import Notebooks


class Noted(Knowledge):
    """One article, what is known of it, and the notebook it has; takes what `Knowledge` takes."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._opening = RLock()
        self._notebook: Notebook | None = None
        self._notebooks: Notebooks | None = None
        self._at_places: PlacedNotes | None = None

    @property
    def notebook(self) -> Notebook:
        """The annotations of this article; raises OSError where they cannot be read."""
        with self._opening:
            if self._notebook is None:
                from reader.notes.notebook import open_notebook

                self._notebook = open_notebook(self.data_dir, self.id)
            return self._notebook

    @notebook.setter
    def notebook(self, opened: Notebook) -> None:
        self._notebook = opened

    @property
    def opened_notebook(self) -> Notebook | None:
        """The notebook, where something has asked for it already."""
        return self._notebook

    @property
    def notebooks(self) -> Notebooks:
        """The notebooks of all articles, this one's among them."""
        with self._opening:
            if self._notebooks is None:
                from reader.notes.several import Notebooks

                own = self.id, lambda: self.notebook
                self._notebooks = Notebooks(self.data_dir, *own, self._opened)
            return self._notebooks

    def _opened(self, notebook: Notebook) -> None:
        """Called with each notebook of another article that is opened."""

    @property
    def _placed(self) -> PlacedNotes:
        with self._opening:
            if self._at_places is None:
                from reader.notes.placed import PlacedNotes

                places = Places(self.data_dir, self.article)
                self._at_places = PlacedNotes(self.notebook, places)
            return self._at_places

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """The notes whose text was changed in two places at once."""
        return self.notebook.conflicts

    @property
    def trash(self) -> Sequence[Annotation]:
        """The deleted notes."""
        return self.notebook.trash

    def choose(self, note_id: str, body: str) -> Annotation:
        """Settle a conflict by one text; raises KeyError where there is no such note."""
        return self.notebook.choose(note_id, body)

    def restore(self, note_id: str) -> Annotation:
        """Take a note out of the trash; raises KeyError where there is no such note."""
        return self.notebook.restore(note_id)

    def tag_all(self, note_ids: Iterable[str], tags: Sequence[str]) -> None:
        """Add tags to notes, as one deed."""
        from reader.notes.bulk import tag_all

        tag_all(self.notebook, note_ids, tags)

    def delete_all(self, note_ids: Iterable[str]) -> None:
        """Put notes in the trash, as one deed."""
        from reader.notes.bulk import delete_all

        delete_all(self.notebook, note_ids)

    @property
    def is_saved(self) -> bool:
        """Whether every deed on a note, here or beside, is on the disk."""
        own = self._notebook is None or not self._notebook.unsaved
        return own and (self._notebooks is None or self._notebooks.is_saved)

    def rescue(self) -> Sequence[str]:
        """Put notes that the disk refused into files elsewhere; a line for each that tells."""
        from reader.notes.several import rescued

        lines = [rescued(self._notebook)] if self._notebook else []
        lines += self._notebooks.rescue() if self._notebooks else []
        return [line for line in lines if line]
