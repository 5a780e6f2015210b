"""What stands in a note's block of an exported file, whatever the flavour of the file."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from reader.exchange.footnotes import is_footnote, parse_footnote
from reader.exchange.format import Flavour
from reader.exchange.note_block import NoteText, body_text, parse_note, tags_text
from reader.exchange.outline_note import outline_body, parse_outline_note
from reader.notes.annotation import Annotation

_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_COMMAS = re.compile(r"(?<!\\), ")
_LOGSEQ_TAG = re.compile(r"\[\[(.*?)\]\]|[^,]+")


def flavour_of(block: str, note: str) -> Flavour:
    """The flavour that a note's block was written in."""
    if block.startswith("- "):
        return "logseq"
    return "obsidian" if block.endswith(f"^{note}") else "commonmark"


def found_text(block: str, note: str, flavour: Flavour) -> NoteText:
    """What stands in a block."""
    if flavour == "logseq":
        return parse_outline_note(block)
    if is_footnote(block):
        return parse_footnote(block, note, flavour)
    return parse_note(block, note, flavour)


def exported_text(note: Annotation, flavour: Flavour) -> NoteText:
    """What stands in the block of a note that nobody has edited."""
    body = outline_body(note.body) if flavour == "logseq" else body_text(note.body)
    return NoteText(body.strip("\n"), tags_text(note.tags, flavour))


def parse_tags(text: str, flavour: Flavour, old: Sequence[str]) -> tuple[str, ...]:
    """Tags as they stand in a block, as tags.

    Args:
        old: those that the block was written with, for some spellings lose a part of a tag.
    """
    spelt: defaultdict[str, list[str]] = defaultdict(list)
    for tag in old:
        for name in _names(tags_text([tag], flavour), flavour) or [""]:
            spelt[name].append(tag)
    found = (spelt.get(name, [name]) for name in _names(text, flavour))
    return tuple(dict.fromkeys(chain(spelt[""], *found)))


def _names(text: str, flavour: Flavour) -> list[str]:
    if flavour == "obsidian":
        return [name.removeprefix("#") for name in text.split()]
    if flavour == "logseq":
        found = [(match[1] or match[0]).strip() for match in _LOGSEQ_TAG.finditer(text)]
    else:
        found = [_ESCAPED.sub(r"\1", part).strip() for part in _COMMAS.split(text)]
    return [tag for tag in found if tag]
