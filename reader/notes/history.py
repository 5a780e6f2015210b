"""The log of the user's deeds on one article: what undo and redo go by, in this run and the next.

An append-only file of one JSON object a line: a deed, or the taking back or doing again of one.
It is no source of truth: a note's text never depends on it.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from reader.notes.document import Document
from reader.notes.files import make_folder
from reader.notes.layout import escaped_json
from reader.notes.ulid import new_ulid


@dataclass(frozen=True, slots=True)
class Deed:
    """One change of one note."""

    name: str
    """What was done, in a word or two for the user."""
    note: str
    """The id of the note."""
    before: Document
    """The changed fields as they were."""
    after: Document
    """The changed fields as they became."""
    id: str = field(default_factory=new_ulid)
    """The deed's own id."""
    bundle: str = ""
    """What the deeds that are taken back together share; empty for a deed by itself."""

    def goes_with(self, others: Sequence["Deed"]) -> bool:
        """Whether it is turned in one go with others that were; with none it always is."""
        return not others or (bool(self.bundle) and self.bundle == others[-1].bundle)


class History:
    """The deeds done and those taken back.

    Args:
        path: the log, which need not exist.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.bundle = ""
        self._unwritten: list[Document] = []
        self._fresh: list[Document] = []
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._loaded = False

    def record(self, deed: Deed) -> None:
        """Note a new deed; what was taken back can no longer be done again."""
        self._log({"line": new_ulid(), "do": asdict(replace(deed, bundle=self.bundle))})

    def last_done(self) -> Deed | None:
        """The deed that undo would take back."""
        self._load()
        return self._done[-1] if self._done else None

    def last_undone(self) -> Deed | None:
        """The deed that redo would do again."""
        self._load()
        return self._undone[-1] if self._undone else None

    def mark_undone(self, deed: Deed) -> None:
        """Note that a deed was taken back."""
        self._log({"line": new_ulid(), "undo": deed.id})

    def mark_redone(self, deed: Deed) -> None:
        """Note that a deed was done again."""
        self._log({"line": new_ulid(), "redo": deed.id})

    @property
    def is_written(self) -> bool:
        """Whether the file holds every deed."""
        return not self._unwritten

    def write(self) -> None:
        """Append what is not in the file yet.

        Raises:
            OSError: the file cannot be written; the lines are kept for the next time.
        """
        lines = list(self._unwritten)
        if not lines:
            return
        make_folder(self.path.parent)
        data = "".join(escaped_json(line) + "\n" for line in lines).encode()
        with open(self.path, "ab", opener=_private) as file:
            # A line cut off by a crash must not swallow the next one.
            file.write(b"\n" + data)
        del self._unwritten[: len(lines)]

    def _log(self, line: Document) -> None:
        self._unwritten.append(line)
        if self._loaded:
            self._replay(line)
        else:
            self._fresh.append(line)

    def _load(self) -> None:
        if self._loaded:
            return
        mine = {line["line"] for line in self._fresh}
        for line in _lines(self.path):
            if str(line.get("line")) not in mine:
                self._replay(line)
        for line in self._fresh:
            self._replay(line)
        self._loaded, self._fresh = True, []

    def _replay(self, line: Document) -> None:
        if "do" in line:
            deed = deed_of(line["do"])
            self._done += [deed] if deed else []
            self._undone.clear()
        elif "undo" in line:
            _move(line["undo"], self._done, self._undone)
        elif "redo" in line:
            _move(line["redo"], self._undone, self._done)


def deed_of(given: Any) -> Deed | None:
    """The deed in a JSON value, None where it is none: the file may come from other hands."""
    if not isinstance(given, dict):
        return None
    found = {each.name: given.get(each.name, "") for each in fields(Deed)}
    sides = (found["before"], found["after"])
    texts = [value for name, value in found.items() if name not in ("before", "after")]
    if not all(isinstance(text, str) for text in texts) or not all(map(_is_side, sides)):
        return None
    return Deed(**found)


def _is_side(given: Any) -> bool:
    if not isinstance(given, dict):
        return False
    texts = given.get("conflicts", [])
    has_body = "conflicts" not in given or isinstance(given.get("body"), str)
    return has_body and isinstance(texts, list) and all(isinstance(each, dict) for each in texts)


def _move(deed_id: str, here: list[Deed], there: list[Deed]) -> None:
    for index in range(len(here) - 1, -1, -1):
        if here[index].id == deed_id:
            there.append(here.pop(index))
            return


def _private(path: str, flags: int) -> int:
    import os

    return os.open(path, flags | os.O_CLOEXEC, 0o600)


def _lines(path: Path) -> list[dict[str, Any]]:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return []
    found = []
    for line in data.split(b"\n"):
        try:
            value = json.loads(line) if line else None
        except ValueError:
            continue
        if isinstance(value, dict):
            found.append(value)
    return found
