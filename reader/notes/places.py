"""Where each annotation stands in the text at hand, worked out once and kept."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from reader.article import Article

if TYPE_CHECKING:
    from reader.notes.anchor import TextSince
    from reader.notes.annotation import Anchor, Annotation, Place, PlacedAnnotation

READING_ORDER = attrgetter("place.start", "place.end", "annotation.id")
"""The key by which placed notes are sorted: on one passage the older note comes first."""


class Places:
    """The places of anchors in one article.

    Args:
        directory: the data directory, which holds the texts that notes were made on.
        article: the article as it is now.
    """

    def __init__(self, directory: Path, article: Article) -> None:
        self._directory = directory
        self._article = article
        self._known: dict[Anchor, Place] = {}
        self._maps: dict[str, TextSince] = {}
        self._turn = threading.Lock()

    def placed(self, annotations: Iterable[Annotation]) -> list[PlacedAnnotation]:
        """The annotations in reading order, each with its place."""
        from reader.notes.annotation import PlacedAnnotation

        annotations = list(annotations)
        self._resolve({note.anchor for note in annotations if note.anchor not in self._known})
        placed = [PlacedAnnotation(note, self._known[note.anchor]) for note in annotations]
        return sorted(placed, key=READING_ORDER)

    def _resolve(self, anchors: Iterable[Anchor]) -> None:
        from reader.notes.annotation import Place

        # A note made on this very text needs no search; the others share a map per old text.
        strange: dict[str, list[Anchor]] = {}
        for anchor in anchors:
            if anchor.digest == self._article.digest:
                self._known[anchor] = Place(anchor.start, anchor.end, "ok", 1.0)
            else:
                strange.setdefault(anchor.digest, []).append(anchor)
        for digest, group in strange.items():
            places = self._text_since(digest).places(group)
            self._known.update(zip(group, places, strict=True))

    def _text_since(self, digest: str) -> TextSince:
        from reader.notes.anchor import TextSince
        from reader.notes.texts import kept_text

        with self._turn:
            if digest not in self._maps:
                old = kept_text(self._directory, digest)
                self._maps[digest] = TextSince(self._article.text, old)
            return self._maps[digest]
