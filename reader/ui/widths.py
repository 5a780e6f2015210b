"""The widths that the reader chose by key, kept beside the notes until the settings say others."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.config import RANGES, Settings, config_file
from reader.ui.looks import mark_of

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

_REST = 0.5
"""Seconds without a key after which widths are written."""


def remembered(settings: Settings, data_dir: Path) -> Settings:
    """The settings with the widths that were chosen since they were last written."""
    widths = {"measure": settings.measure, "panel": settings.panel} | _chosen(_file(data_dir))
    return replace(settings, measure=widths["measure"], panel=widths["panel"])


def _chosen(path: Path) -> dict[str, int]:
    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        held = json.loads(path.read_bytes())
        if held["settings"] == mark_of(str(config_file())):
            return {
                name: min(max(least, int(held[name])), most)
                for name, (least, most) in RANGES.items()
            }
    return {}


def keep(settings: Settings, data_dir: Path) -> None:
    """Keep the widths for the next start, where the disk lets them be written."""
    from reader.notes.files import make_folder, replace_soon

    widths = {name: getattr(settings, name) for name in RANGES}
    held = {"settings": mark_of(str(config_file())), **widths}
    with suppress(OSError):
        make_folder(data_dir)
        replace_soon(_file(data_dir), json.dumps(held).encode())


def _file(data_dir: Path) -> Path:
    return data_dir / "widths.json"


class WidthKeeper:
    """Keeps the widths when no key alters them any more.

    Args:
        app: tells when time has passed.
        data_dir: where they are kept.
    """

    def __init__(self, app: App[int], data_dir: Path) -> None:
        self._app = app
        self._data_dir = data_dir
        self._chosen: Settings | None = None
        self._rest: Timer | None = None

    def choose(self, settings: Settings) -> None:
        """Keep these, unless others follow at once."""
        self._chosen = settings
        if self._rest:
            self._rest.stop()
        self._rest = self._app.set_timer(_REST, self.settle)

    def settle(self) -> None:
        """Keep what is not kept yet."""
        if self._chosen:
            keep(self._chosen, self._data_dir)
            self._chosen = None
