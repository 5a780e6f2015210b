"""Escape and what follows it at once: one key or two."""

import pytest

from reader.ui.escapes import Escapes


@pytest.mark.parametrize(
    ("chunks", "expected"),
    [
        (["\x1b", ""], ["\x1b"]),
        (["\x1b."], ["\x1b", "."]),
        (["words\x1b.aj\x1bm"], ["words", "\x1b", ".aj", "\x1b", "m"]),
        (["\x1b", ".a"], ["\x1b", ".a"]),
        (["\x1b]e\x1bB\x1b-"], ["\x1b", "]e", "\x1b", "B", "\x1b", "-"]),
        (["\x1b]11;rgb:0/0/0\x1b\\"], ["\x1b]11;rgb:0/0/0\x1b\\"]),
        (["\x1b[A\x1bOP"], ["\x1b[A\x1bOP"]),
        (["\x1b", "[A"], ["\x1b[A"]),
        (["\x1b\x1b[A"], ["\x1b\x1b[A"]),
        (["\x1bb\x1bf\x1b\x7f"], ["\x1bb\x1bf\x1b\x7f"]),
        (["\x1b[200~a\x1bc\x1b[201~"], ["\x1b[200~a\x1bc\x1b[201~"]),
        (["\x1b[200~a", "\x1bc", "\x1b[201~"], ["\x1b[200~a", "\x1bc", "\x1b[201~"]),
        (["\x1b[200~a\x1b[201~\x1bc"], ["\x1b[200~a\x1b[201~", "\x1b", "c"]),
        (["\x1bm\x1b[200~\x1bc"], ["\x1b", "m", "\x1b[200~\x1bc"]),
        (["\x1b[20", "", "~"], ["\x1b[20", "~"]),
    ],
)
def test_an_escape_that_begins_nothing_stands_alone(chunks: list[str], expected: list[str]) -> None:
    """Whether it comes with what follows it, or a moment before."""
    escapes = Escapes()

    found = [part for chunk in chunks for part in escapes.parts(chunk)]

    assert found == expected


def test_nothing_is_lost_or_made_up() -> None:
    """Whatever comes in whatever pieces."""
    typed = "a\x1b\x1b.\x1b[A\x1b]0;t\x07\x1b1\x1b"
    for size in range(1, len(typed)):
        escapes = Escapes()
        chunks = [typed[at : at + size] for at in range(0, len(typed), size)]

        assert "".join(part for each in [*chunks, ""] for part in escapes.parts(each)) == typed


PASTE = "\x1b[200~a\x1bc \x1b[2 \x1b\x1b[201~"


@pytest.mark.parametrize("behind", ["\x1bd", "d"])
def test_a_paste_ends_where_it_ends_wherever_it_is_cut(behind: str) -> None:
    """No escape in it is a key, and the one behind it is."""
    typed = PASTE + behind
    for first in range(len(typed)):
        for second in range(first, len(typed)):
            escapes = Escapes()
            chunks = [typed[:first], typed[first:second], typed[second:]]
            found = [part for each in filter(None, chunks) for part in escapes.parts(each)]

            assert "".join(found) == typed
            assert found.count("\x1b") == behind.count("\x1b")


def test_a_paste_waits_for_its_end_however_late_it_is() -> None:
    """A slow line may part it for longer than an escape is waited for."""
    typed = PASTE + "\x1bd"
    for cut in range(len("\x1b[200~"), len(PASTE)):
        escapes = Escapes()
        chunks = [typed[:cut], "", "", typed[cut:], ""]
        found = [part for each in chunks for part in escapes.parts(each)]

        assert "".join(found) == typed
        assert found[-2:] == ["\x1b", "d"] and found.count("\x1b") == 1
