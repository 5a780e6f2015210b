"""The line with which the reader narrows a list of notes, read into a value."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from reader.notes.annotation import COLOURS, Annotation, PlacedAnnotation, PlaceStatus
from reader.notes.folding import folded, text_of
from reader.notes.index import Query
from reader.text.asked import asked

_BEINGS = (*get_args(PlaceStatus), "conflict")


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """What a note must have to be listed; empty fields ask nothing."""

    words: tuple[str, ...] = ()
    """Words that all stand in its text, passage or tags, in any case."""
    tags: tuple[str, ...] = ()
    """Tags, in any case."""
    colour: str = ""
    """Its colour."""
    states: tuple[str, ...] = ()
    """The ISO 3166-1 codes of states that it links to."""
    being: str = ""
    """How it stands in its article's text (ok, moved, check, orphan), or `conflict`: two texts."""

    def query(self) -> Query:
        """What the index can answer of it: one tag and one state, and not how the note stands."""
        return Query(
            text=" ".join(self.words),
            tag="".join(self.tags[:1]),
            state="".join(self.states[:1]),
            colour=self.colour,
        )

    def has(self, note: Annotation) -> bool:
        """Whether a note has all that can be told without its place."""
        text, tags = text_of(note), set(map(folded, note.tags))
        states = {link.target.upper() for link in note.links if link.kind == "state"}
        return (
            self.colour in ("", note.colour)
            and states.issuperset(self.states)
            and tags.issuperset(map(folded, self.tags))
            and all(folded(word) in text for word in self.words)
        )

    def fits(self, placed: PlacedAnnotation, is_torn: bool) -> bool:
        """Whether a note is to be listed; `is_torn` where it has two texts."""
        being = "conflict" if is_torn and self.being == "conflict" else placed.place.status
        return self.being in ("", being) and self.has(placed.annotation)


def parse_filter(line: str, code_of: Callable[[str], str]) -> NoteFilter:
    """Read `words #tag colour:red state:Armenia is:orphan`; what is none of these is a word.

    Args:
        line: as it was typed.
        code_of: gives the ISO 3166-1 code that a code or a state's name stands for.
    """
    words, named = asked(line, {"state": (), "colour": COLOURS, "is": _BEINGS})
    return NoteFilter(
        words,
        tuple(named["tag"]),
        "".join(named["colour"][-1:]),
        tuple(map(code_of, named["state"])),
        "".join(named["is"][-1:]),
    )
