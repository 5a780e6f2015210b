"""A long article, of which only the head is there: nothing that needs the rest may end it."""

import asyncio
from pathlib import Path

from reader.config import Settings
from reader.ui.app import ReaderApp
from reader.ui.commands import COMMANDS
from reader.ui.keymap import places
from reader.ui.request import Request
from tests.ui.story import Reader


def test_every_command_can_be_given_while_the_rest_is_loading(tmp_path: Path) -> None:
    """Those that need the rest say so."""
    path = tmp_path / "long.txt"
    path.write_text("\n".join(f"Kalimat {n} tentang NATO." for n in range(11_000)), "utf-8")
    request = Request(str(path), tmp_path / "data")
    app = ReaderApp(request, Settings(), None, request.head())

    async def story() -> None:
        async with app.run_test(size=(120, 40)) as pilot:
            app.workers.cancel_all()
            reader = Reader(pilot)
            reader.screen._session = None
            for command in COMMANDS:
                is_here = {"pane", "panel"} & set(places(command.where))
                if not is_here or command.id in ("quit", "palette"):
                    continue
                reader.screen.run_command(command.id)
                await pilot.pause(0)
                while len(app.screen_stack) > 1:
                    # No key closes a dialog before it is all there.
                    if app.screen.is_mounted:
                        app.pop_screen()
                    await pilot.pause(0)
            assert app.is_running

    asyncio.run(story())
