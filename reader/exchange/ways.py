"""The ways to export, as they are offered to choose from, and the memory of what was chosen."""

import json
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.exchange.document import ExportDocument
from reader.exchange.folder import Folder
from reader.exchange.format import ExportOptions, Flavour, Format
from reader.exchange.naming import file_name
from reader.exchange.registry import find_format
from reader.loading.exports import MARK

_KEPT = 500
"""How many articles' files are remembered."""


@dataclass(frozen=True, slots=True)
class Way:
    """A format, with what it may be told."""

    id: str
    """The word that it is remembered by."""
    title: str
    """What it is, in a few words."""
    format: str = "markdown"
    """The name of its format."""
    flavour: Flavour = "commonmark"
    """The flavour of Markdown."""
    is_full: bool = False
    """Whether it is the whole article."""

    def form(self) -> Format:
        """Its format."""
        return find_format(self.format)

    def options(self, usual: ExportOptions) -> ExportOptions:
        """The usual options, told what the way is."""
        return replace(usual, flavour=self.flavour, is_full=self.is_full)

    def words(self, document: ExportDocument, usual: ExportOptions) -> str:
        """The document for people: without the comment that ends a file and is for programs."""
        text = self.form().render([document], self.options(usual))
        return text.rpartition(MARK)[0].removesuffix("- ") if MARK in text else text


WAYS = (
    Way("commonmark", "Markdown"),
    Way("obsidian", "Markdown for Obsidian", flavour="obsidian"),
    Way("logseq", "Markdown for Logseq", flavour="logseq"),
    Way("full", "the whole article in Markdown", is_full=True),
    Way("org", "Org", "org"),
    Way("w3c", "W3C annotations (JSON-LD)", "w3c"),
    Way("hypothesis", "Hypothesis JSON", "hypothesis"),
    Way("csv", "CSV for Readwise", "csv"),
    Way("jsonl", "JSON Lines", "jsonl"),
)
"""All of them."""


class Chosen:
    """What was chosen before; a damaged memory is an empty one. Threads may ask at the same time.

    Args:
        data_dir: where notes and the library live.
        settings: the `[export]` table of the settings.
    """

    def __init__(self, data_dir: Path, settings: Mapping[str, str]) -> None:
        self._path = data_dir / "exports.json"
        self._settings = settings
        self._held = _read(self._path)
        self._asked = settings.get("folder", "")
        self._folder = Folder(_place(self._asked))
        self._turn = threading.Lock()

    @property
    def way(self) -> Way:
        """The last one, or that of the settings."""
        for name in (self._held.get("way"), self._settings.get("flavour")):
            found = next((way for way in WAYS if way.id == name), None)
            if found:
                return found
        return WAYS[0]

    def target(self, document: ExportDocument, way: Way, usual: ExportOptions) -> Path:
        """Where the article went last in that way, or where it may go."""
        held = self._files.get(document.id)
        last = held.get(way.id) if isinstance(held, dict) else None
        if isinstance(last, str):
            return Path(last)
        form = way.form()
        name = file_name(document, form.suffix, usual.name)
        if self._asked and way.format == "markdown":
            # A large folder is looked through once, whoever asks meanwhile.
            with suppress(OSError), self._turn:
                return self._folder.place_of(document, name)
        return _place(self._asked or str(self._held.get("folder") or "")) / name

    def remember(self, document: ExportDocument, way: Way, path: Path) -> None:
        """Remember where an article went; raises OSError where that cannot be written."""
        from reader.notes.files import replace as put

        path = path.absolute()
        held = self._files.pop(document.id, None)
        ways = {**(held if isinstance(held, dict) else {}), way.id: str(path)}
        files = [*self._files.items(), (document.id, ways)][-_KEPT:]
        self._held = {"way": way.id, "folder": str(path.parent), "files": dict(files)}
        put(self._path, json.dumps(self._held, indent=1).encode())

    @property
    def _files(self) -> dict[str, Any]:
        held = self._held.get("files")
        return held if isinstance(held, dict) else {}


def _place(folder: str) -> Path:
    return Path(folder).expanduser().absolute()


def _read(path: Path) -> dict[str, Any]:
    try:
        held = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}
