"""What the reader is told of organisation files of their own, from the worker that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen


def warn_of_own_files(screen: Screen[None]) -> None:
    """Say in a notice which of them cannot be used, if any."""
    from reader.knowledge import own_trouble

    if trouble := own_trouble():
        screen.app.call_from_thread(screen.notify, trouble, severity="warning", timeout=10)
