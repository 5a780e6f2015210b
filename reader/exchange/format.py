"""What a format of the exchange is: how it is called, written and read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from reader.config import FLAVOURS as FLAVOURS
from reader.config import Flavour as Flavour
from reader.exchange.document import ExportDocument
from reader.notes.annotation import Annotation

USUAL_NAME = "{title}"
"""How a file in a folder is called unless its owner has a pattern of their own."""


class ExchangeError(Exception):
    """A file cannot be written or read; the message is one line."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What an export may be told."""

    flavour: Flavour = "commonmark"
    """The flavour of Markdown."""
    is_full: bool = False
    """Whether the whole article is written, with notes as footnotes; not in Logseq's flavour."""
    template: str = ""
    """The text of a template of the reader's own."""
    name: str = USUAL_NAME
    """How a file in a folder is called: words and `{fields}` of `reader.exchange.naming`."""


def usual_options(settings: Mapping[str, str]) -> ExportOptions:
    """The options by the `[export]` table of the settings, which were checked when loaded."""
    flavour = next((each for each in FLAVOURS if each == settings.get("flavour")), FLAVOURS[0])
    return ExportOptions(flavour, name=settings.get("name") or USUAL_NAME)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A note as a file has it."""

    annotation: Annotation
    """The note; fields that the file says nothing of are empty."""
    source: str = ""
    """The path or URL of its article; empty where the file does not say."""
    title: str = ""
    """The title of its article."""
    edits: Mapping[str, Any] = field(default_factory=dict)
    """Fields that were changed in the file since our own export, with their new values."""
    is_removed: bool = False
    """Whether it was taken out of the file since our own export."""
    is_copied: bool = False
    """Whether the file has it more than once."""
    unplaced: str = ""
    """Why its passage cannot be told, where the file gives it in a way that is not read."""
    refused: str = ""
    """Why it cannot be taken in at all; empty where it can."""


Render: TypeAlias = Callable[[Sequence[ExportDocument], ExportOptions], str]
Parse: TypeAlias = Callable[[str], Sequence[Incoming]]


@dataclass(frozen=True, slots=True)
class Format:
    """One format."""

    name: str
    """The word that chooses it."""
    title: str
    """What it is, in a few words."""
    suffix: str
    """The end of its files' names, with the dot."""
    render: Render
    """Documents to the text of a file; the same documents give the same text."""
    parse: Parse | None = None
    """The text of a file to its notes; raises `ExchangeError`; None where it cannot be read."""
    holds_many: bool = True
    """Whether one file may hold several articles."""
