"""The live notes of a notebook in reading order, each with its place in the text at hand.

A look after a change costs what has changed: ten thousand notes on one article hold up no key.
"""

from __future__ import annotations

import threading
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.notes.places import READING_ORDER

if TYPE_CHECKING:
    from reader.notes.annotation import Annotation, PlacedAnnotation
    from reader.notes.notebook import Notebook
    from reader.notes.places import Places

_FEW = 100
"""So many notes are put in their places one by one; more are sorted with all others."""


class PlacedNotes:
    """Follows a notebook; may be asked by several threads.

    Args:
        notebook: the notes.
        places: finds their places.
    """

    def __init__(self, notebook: Notebook, places: Places) -> None:
        self._notebook = notebook
        self._places = places
        self._listed: Sequence[PlacedAnnotation] = ()
        self._known: dict[str, PlacedAnnotation] = {}
        self._edition = -1
        self._owed: list[str] = []
        self._guard = threading.Lock()
        self._turn = threading.Lock()

    def all(self) -> Sequence[PlacedAnnotation]:
        """Every live note; waits where another thread is working out places."""
        with self._turn:
            return self._caught_up()

    def at_hand(self) -> Sequence[PlacedAnnotation]:
        """The live notes but for those whose places another thread is working out just now."""
        return self._caught_up()

    def get(self, note_id: str) -> PlacedAnnotation | None:
        """The live note of that id, if it is at hand."""
        self._caught_up()
        return self._known.get(note_id)

    def _caught_up(self) -> Sequence[PlacedAnnotation]:
        with self._guard:
            self._edition, changed = self._notebook.changed_since(self._edition)
            ids, self._owed = list(dict.fromkeys([*self._owed, *changed])), []
        if ids:
            try:
                self._catch_up(ids)
            except BaseException:
                # The next look works them out, or fails as this one: none is left out.
                with self._guard:
                    self._owed += ids
                raise
        return self._listed

    def _catch_up(self, ids: Sequence[str]) -> None:
        # Comparing two texts may take a while, and is done without holding up the others.
        self._places.placed(self._live(ids))
        with self._guard:
            self._merge(ids)

    def _merge(self, ids: Sequence[str]) -> None:
        fresh = self._places.placed(self._live(ids))
        gone = [self._known.pop(note_id) for note_id in ids if note_id in self._known]
        self._known.update((each.annotation.id, each) for each in fresh)
        if len(ids) > _FEW:
            self._listed = sorted(self._known.values(), key=READING_ORDER)
            return
        listed = list(self._listed)
        for each in gone:
            listed.pop(_index(listed, each))
        for each in fresh:
            insort(listed, each, key=READING_ORDER)
        self._listed = listed

    def _live(self, ids: Iterable[str]) -> list[Annotation]:
        notes = map(self._notebook.get, ids)
        return [note for note in notes if note and not note.deleted]


def _index(listed: Sequence[PlacedAnnotation], one: PlacedAnnotation) -> int:
    index = bisect_left(listed, READING_ORDER(one), key=READING_ORDER)
    while listed[index] is not one:
        index += 1
    return index
