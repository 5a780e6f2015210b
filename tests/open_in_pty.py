"""Opens the reader in a pseudo-terminal, waits for the seed article, and quits it by key.

Standard library only, so that any environment can run it: `open_in_pty.py COMMAND…`.
"""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time

PATIENCE = 600.0
"""Seconds to wait for the article: the command may install the program first."""


def main(command: list[str]) -> int:
    """Run the command; 0 where the article and its member states showed and `q` ended it."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    seen = _read_until(terminal, ["Kolektif", "Kyrgyzstan", "Welcome"], PATIENCE)
    os.write(terminal, b" ")
    time.sleep(0.5)
    os.write(terminal, b"q")
    _read_until(terminal, [], 20.0)
    _, status = os.waitpid(child, 0)
    missing = [word for word in ("Kolektif", "Kyrgyzstan") if word not in seen]
    if missing or os.waitstatus_to_exitcode(status):
        print(seen[-3000:])
        print(f"not shown: {missing}; exit status {os.waitstatus_to_exitcode(status)}")
        return 1
    print("the seed article opened, showed its states, and closed")
    return 0


def _read_until(terminal: int, words: list[str], seconds: float) -> str:
    seen, end = "", time.monotonic() + seconds
    while time.monotonic() < end and not (words and all(word in seen for word in words)):
        if not select.select([terminal], [], [], 0.2)[0]:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        seen += re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", data.decode("utf-8", "replace"))
    return seen


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
