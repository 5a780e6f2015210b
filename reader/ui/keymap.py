"""Which command a sequence of keys runs, in which part of the screen.

A sequence is one key or several, parted by blanks (`] e`); alternatives are parted by commas.
A key is written as the character it types, or by Textual's name for it (`pagedown`, `ctrl+p`);
`comma` and `space` are named, for they part.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from reader.ui.keynames import fault_of

Keys: TypeAlias = tuple[str, ...]


def key_name(key: str, character: str | None) -> str:
    """How a key press is written here: by what it types, or by Textual's name for it."""
    if character is None or not character.isprintable():
        return key
    return {" ": "space", ",": "comma"}.get(character, character)


def places(where: str) -> tuple[str, ...]:
    """The places that `where` names."""
    reading, lists = ("pane", "panel"), ("library", "all-notes")
    return {"both": reading, "lists": lists, "all": reading + lists}.get(where, (where,))


class KeyMapError(ValueError):
    """The keys cannot be mapped; the message says which and why.

    Args:
        faults: each thing that is wrong.
    """

    def __init__(self, *faults: str) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


class Bound(Protocol):
    """What the map needs to know of a command."""

    @property
    def id(self) -> str:
        """The name that settings use."""

    @property
    def keys(self) -> str:
        """The keys it comes with."""

    @property
    def where(self) -> str:
        """A place, or the name of several."""


def parse_keys(keys: str) -> list[Keys]:
    """The sequences that `keys` lists."""
    return [tuple(each.split()) for each in keys.split(",") if each.strip()]


def _undelivered(command: str, keys: str) -> list[str]:
    named = (key for sequence in parse_keys(keys) for key in sequence)
    return [f"[keys] {command}: {fault}" for fault in map(fault_of, named) if fault]


@dataclass(frozen=True)
class KeyMap:
    """The commands by the keys that run them."""

    sequences: Mapping[tuple[str, Keys], str]
    """Part of the screen and sequence to command id."""
    prefixes: frozenset[tuple[str, Keys]] = field(default_factory=frozenset)
    """Every beginning of a longer sequence."""

    def command(self, where: str, typed: Keys) -> str | None:
        """The command that the keys run in that part of the screen."""
        return self.sequences.get((where, typed))

    def is_prefix(self, where: str, typed: Keys) -> bool:
        """Whether more keys may make a sequence of these."""
        return (where, typed) in self.prefixes


def shown(keys: str) -> str:
    """The keys as a person writes them: `j ↓`, `g g`, `^p`."""
    arrows = {"down": "↓", "up": "↑", "left": "←", "right": "→"}
    names = arrows | {"pagedown": "pgdn", "pageup": "pgup", "comma": ",", "escape": "esc"}
    sequences = (
        " ".join(names.get(key, key).replace("ctrl+", "^") for key in sequence)
        for sequence in parse_keys(keys)
    )
    return "  ".join(sequences)


def keys_of(commands: Iterable[Bound], changed: Mapping[str, str]) -> dict[str, str]:
    """The keys of each command by its id, with the reader's own in place of ours.

    Raises:
        KeyMapError: `changed` names a command that does not exist, or a key that cannot be
            delivered.
    """
    keys = {command.id: command.keys for command in commands}
    unknown = sorted(changed.keys() - keys.keys())
    faults = [f"[keys] names an unknown command: {_with_near(each, keys)}" for each in unknown]
    for command, named in changed.items():
        faults += _undelivered(command, named)
    if faults:
        raise KeyMapError(*faults)
    return keys | dict(changed)


def _with_near(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return f"{name}; did you mean {near[0]}?" if near else name


def build_keymap(commands: Iterable[Bound], changed: Mapping[str, str]) -> KeyMap:
    """Map the commands' keys, with the reader's own in place of ours.

    Raises:
        KeyMapError: an unknown command, a key that cannot be delivered, or two commands on the
            same keys.
    """
    commands = list(commands)
    keys = keys_of(commands, changed)
    sequences: dict[tuple[str, Keys], str] = {}
    faults: dict[str, None] = {}
    for command in commands:
        for sequence in parse_keys(keys[command.id]):
            for place in places(command.where):
                taken = sequences.setdefault((place, sequence), command.id)
                if taken != command.id:
                    faults[f"{' '.join(sequence)} runs both {taken} and {command.id}"] = None
    if faults:
        raise KeyMapError(*faults)
    return _with_prefixes(sequences)


def _with_prefixes(sequences: dict[tuple[str, Keys], str]) -> KeyMap:
    prefixes = {
        (place, sequence[:length])
        for place, sequence in sequences
        for length in range(1, len(sequence))
    }
    both = sorted(
        {
            (" ".join(sequence), sequences[place, sequence])
            for place, sequence in prefixes & sequences.keys()
        }
    )
    if both:
        told = (f"{keys} runs {command} and begins a longer sequence" for keys, command in both)
        raise KeyMapError(*told)
    return KeyMap(sequences, frozenset(prefixes))
