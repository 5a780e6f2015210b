"""A folder of exports that follows each change of a note, beside everything else.

One article is one file there. It is known again by the article's id in its head, so that its
owner may rename it; what its owner writes in it stays, as with every export.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reader.article import Article
from reader.config import Settings
from reader.exchange.document import ExportDocument
from reader.exchange.files import Written, write
from reader.exchange.folder import Folder
from reader.exchange.format import ExchangeError, ExportOptions, usual_options
from reader.exchange.naming import file_name
from reader.exchange.registry import find_format
from reader.notes.notebook import Notebook
from reader.notes.placed import PlacedNotes
from reader.notes.places import Places
from reader.notes.saver import FAULTS, reason

REST = 0.4
"""Seconds without a change after which the file is written."""
LONGEST = 1.2
"""The most seconds that a change waits while others follow it."""


@dataclass(frozen=True, slots=True)
class Vault:
    """A folder of exports."""

    folder: Path
    """Where it is."""
    options: ExportOptions = field(default_factory=ExportOptions)
    """How its files are written."""


def vault_of(settings: Settings) -> Vault | None:
    """The folder that is to follow; None where none is."""
    if not settings.auto_export:
        return None
    folder = Path(settings.export["folder"]).expanduser().absolute()
    return Vault(folder, usual_options(settings.export))


def bring_up_to_date(vault: Vault, document: ExportDocument) -> list[Written]:
    """Write an article's file; one without notes gets none, unless it has one already.

    Raises:
        ExchangeError: a file of that name is there and was not written by an export.
        OSError: it cannot be written.
    """
    form, here = find_format("markdown"), Folder(vault.folder)
    name = file_name(document, form.suffix, vault.options.name)
    if not document.notes and here.file_of(document.id, vault.folder / name) is None:
        return []
    return write(here.place_of(document, name), [document], form, vault.options)


class Follower:
    """Runs `deed` in the background soon after it was asked to; many asks are one.

    Args:
        deed: brings the folder up to date; called by one thread at a time.
        told: called with what stands in the way, when that changes.
    """

    def __init__(self, deed: Callable[[], object], told: Callable[[str], None]) -> None:
        self._deed = deed
        self._told = told
        self._trouble = ""
        self._turn = threading.Lock()
        self._guard = threading.Lock()
        self._asked = 0.0
        self._latest = 0.0
        self._thread: threading.Thread | None = None

    def ask(self) -> None:
        """Write soon; returns at once."""
        with self._guard:
            self._latest = time.monotonic()
            if self._thread is None:
                self._asked = self._latest
                self._thread = threading.Thread(target=self._wait, name="vault", daemon=True)
                self._thread.start()

    def flush(self) -> None:
        """Do now what was asked for and not yet done, and wait for what has begun."""
        with self._turn:
            with self._guard:
                waiting, self._thread = self._thread, None
            if waiting is not None:
                self._attempt()

    def _wait(self) -> None:
        while (left := self._left()) > 0:
            time.sleep(left)
        with self._turn:
            with self._guard:
                is_mine = self._thread is threading.current_thread()
                if is_mine:
                    self._thread = None
            if is_mine:
                self._attempt()

    def _left(self) -> float:
        with self._guard:
            return min(self._latest + REST, self._asked + LONGEST) - time.monotonic()

    def _attempt(self) -> None:
        trouble = ""
        try:
            self._deed()
        except (*FAULTS, ExchangeError) as error:
            trouble = reason(error)
        if trouble != self._trouble:
            self._trouble = trouble
            self._told(trouble)


def follow(
    notebook: Notebook,
    article: Callable[[], Article],
    data_dir: Path,
    vault: Vault,
    told: Callable[[str], None],
) -> Follower:
    """Let a folder follow a notebook: it is written each time the notes have been saved.

    Args:
        article: gives the article with its language and date; called in the background.
        data_dir: where the texts are kept that notes were made on.
        told: called with what stands in the way, when that changes; empty for nothing.
    """
    kept: list[tuple[Article, PlacedNotes]] = []

    def deed() -> None:
        if not kept:
            whole = article()
            kept.append((whole, PlacedNotes(notebook, Places(data_dir, whole))))
        whole, placed = kept[0]
        notes, torn = placed.all(), notebook.torn
        bring_up_to_date(vault, ExportDocument(notebook.article, whole, notes, torn=torn))

    follower = Follower(deed, told)
    notebook.on_saved = follower.ask
    return follower
