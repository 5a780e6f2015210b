"""The layout of a Logseq page: properties at its head, and one bullet a block.

Logseq writes a page anew when a block of it is edited: it indents with tabs, and keeps whether a
block is folded. Neither counts as an edit.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from reader.exchange.fence import Block, Record, fingerprint, tail
from reader.exchange.layout import Layout
from reader.exchange.note_block import tame

PROPERTY = re.compile(r"(?P<key>[^\s:#]+):: ?(?P<value>.*)")
"""A property as it stands on a line."""
_FOLDED = re.compile(r"collapsed:: \w+")
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def block_id(note: str) -> str:
    """The UUID that Logseq knows a note by: the 128 bits of a ULID, or a digest of another id."""
    if len(note) == 26 and note[0] <= "7" and all(char in _CROCKFORD for char in note):
        number = 0
        for char in note:
            number = number << 5 | _CROCKFORD.index(char)
        return str(UUID(int=number))
    return str(uuid5(NAMESPACE_URL, f"urn:x-reader:note:{note}"))


def properties(fields: Mapping[str, Any]) -> list[str]:
    """The fields as lines; empty ones are left out."""
    given = {key: _one_line(value) for key, value in fields.items()}
    return [f"{key}:: {value}" for key, value in given.items() if value]


def _one_line(value: Any) -> str:
    return " ".join(tame(str(value)).split())


def _head(fields: Mapping[str, Any]) -> str:
    return "".join(f"{line}\n" for line in properties(fields))


def _split(text: str) -> tuple[str, str]:
    lines = text.split("\n")
    count = 0
    while count < len(lines) and _is_of_page(lines[count], count):
        count += 1
    return "".join(f"{line}\n" for line in lines[:count]), "\n".join(lines[count:])


def _is_of_page(line: str, number: int) -> bool:
    # Logseq may put a page's properties into a first block; a note's block begins with its id.
    if number and line.startswith("- "):
        return False
    found = PROPERTY.fullmatch(line.removeprefix("- ").strip())
    return found is not None and found["key"] != "id"


def _fields(head: str) -> dict[str, str]:
    found = (PROPERTY.fullmatch(line.removeprefix("- ").strip()) for line in head.split("\n"))
    return {each["key"]: each["value"] for each in found if each}


def _merged(old: str, new: str) -> str:
    has, given = _fields(old), _fields(new)
    count = f"notes:: {given.get('notes', '')}"
    kept = re.sub(r"^((?:- |  )?)notes:: .*$", rf"\g<1>{count}", old, flags=re.MULTILINE)
    return kept + _head({key: value for key, value in given.items() if key not in has})


def _blocks(body: str, records: Mapping[str, Record]) -> Iterator[Block]:
    notes = {block_id(note): note for note in records}
    for text in re.split(r"\n(?=- |-$)", body.strip("\n"), flags=re.MULTILINE):
        if text.strip():
            yield Block(text.rstrip(), notes.get(_id_of(text), ""))


def _id_of(block: str) -> str:
    for line in block.removeprefix("- ").split("\n"):
        found = PROPERTY.fullmatch(line.strip())
        if not found:
            return ""
        if found["key"] == "id":
            return found["value"].strip()
    return ""


def _digest(text: str) -> str:
    lines = (line.strip() for line in text.removeprefix("- ").split("\n"))
    return fingerprint("\n".join(each for each in lines if each and not _FOLDED.fullmatch(each)))


def _tail(records: Sequence[Record], lines: Sequence[str]) -> str:
    return "- " + tail(records, lines).rstrip("\n").replace("\n", "\n  ") + "\n"


OUTLINE = Layout(_head, _split, _fields, _merged, _blocks, _digest, "\n", _tail)
"""Page properties, and bullets at the margin."""
