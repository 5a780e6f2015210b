"""Keys that arrive all at once, as from a paste, a macro or a slow line, in a real terminal."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.terminal import ROOT, Terminal, reader_command

SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home of its own."""
    return {"HOME": str(tmp_path), "READER_DATA_DIR": str(tmp_path / "data")}


@pytest.fixture
def terminal(environment: dict[str, str]) -> Iterator[Terminal]:
    """The reader with the seed, past its welcome."""
    with Terminal(reader_command(str(SEED)), environment=environment) as opened:
        opened.wait_for("6 members")
        opened.rest()
        if "Welcome" in opened.text:
            opened.send(b" ")
            opened.rest()
        yield opened


def test_what_follows_the_search_key_is_searched_for(terminal: Terminal) -> None:
    """Not one letter of it is taken for a command."""
    terminal.send(b"/kolektif\r")
    terminal.wait_for("1 of ")
    terminal.rest()

    assert "/kolektif" in terminal.text


def test_what_follows_the_note_key_is_written(
    terminal: Terminal, environment: dict[str, str]
) -> None:
    """Every letter, in order, though most of them are commands too."""
    terminal.send(b"ahjk quick export of dates")
    terminal.wait_for("hjk quick export of dates")
    terminal.send(b"\x1b")
    terminal.rest()

    assert _bodies(terminal, environment) == ["hjk quick export of dates"]


def test_keys_behind_a_closed_dialog_are_commands_again(
    terminal: Terminal, environment: dict[str, str]
) -> None:
    """Two notes and a tag in one burst; escape and the key behind it are not alt and that key."""
    terminal.send(b"aone\x1b..atwo\x1b]atthree\rm")
    terminal.wait_for("#three")

    assert _bodies(terminal, environment) == ["one", "two"]


def test_lists_get_every_key_behind_the_one_that_opens_them(
    terminal: Terminal, environment: dict[str, str]
) -> None:
    """Three highlights; in the list of all notes one of them is deleted, and another tagged."""
    terminal.send(b"h.h.hMdtq\r")
    terminal.wait_for("#q")
    terminal.send(b"\x1b")

    assert _bodies(terminal, environment) == ["", ""]


def test_what_follows_the_key_that_opens_an_article_is_done_there(
    terminal: Terminal, environment: dict[str, str]
) -> None:
    """Not in the list that it was chosen from, where the same key would take it off."""
    terminal.send(b"1L\rd2q")
    terminal.wait()

    assert _colours(environment) == ["red"]


def test_a_hit_in_a_long_article_is_there_before_the_next_key(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    """The search takes its time, and the key behind it marks what it finds."""
    path = tmp_path / "long.txt"
    lines = [f"Kalimat {number} tentang NATO." for number in range(40_000)]
    path.write_text("\n".join([*lines, "Jarum di sini."]))
    with Terminal(reader_command(str(path)), environment=environment) as terminal:
        terminal.wait_for("% ·")
        terminal.rest()
        terminal.send(b"/jarum\r2q")
        terminal.wait()

    assert [each["exact"] for each in _listed(environment)] == ["Jarum"]


def _bodies(terminal: Terminal, environment: dict[str, str]) -> list[str]:
    terminal.send(b"q")
    terminal.wait()
    return [each["body"] for each in _listed(environment)]


def _colours(environment: dict[str, str]) -> list[str]:
    return [each["colour"] for each in _listed(environment)]


def _listed(environment: dict[str, str]) -> list[dict[str, str]]:
    listed = subprocess.run(
        reader_command("notes", "--format", "json"),
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    found: list[dict[str, str]] = json.loads(listed.stdout)
    return found
