"""One note as Markdown: the quote, the reader's words, and a line of details that ends it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile
from shlex import quote as shell_quote

from reader.exchange.containment import contained
from reader.exchange.document import ExportDocument
from reader.exchange.escape import escape_inline, escape_lines
from reader.exchange.format import Flavour
from reader.notes.annotation import Annotation, Link, PlacedAnnotation

START = re.compile(r"<!-- reader:note (?P<id>[0-9A-Za-z_-]+) -->")
"""The line that a note's block begins with."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_NO_LOGSEQ_TAG = re.compile(r"[\[\]\"]+")
_HASHTAG = re.compile(r"(?<!\S)#[\w/-]+")
_NO_OBSIDIAN_TAG = re.compile(r"[^\w/-]+")
MOTIVES = {"questioning": "Question", "bookmarking": "Bookmark", "linking": "Link"}
"""What a note is called that is more than a highlight or a comment."""
DOUBTS = {"check": "place in doubt", "orphan": "place lost"}
"""What is said of a note whose place is not certain."""


@dataclass(frozen=True, slots=True)
class NoteText:
    """What a reader may have changed in a block."""

    body: str
    """The words between quote and details, as they stand."""
    tags: str
    """The tags as they stand in the details."""


def render_note(document: ExportDocument, placed: PlacedAnnotation, flavour: Flavour) -> str:
    """The block of one note, without the empty lines around it."""
    note = placed.annotation
    parts = [f"<!-- reader:note {note.id} -->", quote_block(note.anchor.exact)]
    if note.body.strip():
        parts.append(body_text(note.body))
    return "\n\n".join([*parts, details(document, placed, flavour)])


def quote_block(exact: str) -> str:
    """A passage as a block quote that a CommonMark parser gives back word for word."""
    return "\n".join(f"> {line}".rstrip(" ") for line in escape_lines(tame(exact)))


def body_text(body: str) -> str:
    """The reader's words as they stand in the file."""
    return "\n".join(contained(tame(body)))


def tame(text: str) -> str:
    """`text` with LF line ends and without control characters."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def tags_text(tags: Sequence[str], flavour: Flavour) -> str:
    """The tags as they stand in the details; empty where there are none."""
    if flavour == "logseq":
        return ", ".join(_logseq_tag(tag) for tag in tags)
    if flavour == "obsidian":
        return " ".join(f"#{name}" for tag in tags if (name := _obsidian_tag(tag)))
    return ", ".join(_word(tag).replace(",", "\\,") for tag in tags)


def shell_command(document: ExportDocument, note: str) -> str:
    """The command that opens the article at the note, as a shell takes it."""
    source = document.source()
    if _CONTROL.search(source) or not source.isprintable():
        source = document.id
    return f"reader open {shell_quote(source)} --at {note}"


def open_command(document: ExportDocument, note: str) -> str:
    """The shell command that opens the article at the note, as a code span."""
    command = shell_command(document, note)
    ticks = max((len(run) for run in re.findall("`+", command)), default=0) + 1
    pad = " " if command.startswith("`") else ""
    return "`" * ticks + pad + command + pad + "`" * ticks


def linked(document: ExportDocument, note: Annotation) -> list[str]:
    """What a note points at, as people call it."""
    return [_called(link, document.article.language) for link in note.links]


def _called(link: Link, language: str) -> str:
    if link.kind != "state":
        return link.target
    from reader.entities.names import state_name

    name = state_name(link.target, language)
    return f"{name} ({link.target})" if name != link.target else name


def details(document: ExportDocument, placed: PlacedAnnotation, flavour: Flavour) -> str:
    """The line that ends a note's block, with all that is known of it."""
    note = placed.annotation
    tags = tags_text(note.tags, flavour)
    about = ", ".join(map(_word, linked(document, note)))
    parts = [
        MOTIVES.get(note.motivation, ""),
        f"Tags: {tags}" if tags else "",
        f"About: {about}" if about else "",
        note.colour,
        note.created[:10],
        DOUBTS.get(placed.place.status, ""),
        open_command(document, note.id),
    ]
    line = " · ".join(part for part in parts if part)
    return f"{line} ^{note.id}" if flavour == "obsidian" else line


def _word(text: str) -> str:
    return escape_inline(tame(text)).replace("·", "&#183;")


def _obsidian_tag(tag: str) -> str:
    name = _NO_OBSIDIAN_TAG.sub("-", tag).strip("-")
    return f"_{name}" if name.isdecimal() else name


def _logseq_tag(tag: str) -> str:
    name = " ".join(_NO_LOGSEQ_TAG.sub("-", tame(tag)).split())
    return f"[[{name}]]" if "," in name or "#" in name else name


def parse_note(block: str, note: str, flavour: Flavour) -> NoteText:
    """What stands in a block that begins with its marker."""
    lines = dropwhile(lambda line: not line.strip(), block.split("\n")[1:])
    # The quote is in one piece; what is quoted below it is the reader's own.
    return parse_words(list(dropwhile(lambda line: line.startswith(">"), lines)), note, flavour)


def parse_words(lines: Sequence[str], note: str, flavour: Flavour) -> NoteText:
    """What stands in the lines below a quote."""
    end = next((i for i in range(len(lines) - 1, -1, -1) if f"--at {note}`" in lines[i]), None)
    told = _tags_of(lines[end], flavour) if end is not None else ""
    return NoteText("\n".join(lines[:end]).strip("\n"), told)


def _tags_of(details: str, flavour: Flavour) -> str:
    if flavour == "obsidian":
        return " ".join(_HASHTAG.findall(details.partition("`")[0]))
    parts = details.split(" · ")
    found = next((part for part in parts if part.startswith("Tags: ")), "")
    return found.removeprefix("Tags: ")
