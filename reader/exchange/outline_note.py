"""One note as a Logseq block: properties, the quote, and the reader's words as blocks below it."""

import re
from dataclasses import replace

from reader.exchange.containment import contained
from reader.exchange.document import ExportDocument
from reader.exchange.fence import Piece
from reader.exchange.note_block import (
    DOUBTS,
    MOTIVES,
    NoteText,
    linked,
    open_command,
    tags_text,
    tame,
)
from reader.exchange.outline import PROPERTY, block_id, properties
from reader.notes.annotation import PlacedAnnotation

# Logseq's parser takes a backslash before any ASCII punctuation, and no character references.
_MARKUP = re.compile(
    r"[\\`*\[<~|$^{#]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])"
    r"|(?<==)=|(?<=:):|:(?=//)|(?<=\()\(",
    re.MULTILINE,
)
_LINE_START = re.compile(r"(?P<ordinal>[0-9]{1,9})(?=[.)](?:\s|$))|(?=>|[+-](?:\s|$)|-{2}|=+\s*$)")
_OPEN = re.compile(r"```|~~~|<(?=[a-zA-Z!?])")
_MATHS = re.compile(r"\$(?=\$)|(?<=\$)\$")
_ID = re.compile(r"^([\s>*+-]*id:)(?=:)", re.MULTILINE | re.IGNORECASE)


def outline_note(document: ExportDocument, placed: PlacedAnnotation) -> str:
    """The block of one note with those below it."""
    note = placed.annotation
    facts = {
        "id": block_id(note.id),
        "kind": MOTIVES.get(note.motivation, ""),
        "tags": tags_text(note.tags, "logseq"),
        "about": ", ".join(linked(document, note)),
        "colour": note.colour,
        "made": note.created[:10],
        "place": DOUBTS.get(placed.place.status, ""),
        "open": open_command(document, note.id),
    }
    lines = [*properties(facts), *outline_quote(note.anchor.exact)]
    return "\n".join(["- " + "\n  ".join(lines), *_words(note.body)])


def outline_piece(piece: Piece) -> Piece:
    """A piece of a Markdown page as a bullet; a note is one already."""
    if piece.note:
        return piece
    return replace(piece, text="- " + piece.text.replace("\n", "\n  "))


def outline_quote(exact: str) -> list[str]:
    """The lines of a passage as a quote."""
    return [f"> {_escaped(line)}".rstrip() for line in tame(exact).strip().split("\n")]


def _escaped(line: str) -> str:
    escaped = _MARKUP.sub(lambda match: f"\\{match[0]}", line.strip(" \t\ufeff"))
    found = _LINE_START.match(escaped)
    if not found:
        return escaped
    ordinal = found["ordinal"] or ""
    return f"{ordinal}\\{escaped[len(ordinal) :]}"


def _words(body: str) -> list[str]:
    # A block has one id: the words below a note have none of their own.
    calm = _ID.sub(r"\1\\", tame(body).strip("\n").rstrip())
    if not calm.strip():
        return []
    if contained(calm) != calm.split("\n"):
        # What would run over into the blocks below is shown as it was typed.
        calm = _OPEN.sub(lambda match: f"\\{match[0]}", calm)
    if len(re.findall(r"\${2,}", calm)) % 2:
        # An open formula would end in a block below.
        calm = _MATHS.sub(r"\\$", calm)
    first, *rest = calm.split("\n")
    if first.startswith("- "):
        return [f"\t{line}".rstrip() for line in (first, *rest)]
    return [f"\t- {first}", *(f"\t  {line}".rstrip() for line in rest)]


def parse_outline_note(block: str) -> NoteText:
    """What a reader may have changed in a note's block."""
    lines = block.removeprefix("- ").split("\n")
    found = [PROPERTY.fullmatch(line.strip()) for line in lines]
    head = next((n for n, each in enumerate(found) if not each), len(lines))
    facts = {each["key"]: each["value"] for each in found[:head] if each}
    rest = lines[head:]
    while rest and rest[0].strip().startswith(">"):
        rest = rest[1:]
    return NoteText(_body(rest), facts.get("tags", ""))


def outline_body(body: str) -> str:
    """What a block below a note gives back where nobody has edited it."""
    return _body(_words(body))


def _body(lines: list[str]) -> str:
    inner = [re.sub(r"^(?:\t| {2,4}(?=- ))", "", line) for line in lines]
    bullets = [line for line in inner if line.startswith("- ")]
    if len(bullets) != 1 or not inner[0].startswith("- "):
        return "\n".join(inner).strip("\n")
    words = [re.sub(r"^(?:\t| {1,2})", "", line) for line in inner[1:]]
    return "\n".join([inner[0].removeprefix("- "), *words]).strip("\n")
