"""The reader's own editor: run on a note's words, from the note editor by ctrl+e too."""

from pathlib import Path

import pytest

from reader.ui.editor_command import edited
from tests.ui.terminal import ROOT, Terminal, reader_command

SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"


def _editor(folder: Path, script: str) -> str:
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


@pytest.mark.parametrize(
    ("text", "script", "expected"),
    [
        ("first", 'echo " and second" >> "$1"', "first and second"),
        ("first\n", 'echo second >> "$1"', "first\nsecond\n"),
        ("first", 'printf "" > "$1"', ""),
        ("first", "exit 1", None),
        ("first", 'printf "\\377" > "$1"', None),
        ("first", 'rm "$1"', None),
    ],
)
def test_what_the_editor_leaves_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, script: str, expected: str | None
) -> None:
    """Without the end of the last line where there was none; nothing where the editor fails."""
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", _editor(tmp_path, script))

    assert edited(text) == expected


def test_ctrl_e_hands_the_note_to_the_editor(tmp_path: Path) -> None:
    """It has the terminal meanwhile; the words come back into the note, and can be written on."""
    editor = _editor(tmp_path, 'echo "IN THE EDITOR"; read line; echo "$line" >> "$1"')
    environment = {
        "HOME": str(tmp_path),
        "READER_DATA_DIR": str(tmp_path / "data"),
        "VISUAL": "",
        "EDITOR": editor,
    }
    with Terminal(reader_command(str(SEED)), environment=environment) as terminal:
        terminal.wait_for("6 members")
        terminal.send(b"amine: \x05")
        terminal.wait_for("IN THE EDITOR")
        terminal.send(b"typed there\r")
        terminal.wait_for("esc saves")
        terminal.wait_for("typed there")
        terminal.send(b" and here\x1bm")
        terminal.wait_for("Notes  Outline")
        terminal.rest()

    [notes] = (tmp_path / "data" / "notes").glob("*.json")

    assert "typed there and here" in notes.read_text()
