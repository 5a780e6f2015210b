"""What screens ask of the application."""

from dataclasses import dataclass

from textual.message import Message


@dataclass
class OpenSource(Message):
    """Open another article in place of this one."""

    source: str
    """A path or a URL."""
    at: str = ""
    """The id of the annotation to begin at."""


@dataclass
class WidthsChosen(Message):
    """The reader has chosen other widths by key; they hold for all articles from now on."""

    measure: int
    """The widest line of text, in columns."""
    panel: int
    """The side panel's columns."""
