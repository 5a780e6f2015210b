"""The notes of a Markdown file that an export wrote and its owner may have edited."""

from reader.exchange.format import Incoming
from reader.exchange.incoming import note_changes
from reader.exchange.old_file import parse_file


def parse(text: str) -> list[Incoming]:
    """Every note of the file, with the edits that were made to it.

    Raises:
        ExchangeError: the file was not written by an export, or its last comment is spoilt.
    """
    old = parse_file(text)
    fields = old.fields if old else {}
    source = str(fields.get("url") or fields.get("source") or "")
    title = str(fields.get("title") or "")
    return [
        Incoming(change.note, source, title, change.fields, change.is_removed, change.is_copied)
        for change in note_changes(text)
    ]
