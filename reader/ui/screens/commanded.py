"""The screen that commands of the table run on: its keys become commands, and it hints at them."""

from __future__ import annotations

from textual import events, on
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from reader.ui.bars import Hints
from reader.ui.command import Place, Situation
from reader.ui.hint import Hint
from reader.ui.keyboard import Keyboard
from reader.ui.keymap import Keys, key_name
from reader.ui.terminal_app import TerminalApp
from reader.ui.type_ahead import DEEDS


class NotNowError(Exception):
    """What was asked cannot be done now; the message says why."""


class CommandScreen(Screen[None]):
    """Runs the commands whose keys are pressed, and shows those that matter now."""

    keyboard: Keyboard
    """The commands and their keys."""
    hints: Hints
    """The line that names keys."""

    _typed: Keys = ()

    def place(self) -> Place | None:
        """Where the keys count now; None where a line of text takes them."""
        raise NotImplementedError

    def situation(self) -> Situation:
        """Which keys are worth a hint."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Run the command of the keys typed so far, or wait for the rest of them."""
        place = self.place()
        if place is None:
            return
        key = key_name(event.key, event.character)
        self._typed, command, counts = self.keyboard.press(place, self._typed, key)
        if counts:
            event.stop()
            event.prevent_default()
            self.hint()
        if command:
            self.run_command(command)

    def run_command(self, command_id: str) -> None:
        """Run a command of the table; one that waits for a dialog runs as a worker."""
        command = self.keyboard.commands[command_id]
        try:
            result = command.run(self)
        except NotNowError as error:
            self.notify(str(error))
        except OSError as error:
            self.notify(f"The disk refuses: {error}", severity="error")
        else:
            if hasattr(result, "__await__"):
                self.run_worker(result, group=DEEDS, exit_on_error=False)

    def hint(self) -> None:
        """Name the keys that may follow those typed, or those that matter now.

        While a dialog is open none of them counts.
        """
        place = self.place()
        if not self.is_active:
            self.hints.hints = ()
            return
        if self._typed and place:
            following = self.keyboard.following(place, self._typed)
            self.hints.hints = (Hint(" ".join(self._typed), "…", ""), *following)
        else:
            self.hints.hints = self.keyboard.hints(self.situation())

    def on_screen_suspend(self) -> None:
        """Name no keys that are a dialog's now, and leave it free of what was said here."""
        self.hints.hints = ()
        if isinstance(self.app, TerminalApp):
            self.app.fall_silent()

    def on_screen_resume(self) -> None:
        """Name the keys that count again."""
        self.hint()

    @on(Hints.Chosen)
    def _run_hint(self, event: Hints.Chosen) -> None:
        self._typed = ()
        self.run_command(event.command)

    @on(Worker.StateChanged)
    def _tell_of_fault(self, event: Worker.StateChanged) -> None:
        # A fault in what is learned must not take the article, or a note, from its reader.
        if event.state is not WorkerState.ERROR:
            return
        from reader.entities.plugins import PluginError

        error = event.worker.error
        if isinstance(error, NotNowError | PluginError):
            self.notify(str(error))
        elif isinstance(error, OSError):
            self.notify(f"The disk refuses: {error}", severity="error")
        else:
            fault = f"{type(error).__name__}: {error}"
            self.notify(f"A fault in the program: {fault}", severity="error", timeout=10)
