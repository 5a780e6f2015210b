"""What is looked for in the library, read from the line that the reader types."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from reader.text.asked import asked

Progress: TypeAlias = Literal["unread", "reading", "done"]
"""Unread, begun or read to the end."""
PROGRESS: tuple[Progress, ...] = get_args(Progress)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an article must have to be listed; empty fields ask nothing."""

    words: tuple[str, ...] = ()
    """Words that all stand in its title and the like, or all in its text."""
    tags: tuple[str, ...] = ()
    """Tags of notes on it, in any case."""
    states: tuple[str, ...] = ()
    """ISO 3166-1 codes of states that it, or a note on it, names."""
    organisations: tuple[str, ...] = ()
    """Acronyms or names of organisations that it names, in any case."""
    progress: str = ""
    """How far it has been read."""
    site: str = ""
    """The beginning of its publication's name, in any case."""

    @property
    def asks_for_names(self) -> bool:
        """Whether it must be known what the articles name."""
        return bool(self.states or self.organisations)


def parse_wanted(line: str) -> Wanted:
    """Read `words #tag state:AM org:CSTO site:tass is:unread`; what is none of these is a word."""
    from reader.entities.names import state_code

    words, named = asked(line, {"state": (), "org": (), "site": (), "is": PROGRESS})
    return Wanted(
        words,
        tuple(named["tag"]),
        tuple(map(state_code, named["state"])),
        tuple(named["org"]),
        "".join(named["is"][-1:]),
        "".join(named["site"][-1:]),
    )
