"""The library's file: rows in the form that TinyDB reads, replaced whole and under a lock."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any, TypeAlias

from reader.library.card import Row, text_in
from reader.notes.files import (
    Signature,
    locked,
    make_folder,
    replace,
    replace_with_mirror,
    signature_of,
)
from reader.notes.recovery import read

_TABLE = "articles"
_HEAD, _FOOT = f'{{"{_TABLE}": {{\n', "}}\n"

Rows: TypeAlias = dict[str, Row]
"""The rows by the id of their article."""


class RowFile:
    """The rows of one data directory, read again only when the file has changed.

    It is parsed here rather than through TinyDB, whose import would double the time to open an
    article; stock TinyDB opens it all the same.
    """

    def __init__(self, directory: Path) -> None:
        self._path = directory / "library.json"
        self._mirror = directory / ".library.mirror.json"
        self._aside = directory / "library.damaged.json"
        self._lock = directory / ".library.lock"
        self._turn = RLock()
        self._held = _Held()
        self._notice = ""

    def rows(self) -> Rows:
        """All rows by id, those of a lost or damaged file from its mirror; none without either."""
        try:
            return self._read().rows
        except OSError:
            return {}

    def _read(self) -> "_Held":
        """What the file holds now; raises OSError where it cannot be read."""
        with self._turn:
            signature = signature_of(self._path)
            if signature != self._held.signature or (not signature and self._is_lost()):
                data = self._path.read_text("utf-8", "replace") if signature else ""
                found = _rows(data) if signature or self._is_lost() else {}
                rows = self._recovered(data) if found is None else _by_id(found)
                lines = [] if found is None else _lines_in(data, len(rows))
                self._held = _Held(signature, rows, lines, found is None)
            return self._held

    def _is_lost(self) -> bool:
        """Whether, where there is no file, there was one, and its mirror was not read yet."""
        return not self._held.is_damaged and self._mirror.exists()

    def _recovered(self, data: str) -> Rows:
        mirror = (read(self._mirror) or b"").decode("utf-8", "replace")
        rows = _united(_salvaged(data), _rows(mirror) or _salvaged(mirror))
        fault, kept = "was missing", ""
        if self._path.exists():
            fault, kept = "was damaged", f"; the damaged file is kept as {self._aside.name}"
        count = "1 article was" if len(rows) == 1 else f"{len(rows)} articles were"
        self._notice = f"{self._path} {fault}: {count} recovered{kept}"
        return rows

    @property
    def is_damaged(self) -> bool:
        """Whether the file is no library, or lost; the rows are those of its mirror and its own."""
        with suppress(OSError):
            return self._read().is_damaged
        return False

    @property
    def is_mirrored(self) -> bool:
        """Whether there is no file, or its mirror says the same."""
        main = read(self._path)
        return main is None or main == read(self._mirror)

    def notices(self) -> list[str]:
        """What the reader should be told, once; a damaged file is written anew."""
        if self.is_damaged:
            self.mend()
        told, self._notice = self._notice, ""
        return [told] if told else []

    def mend(self) -> bool:
        """Write the file and its mirror anew; False where the disk does not let us."""
        return self.change(lambda rows: None, is_forced=True)

    def change(self, deed: Callable[[Rows], None], *, is_forced: bool = False) -> bool:
        """Read, change and write under the lock; False where the disk does not let us."""
        try:
            make_folder(self._path.parent)
            with self._turn, locked(self._lock):
                held = self._read()
                if held.is_damaged and held.signature:
                    replace(self._aside, self._path.read_bytes())
                rows = dict(held.rows)
                deed(rows)
                if is_forced or held.is_damaged or not held.signature or rows != held.rows:
                    self._write(held, rows)
        except OSError:
            return False
        return True

    def _write(self, held: "_Held", rows: Rows) -> None:
        lines = _encoded(held, rows)
        data = (_HEAD + ",\n".join(lines) + "\n" + _FOOT).encode()
        replace_with_mirror(self._path, self._mirror, data)
        self._held = _Held(signature_of(self._path), rows, lines)


@dataclass(frozen=True, slots=True)
class _Held:
    """What was read or written last, published as one value: threads share it."""

    signature: Signature | None = None
    rows: Rows = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    is_damaged: bool = False


def _encoded(held: _Held, rows: Rows) -> list[str]:
    # One row a line, in a fixed order; the lines of rows that are the same are used again.
    old = list(zip(held.rows.values(), held.lines, strict=False))
    lines = []
    for index, row in enumerate(rows.values()):
        same = index < len(old) and old[index][0] is row
        lines.append(old[index][1] if same else _line(index + 1, row))
    return lines


def _line(number: int, row: Row) -> str:
    return f'"{number}": {json.dumps(row, sort_keys=True)}'


def _lines_in(data: str, count: int) -> list[str]:
    """The lines of the rows, where the file was written here and has one for each."""
    if not data.startswith(_HEAD) or not data.endswith("\n" + _FOOT):
        return []
    lines = data[len(_HEAD) : -len(_FOOT) - 1].split(",\n")
    return lines if len(lines) == count else []


def _rows(data: str) -> dict[str, Any] | None:
    try:
        rows = json.loads(data)[_TABLE]
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return rows if isinstance(rows, dict) else None


def _salvaged(data: str) -> dict[str, Any]:
    """The rows whose lines are whole, of a file that was cut off or merged by hand."""
    found: dict[str, Any] = {}
    for line in data.split("\n"):
        with suppress(ValueError, RecursionError):
            row = json.loads("{" + line.strip().rstrip(",") + "}")
            found |= {name: each for name, each in row.items() if name.isdecimal()}
    return found


def _united(rows: dict[str, Any], mirrored: dict[str, Any]) -> Rows:
    """All rows, of two for the same article the one that was opened last, else the mirror's."""
    whole = _by_id(rows)
    for name, row in _by_id(mirrored).items():
        if name not in whole or text_in(row, "opened") >= text_in(whole[name], "opened"):
            whole[name] = row
    return whole


def _by_id(rows: dict[str, Any]) -> Rows:
    given = (row for row in rows.values() if isinstance(row, dict))
    return {name: row for row in given if (name := text_in(row, "id"))}
