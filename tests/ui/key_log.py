"""A Textual app that writes down the keys that arrive, as the key map names them."""

import sys
from pathlib import Path

from textual import events
from textual.app import App

from reader.ui.keymap import key_name


class KeyLog(App[None]):
    """Appends the name of each key to a file, one a line; `~` ends it."""

    ENABLE_COMMAND_PALETTE = False

    def on_mount(self) -> None:
        Path(sys.argv[1]).touch()
        print("READY", file=sys.__stdout__, flush=True)

    async def on_event(self, event: events.Event) -> None:
        """Write keys down before any binding of Textual's own takes them."""
        if isinstance(event, events.Key):
            name = key_name(event.key, event.character)
            if name == "~":
                self.exit()
                return
            with Path(sys.argv[1]).open("a") as log:
                log.write(f"{name}\n")
            return
        await super().on_event(event)


if __name__ == "__main__":
    KeyLog().run()
