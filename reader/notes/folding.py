"""The text of a note in which words are looked for, in any case."""

from reader.notes.annotation import Annotation


def text_of(note: Annotation) -> str:
    """The reader's words, the passage and the tags of a note, folded."""
    return folded(" ".join((note.body, note.anchor.exact, *note.tags)))


def folded(text: str) -> str:
    """A text without the difference of capitals, on one line."""
    return plain(text.casefold())


def plain(text: str) -> str:
    """A text on one line, its words parted by one blank each."""
    return " ".join(text.split())
