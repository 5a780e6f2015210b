"""Hostile text: what is meant for a terminal never reaches it."""

import sys
from pathlib import Path

import pytest

from reader.ui.pane.cells import harmless
from reader.ui.pane.painting import safe_address
from tests.ui.terminal import Terminal

HOSTILE = {
    "title": "\x1b]0;PWNED\x07",
    "colour": "\x1b[31mRED",
    "clear": "\x1b[2J\x1b[HGONE",
    "clipboard": "\x1b]52;c;UFdORUQ=\x1b\\",
    "eight bits": "\x9b31mRED\x9d0;PWNED\x9c",
    "bell, backspace, return": "a\x07\x08\x08\rb",
    "delete and null": "a\x7f\x00b",
    "direction": "\u202egnihton\u202c \u2067x\u2069",
    "separators": "a\u2028b\u2029c",
    "device control": "\x1bP+q544e\x1b\\",
}
RAW = (
    b"\x1b]0;PWNED", b"\x1b[31mRED", b"GONE\x1b", b"\x1b]52;c;UFdO", b"\xc2\x9b", b"\xc2\x9d",
    b"\x07\x08", b"\x08\x08", b"\x7f", b"\x00", b"\xe2\x80\xae", b"\xe2\x81\xa7",
    b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\x1bP+q544e",
)  # fmt: skip
LONG = 100_000


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_a_terminal_obeys_is_shown_as_a_picture(text: str) -> None:
    """No control character, no override, no separator of lines is left."""
    left = [char for char in harmless(text) if ord(char) < 32 or 0x7F <= ord(char) < 0xA0]

    assert not left
    assert not set(harmless(text)) & set("\u202e\u202c\u2067\u2069\u2028\u2029")


def test_lone_surrogates_can_be_written() -> None:
    """A terminal takes UTF-8, which has no lone surrogates."""
    assert harmless("a\ud800b").encode() == b"a\xef\xbf\xbdb"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/\x1b]0;PWNED\x07", "https://example.org/%1B]0;PWNED%07"),
        ("https://example.org/\x9c\u202e", "https://example.org/%C2%9C%E2%80%AE"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_addresses_carry_no_commands(address: str, expected: str) -> None:
    """A link's address goes to the terminal in an escape sequence that it must not end."""
    assert safe_address(address) == expected


def test_no_byte_of_it_reaches_the_terminal(tmp_path: Path) -> None:
    """Read in a real pseudo-terminal, with lines of 100,000 characters between."""
    parts = [f"{name}: {text} END" for name, text in HOSTILE.items()]
    source = tmp_path / "hostile.txt"
    body = "\n\n".join(["FIRST", *parts, "x" * LONG, "漢" * LONG, "LAST"])
    source.write_text(body, "utf-8", newline="")
    command = [sys.executable, "-m", "tests.benchmarks.pane_app", str(source)]
    with Terminal(command, size=(80, 40)) as terminal:
        terminal.wait_for("FIRST")
        for key in (b"\x1b[6~", b"\x1b[6~", b"\x1b[F"):
            terminal.rest()
            terminal.send(key)
        terminal.wait_for("LAST")
        found = [each for each in RAW if each in terminal.raw]

    assert not found
