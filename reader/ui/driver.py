"""The terminal driver: Textual's own, but it leaves at once, and outlives its terminal."""

from __future__ import annotations

import os
import selectors
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from reader.ui.escapes import ESCAPE, Escapes

if TYPE_CHECKING:
    from textual.app import App

    from reader.ui.first_screen import FirstScreen

_ALTERNATE_SCREEN = "\x1b[?1049h"
_LOOK_UP = 0.1
"""Seconds after which an escape that nothing follows is the escape key."""


class PromptDriver(LinuxDriver):
    """Stops listening to the terminal at once, and does without one that is gone.

    Textual's thread for keys looks up from its wait ten times a second, and it is waited for
    twice, so that each session would end with 200 ms of waiting. Where the terminal is closed,
    its other thread ends with an error, and what is written for it then fills a queue until
    the program waits for ever, with notes unsaved.
    """

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._ear, self._bell = os.pipe()
        self._first: FirstScreen | None = getattr(app, "first_screen", None)
        self._is_entered = False

    def start_application_mode(self) -> None:
        """Take the terminal, over from the first screen where that is on it already."""
        screen, self._first = self._first, None
        self._is_entered = screen is not None
        start: Callable[[], None] = super().start_application_mode
        start()
        if screen is not None:
            self.attrs_before = screen.hand_over()

    def write(self, data: str) -> None:
        """Write to the terminal while there is one."""
        if self._is_entered and data == _ALTERNATE_SCREEN:
            # Some terminals would clear what is on it.
            self._is_entered = False
        elif self._is_written:
            super().write(data)

    def close(self) -> None:
        """Let the last words be written."""
        if self._is_written:
            super().close()

    @property
    def _is_written(self) -> bool:
        return self._writer_thread is not None and self._writer_thread.is_alive()

    def resume_application_mode(self) -> None:
        """Take the terminal again, if it was given up: a closed window sends SIGCONT as well."""
        if not self._is_listening:
            super().resume_application_mode()

    @property
    def _is_listening(self) -> bool:
        return self._key_thread is not None and self._key_thread.is_alive()

    def disable_input(self) -> None:
        """Listen no longer."""
        if self._is_listening:
            os.write(self._bell, b"\0")
        super().disable_input()

    def run_input_thread(self) -> None:
        """Listen to the terminal until the end is rung in."""
        parser = XTermParser(self._debug)
        escapes = Escapes()
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._ear, selectors.EVENT_READ)
            while self._ear not in (ready := {key.fd for key, _ in selector.select(_LOOK_UP)}):
                data = self._read() if self.fileno in ready else b""
                if self.fileno in ready and not data:
                    selector.unregister(self.fileno)
                for part in escapes.parts(decode(data)):
                    self._hear(parser, part)
                for message in parser.tick():
                    self.process_message(message)
        os.read(self._ear, 1)

    def _hear(self, parser: XTermParser, part: str) -> None:
        if part == ESCAPE:
            self.process_message(events.Key("escape", ESCAPE))
        else:
            for message in parser.feed(part):
                self.process_message(message)

    def _read(self) -> bytes:
        with suppress(OSError):
            return os.read(self.fileno, 4096)
        return b""
