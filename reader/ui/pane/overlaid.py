"""The viewport with what lies over its text: mentions, notes and hits, each given as a value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.article import Span
from reader.ui.pane.layers import Annotated
from reader.ui.pane.viewport import Viewport

if TYPE_CHECKING:
    from reader.entities.mention import Recognition
    from reader.notes.annotation import PlacedAnnotation


class OverlaidViewport(Viewport):
    """Shows what is set at once; nothing is worked out before a row is painted."""

    def __init__(self) -> None:
        super().__init__()
        self._recognition: Recognition | None = None
        self._annotations: Sequence[PlacedAnnotation] = ()

    @property
    def measure(self) -> int:
        """The widest line of text, in cells."""
        return self._measure

    @measure.setter
    def measure(self, cells: int) -> None:
        self._measure = max(1, cells)
        self._relay()

    @property
    def recognition(self) -> Recognition | None:
        """The mentions to be told apart; None until they are known."""
        return self._recognition

    @recognition.setter
    def recognition(self, recognition: Recognition | None) -> None:
        self._recognition = recognition
        mentions = recognition.mentions if recognition else ()
        self._overlay(replace(self._shown_layers, mentions=mentions))

    @property
    def annotations(self) -> Sequence[PlacedAnnotation]:
        """The reader's notes and highlights."""
        return self._annotations

    @annotations.setter
    def annotations(self, annotations: Sequence[PlacedAnnotation]) -> None:
        self._annotations = annotations
        self._overlay(replace(self._shown_layers, annotated=Annotated(annotations)))

    def is_annotated(self, span: Span) -> bool:
        """Whether a note or highlight shares a code point with a span."""
        return bool(self._shown_layers.annotated.over(span.start, span.end))

    @property
    def hits(self) -> Sequence[Span]:
        """What was searched for; the one that the cursor is on is the current one."""
        return self._shown_layers.hits

    @hits.setter
    def hits(self, hits: Sequence[Span]) -> None:
        self._overlay(replace(self._shown_layers, hits=hits))

    def is_hit(self, span: Span) -> bool:
        """Whether a span is one of what was searched for."""
        hits = self.hits
        index = bisect_left(hits, span)
        return index < len(hits) and hits[index] == span
