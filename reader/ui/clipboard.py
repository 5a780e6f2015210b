"""The system's clipboard, where a program for it is installed; terminals have OSC 52 besides."""

import os
import shutil
import subprocess
import sys
from contextlib import suppress


def clipboard_command() -> list[str] | None:
    """The program that takes text into the clipboard of this desktop, if there is one."""
    candidates = (
        (sys.platform == "darwin", ["pbcopy"]),
        (bool(os.environ.get("WAYLAND_DISPLAY")), ["wl-copy"]),
        (bool(os.environ.get("DISPLAY")), ["xclip", "-selection", "clipboard"]),
        (bool(os.environ.get("DISPLAY")), ["xsel", "--clipboard", "--input"]),
    )
    return next((cmd for fits, cmd in candidates if fits and shutil.which(cmd[0])), None)


def copy_outside(text: str) -> None:
    """Hand `text` to the desktop's clipboard; where that fails, OSC 52 has to do."""
    command = clipboard_command()
    if command is None:
        return
    with suppress(OSError, subprocess.SubprocessError):
        # These programs stay to serve the clipboard: nothing of theirs may hold our terminal.
        subprocess.run(
            command,
            input=text.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=2,
            check=False,
        )
