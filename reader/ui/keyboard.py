"""The commands with the keys in force: what screens need to know of both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from reader.ui.command import Command, Place, Situation
from reader.ui.hint import Hint
from reader.ui.keymap import KeyMap, Keys, build_keymap, keys_of, parse_keys, places, shown


@dataclass(frozen=True)
class Keyboard:
    """The table of commands under the reader's own settings."""

    commands: Mapping[str, Command]
    """The commands by id, in the order of the help page."""
    keys: Mapping[str, str]
    """The keys of each command by its id."""
    keymap: KeyMap
    """The commands' ids by the keys that run them."""

    @classmethod
    def of(cls, commands: tuple[Command, ...], changed: Mapping[str, str]) -> Keyboard:
        """The commands with the reader's own keys in place of ours; raises KeyMapError."""
        by_id = {command.id: command for command in commands}
        return cls(by_id, keys_of(commands, changed), build_keymap(commands, changed))

    def press(self, where: Place, typed: Keys, key: str) -> tuple[Keys, str | None, bool]:
        """What a key does after those typed: the keys now pending, the command, whether it counts.

        A key that neither completes nor continues a sequence ends it.
        """
        keys = (*typed, key)
        command = self.keymap.command(where, keys)
        pending = keys if self.keymap.is_prefix(where, keys) else ()
        return pending, command, bool(command or pending or typed)

    def hints(self, situation: Situation) -> tuple[Hint, ...]:
        """The commands that matter in a situation."""
        return self._hints[situation]

    @cached_property
    def _hints(self) -> Mapping[Situation, tuple[Hint, ...]]:
        return {
            situation: tuple(
                Hint(shown(self.keys[each.id].partition(",")[0]), each.hint, each.id)
                for each in self.commands.values()
                if situation in each.when and self.keys[each.id]
            )
            for situation in get_args(Situation)
        }

    def following(self, where: Place, typed: Keys) -> Iterator[Hint]:
        """The keys that may follow those typed, each with what it then does."""
        for command in self.commands.values():
            if where not in places(command.where):
                continue
            for sequence in parse_keys(self.keys[command.id]):
                if sequence[: len(typed)] == typed:
                    keys = " ".join(sequence[len(typed) :])
                    yield Hint(keys, command.hint or command.title, command.id)
