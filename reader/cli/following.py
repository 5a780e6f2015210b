"""Lets the folder of exports follow what a command does to notes, where settings ask for it."""

import sys

from reader.cli.printing import printable_line
from reader.config import load_settings
from reader.session import Session


def follow(session: Session) -> None:
    """Write the changes to the folder, at the latest when the session is closed."""
    settings = load_settings()
    if not settings.auto_export:
        return
    from reader.exchange.auto import vault_of

    if vault := vault_of(settings):
        session.follow(vault, _tell)


def _tell(trouble: str) -> None:
    if trouble:
        line = printable_line(f"the folder of exports does not follow: {trouble}")
        print(f"reader: {line}", file=sys.stderr)
