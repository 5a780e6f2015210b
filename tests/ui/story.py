"""What the stories need: an app on real files, driven by keys alone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from reader.config import Settings
from reader.ui.app import ReaderApp
from reader.ui.request import Request
from reader.ui.screens.reading import ReadingScreen

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"

CHARACTERS = {"comma": ",", "space": " "}
"""What keys type that a key map must name."""

Story = Callable[["Reader"], Awaitable[None]]


class Reader:
    """A person at the keyboard."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        self.pilot = pilot
        self.presses = 0

    @property
    def screen(self) -> ReadingScreen:
        """The reading screen, under whatever dialog is open."""
        found = [each for each in self.pilot.app.screen_stack if isinstance(each, ReadingScreen)]
        return found[-1]

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each name as Textual has it."""
        for key in keys:
            await self._send(pressed(key))

    async def type(self, words: str) -> None:
        """Type words; each letter is a press, as a terminal delivers it."""
        for letter in words:
            await self._send(pressed("enter" if letter == "\n" else letter))

    async def _send(self, key: events.Key) -> None:
        self.presses += 1
        self.pilot.app.post_message(key)
        await self.done()

    async def done(self) -> None:
        """Wait until what was typed has done what it does, and the screen is up to date."""
        app = self.pilot.app
        assert isinstance(app, ReaderApp)
        await self.pilot.pause(0)
        while app.is_running and not app.type_ahead.is_at_rest:
            await asyncio.sleep(0.001)
        await self.pilot.pause(0)

    async def settled(self) -> None:
        """Wait until the article has been read by the machine."""
        for _ in range(2000):
            await self.finished("learn", "default")
            if self.screen.is_whole and self.screen.known.recognition and self.screen.known.as_of:
                return
            await asyncio.sleep(0.005)
        raise TimeoutError("the article was not read")

    async def finished(self, *groups: str) -> None:
        """Wait until the workers of some groups are done, and the screen shows what they did."""
        workers = self.pilot.app.workers
        if at_work := [each for each in workers if each.group in groups]:
            await workers.wait_for_complete(at_work)
        await self.pilot.pause(0)


def pressed(key: str) -> events.Key:
    """The press of a key, by its name or by what it types."""
    name = _character_to_key(key) if len(key) == 1 else key
    character = key if len(key) == 1 else CHARACTERS.get(key)
    return events.Key(name, character)


def play(
    story: Story,
    data_dir: Path,
    source: str | Path = SEED,
    size: tuple[int, int] = (120, 40),
    settings: Settings | None = None,
    *,
    shows_toasts: bool = False,
) -> ReaderApp:
    """Open the app on `source` and play a story to its end."""
    request = Request(str(source), data_dir)
    head = request.head()
    session = None if head else request.session()
    app = ReaderApp(request, settings or Settings(), session, head)

    async def run() -> None:
        async with app.run_test(size=size, notifications=shows_toasts) as pilot:
            reader = Reader(pilot)
            await reader.settled()
            await story(reader)

    asyncio.run(run())
    return app
