"""The key map: sequences, remapping, clashes."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.config import Settings
from reader.ui.bars import Hints
from reader.ui.commands import COMMANDS
from reader.ui.keymap import KeyMapError, build_keymap, keys_of, parse_keys
from reader.ui.keynames import fault_of
from reader.ui.screens.commanded import CommandScreen
from reader.ui.screens.library import LibraryScreen
from reader.ui.screens.notes import NotesScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.usable import faults
from tests.ui.story import Reader, play


@dataclass(frozen=True)
class Bound:
    """A command as the key map sees it."""

    id: str
    keys: str
    where: str = "pane"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("j", [("j",)]),
        ("j, down", [("j",), ("down",)]),
        ("] e", [("]", "e")]),
        ("g g, home", [("g", "g"), ("home",)]),
        ("", []),
    ],
)
def test_keys_are_read_as_sequences(keys: str, expected: list[tuple[str, ...]]) -> None:
    """Commas part alternatives and blanks part the keys of a sequence."""

    assert parse_keys(keys) == expected


@pytest.mark.parametrize(
    "key", ["ctrl+i", "ctrl+m", "ctrl+h", "ctrl+[", "ctrl+shift+a", "shift+f3"]
)
def test_keys_that_terminals_cannot_deliver_are_refused(key: str) -> None:
    """They would look bound and never arrive."""
    with pytest.raises(KeyMapError, match=f"a: terminals cannot deliver {re.escape(key)}"):
        keys_of([Bound("a", "h")], {"a": key})


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("ctrl+alt+foo", "ctrl+alt+foo is no key that terminals deliver"),
        ("alt+x", "alt+x is no key that terminals deliver"),
        ("full_stop", "full_stop is no key that terminals deliver"),
        ("GG", "GG is no key: write G G for one key after another"),
        ("shift+q", "terminals cannot deliver shift+q: write Q"),
        ("f25", "f25 is no key that terminals deliver"),
        *((each, "") for each in ("Q", "é", "ctrl+q", "f12", "ctrl+f5", "shift+tab", "ctrl+up")),
    ],
)
def test_what_is_no_key_is_told_with_what_to_write(key: str, told: str) -> None:
    """A key that arrives has no fault."""

    assert fault_of(key) == told


def test_all_that_is_wrong_with_the_settings_is_told_at_once() -> None:
    """Keys and the theme, each by its name."""
    wrong = Settings(theme="nosuch", keys={"note": "GG", "tag": "ctrl+i", "nothing": "x"})
    told = faults(wrong)

    assert [" ".join(each.split()[:3]) for each in told] == [
        "[keys] names an",
        "[keys] note: GG",
        "[keys] tag: terminals",
        "there is no",
    ]
    assert faults(Settings(theme="nord", keys={"note": "K, ctrl+t", "tag": "f5 f5"})) == []


def test_the_same_key_may_serve_pane_and_panel() -> None:
    """Only one of them has the focus."""
    keymap = build_keymap([Bound("a", "h"), Bound("b", "h", "panel")], {})

    assert [keymap.command("pane", ("h",)), keymap.command("panel", ("h",))] == ["a", "b"]


@pytest.mark.parametrize(
    ("commands", "changed", "message"),
    [
        ([Bound("a", "h"), Bound("b", "h")], {}, "h runs both a and b"),
        ([Bound("a", "h"), Bound("b", "j")], {"b": "h"}, "h runs both a and b"),
        ([Bound("a", "g"), Bound("b", "g g")], {}, "begins a longer sequence"),
        ([Bound("a", "g")], {"x": "y"}, "unknown command: x$"),
        ([Bound("note", "g")], {"notte": "y"}, "unknown command: notte; did you mean note\\?$"),
    ],
)
def test_a_clash_or_an_unknown_command_is_told(
    commands: list[Bound], changed: dict[str, str], message: str
) -> None:
    """The reader's own keys are checked like ours."""
    with pytest.raises(KeyMapError, match=message):
        build_keymap(commands, changed)


def test_a_changed_key_takes_the_place_of_ours() -> None:
    """The old key is free again."""
    keymap = build_keymap([Bound("a", "h")], {"a": "H"})

    assert (keymap.command("pane", ("h",)), keymap.command("pane", ("H",))) == (None, "a")


def test_the_table_of_commands_has_no_clash() -> None:
    """Every command of the program can be reached by its keys."""
    keymap = build_keymap(COMMANDS, {})

    assert {command.id for command in COMMANDS} == set(keymap.sequences.values())


def test_command_ids_are_unique() -> None:
    """Settings name commands by id."""

    assert len(keys_of(COMMANDS, {})) == len(COMMANDS)


@pytest.mark.parametrize("screen", [ReadingScreen, LibraryScreen, NotesScreen])
def test_a_screen_has_no_keys_but_those_of_the_table(screen: type[CommandScreen]) -> None:
    """Escape alone is also for a line that one types in."""

    assert set(_own_keys(screen)) <= {"escape"}


def _own_keys(screen: type[CommandScreen]) -> list[str]:
    ours = [each for each in screen.__mro__ if each.__module__.startswith("reader.")]
    bindings = [each for cls in ours for each in vars(cls).get("BINDINGS", [])]
    return [each[0] if isinstance(each, tuple) else each.key for each in bindings]


def test_a_hint_can_be_clicked(tmp_path: Path) -> None:
    """What the last line names can be done by mouse."""

    async def story(reader: Reader) -> None:
        line = reader.screen.hints
        at = str(line.render()).index("highlight") + 2
        await reader.pilot.click(Hints, offset=(at, 0))
        await reader.pilot.pause()
        assert len(reader.screen.known.annotations) == 1

    play(story, tmp_path / "data")
