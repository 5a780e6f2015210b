"""Nothing that an article, its name or a note holds reaches the terminal as a command."""

import os
from pathlib import Path

from reader.article import Span
from reader.session import Session
from tests.ui.terminal import Terminal, reader_command

EVIL = "\x1b]0;EVIL\x07"
MARKUP = "[red]not markup[/] [/b] [link='x"


def test_names_titles_and_notes_are_shown_harmlessly(tmp_path: Path) -> None:
    """Panel, title, library, toasts and dialogs, read off the bytes that were written."""
    data = tmp_path / "data"
    path = tmp_path / f"a{EVIL}{MARKUP.replace('/', '|')}.md"
    path.write_text(f"# NATO {MARKUP}\n\nNATO met {MARKUP} in Brussels{EVIL}.\n", "utf-8")
    session = Session.open(str(path), data)
    session.annotate(Span(0, 4), body=f"body {EVIL} {MARKUP}", tags=(f"tag{EVIL}", MARKUP))
    session.close()
    environment = {"HOME": str(tmp_path), "READER_DATA_DIR": str(data)}

    with Terminal(reader_command(str(path)), environment=environment, folder=tmp_path) as terminal:
        terminal.wait_for("members on")
        terminal.send(b"mj\x1bM\x1bL\x1ba\x03e\x03x")
        terminal.wait_for("enter writes")
        terminal.send(b"\r")
        terminal.rest(0.4)
        terminal.send(b"\x1bq")
        terminal.rest(0.5)
        assert os.waitpid(terminal.process, os.WNOHANG)[0] in (0, terminal.process)
        raw, text = terminal.raw, terminal.text

    assert b"\x1b]0;EVIL" not in raw and b"EVIL\x07" not in raw
    assert "Traceback" not in text and b"MarkupError" not in raw
