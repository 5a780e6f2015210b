"""A note as a footnote of the whole article."""

import re
from collections.abc import Iterator, Sequence

from reader.exchange.document import ExportDocument
from reader.exchange.format import Flavour
from reader.exchange.note_block import NoteText, body_text, details, parse_words
from reader.notes.annotation import Annotation, PlacedAnnotation

_INDENT = "    "
_LABEL = re.compile(r"\[\^[0-9A-Za-z_-]+\]:[ ]?")
_SHORTEST = 6
# To a parser without footnotes, a label with a word behind it is the address of a link: unless
# something follows that is shown by nobody, or stands before it where the word is half of a markup.
_NOTHING = " <!-- -->"
_ADDRESS = re.compile(rf"(?P<word>\S+?)(?=\\?\s*$|\s+[\"'(]|{_NOTHING})")
_HALF = re.compile(r"(?!```|~~~).*[`<\[(]")
_SPACE = "&#32; &#32; "


def is_bare(note: Annotation) -> bool:
    """Whether a note says nothing beyond its highlight."""
    return not (note.body.strip() or note.tags or note.links) and note.motivation == "highlighting"


def labels(notes: Sequence[Annotation]) -> dict[str, str]:
    """The ids of notes to labels that stay from export to export: as much of an id as is needed."""
    ids = [note.id for note in notes]
    for length in range(_SHORTEST, 27, 4):
        made = {each: each[-length:].lower() for each in ids}
        if len(set(made.values())) == len(made):
            return made
    return {each: each for each in ids}


def render_footnote(
    document: ExportDocument, placed: PlacedAnnotation, flavour: Flavour, label: str
) -> str:
    """The block of one note, without the empty lines around it."""
    note = placed.annotation
    words = [*body_text(note.body).split("\n"), ""] if note.body.strip() else []
    lines = [*words, details(document, placed, flavour)]
    definition = "\n".join(_indented(f"[^{label}]: {_guarded(*lines[:2])}", lines[1:]))
    return f"<!-- reader:note {note.id} -->\n\n{definition}"


def _guarded(line: str, below: str = "") -> str:
    found = _ADDRESS.match(line)
    if not found:
        return line
    word, rest = found["word"], line[found.end() :]
    if below.strip() and not rest.strip() and _HALF.match(word):
        return f"{_SPACE}{line}"
    return f"{word}{_NOTHING}{rest}"


def _unguarded(line: str) -> str:
    found = _ADDRESS.match(line)
    if found and line.startswith(_NOTHING, found.end()):
        return found["word"] + line[found.end() + len(_NOTHING) :]
    return line.removeprefix(_SPACE)


def _indented(first: str, rest: Sequence[str]) -> Iterator[str]:
    yield first
    for line in rest:
        yield _INDENT + line if line else ""


def is_footnote(block: str) -> bool:
    """Whether a note's block is a footnote."""
    _, _, below = block.partition("\n")
    return _LABEL.match(below.lstrip("\n")) is not None


def parse_footnote(block: str, note: str, flavour: Flavour) -> NoteText:
    """What stands in a footnote that begins with a note's marker."""
    _, _, below = block.partition("\n")
    first, *rest = below.strip("\n").split("\n")
    begin = _unguarded(_LABEL.sub("", first, count=1))
    lines = [begin, *(line.removeprefix(_INDENT) for line in rest)]
    return parse_words(lines, note, flavour)
