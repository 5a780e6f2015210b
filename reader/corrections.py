"""The reader's corrections of entities, kept for one article or for all."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from reader.entities.corrections import Correction
from reader.notes.files import locked, make_folder, replace

Rows: TypeAlias = list[dict[str, Any]]


class CorrectionBook:
    """The corrections in one data directory.

    Args:
        directory: the data directory.
    """

    def __init__(self, directory: Path) -> None:
        self._path = directory / "corrections.json"
        self._lock = directory / ".corrections.lock"

    def of(self, article: str) -> list[Correction]:
        """The corrections that hold for an article, the earliest first."""
        try:
            rows = self._rows()
        except (OSError, ValueError):
            return []
        found = (_read(row) for key in ("", article) for row in rows.get(key, []))
        return [correction for correction in found if correction]

    def add(self, key: str, correction: Correction) -> None:
        """Keep a correction under an article's id, or under nothing for all; raises OSError."""
        self._change(key, lambda rows: [*rows, correction.to_json()])

    def take_back(self, key: str) -> Correction | None:
        """Forget the last correction under a key; raises OSError."""
        taken: Rows = []

        def without_last(rows: Rows) -> Rows:
            taken.extend(rows[-1:])
            return rows[:-1]

        self._change(key, without_last)
        return _read(taken[0]) if taken else None

    def _rows(self) -> dict[str, Rows]:
        with suppress(FileNotFoundError):
            rows = json.loads(self._path.read_bytes())
            return rows if isinstance(rows, dict) else {}
        return {}

    def _change(self, key: str, deed: Callable[[Rows], Rows]) -> None:
        make_folder(self._path.parent)
        with locked(self._lock):
            try:
                rows = self._rows()
            except ValueError:
                # What cannot be read is set aside, never written over.
                self._path.replace(self._path.with_suffix(".damaged.json"))
                rows = {}
            rows[key] = deed(rows.get(key, []))
            text = json.dumps(rows, ensure_ascii=True, indent=1)
            replace(self._path, text.encode())


def _read(row: object) -> Correction | None:
    """A row as a correction; None where it is none, for a hand may have been at the file."""
    try:
        return Correction.from_json(row) if isinstance(row, dict) else None
    except TypeError:
        return None
