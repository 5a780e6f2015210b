"""The commands as the command palette finds them."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from reader.ui.command import Command
from reader.ui.keymap import places, shown
from reader.ui.screens.commanded import CommandScreen
from reader.ui.screens.reading import ReadingScreen

_READING = {"pane", "panel"}


class CommandProvider(Provider):
    """Offers the commands of the table that can be done on the screen."""

    async def discover(self) -> Hits:
        """All commands, in the order of the help page."""
        for command, screen in self._commands():
            run = partial(screen.run_command, command.id)
            yield DiscoveryHit(command.title, run, help=shown(screen.keyboard.keys[command.id]))

    async def search(self, query: str) -> Hits:
        """The commands whose titles fit what is typed."""
        matcher = self.matcher(query)
        for command, screen in self._commands():
            score = matcher.match(command.title)
            if score > 0:
                run = partial(screen.run_command, command.id)
                keys = shown(screen.keyboard.keys[command.id])
                yield Hit(score, matcher.highlight(command.title), run, help=keys)

    def _commands(self) -> Iterator[tuple[Command, CommandScreen]]:
        screen = self.screen
        if not isinstance(screen, CommandScreen):
            return
        here = _READING if isinstance(screen, ReadingScreen) else {screen.place()}
        for command in screen.keyboard.commands.values():
            if here & set(places(command.where)):
                yield command, screen
