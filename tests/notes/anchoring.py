"""Anchors as the anchoring yardstick drives them: with the old text kept, and without."""

from dataclasses import asdict
from typing import Any

from reader.notes.anchor import create, resolve
from reader.notes.annotation import Anchor


class Anchoring:
    """Makes anchors and finds them again.

    Args:
        keeps_text: whether the text that a note was made on is kept beside it.
    """

    def __init__(self, keeps_text: bool) -> None:
        self._keeps_text = keeps_text

    def create(self, text: str, start: int, end: int) -> dict[str, Any]:
        """An anchor as JSON."""
        made = asdict(create(text, start, end))
        return {**made, "old": text} if self._keeps_text else made

    def resolve(self, text: str, made: dict[str, Any]) -> tuple[int, int, float] | None:
        """Where it stands, or None for an orphan."""
        fields = {**made, "headings": tuple(made["headings"])}
        old = fields.pop("old", None)
        place = resolve(text, Anchor(**fields), old)
        return None if place.status == "orphan" else (place.start, place.end, place.confidence)


with_text = Anchoring(True)
"""As the program does it."""
quote_only = Anchoring(False)
"""As imported notes are found."""
