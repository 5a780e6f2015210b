"""The index over all notes: what it finds, and that nothing hangs on it."""

from pathlib import Path

import pytest

from reader.notes.anchor import create
from reader.notes.annotation import Link
from reader.notes.index import NoteIndex, Query, search_notes
from reader.notes.notebook import open_notebook
from reader.notes.store import notes_folder

TEXT = "Six states are members today. Two have left."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three notes on two articles, and one in the trash."""
    first, second = open_notebook(tmp_path, "first"), open_notebook(tmp_path, "second")
    first.add(create(TEXT, 0, 10), body="Straße NACH Минск", tags=("Travel",), colour="red")
    first.add(create(TEXT, 30, 44), body="plain", links=(Link("state", "AM"),))
    second.add(create(TEXT, 0, 3), body="two\tlines\nof it", tags=("travel", "x y"))
    second.delete(second.add(create(TEXT, 0, 3), body="plain trash").id)
    for notebook in (first, second):
        assert notebook.close()
    return tmp_path


def _found(directory: Path, query: Query) -> list[str]:
    return [note.body.split()[0] for note in search_notes(directory, query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(), ["Straße", "plain", "two"]),
        (Query(text="strasse минск"), ["Straße"]),
        (Query(text="plain"), ["plain"]),
        (Query(text="have left"), ["plain"]),
        (Query(text="six plain"), []),
        (Query(text="lines of"), ["two"]),
        (Query(tag="TRAVEL"), ["Straße", "two"]),
        (Query(tag="x y"), ["two"]),
        (Query(tag="x"), []),
        (Query(state="am"), ["plain"]),
        (Query(colour="red"), ["Straße"]),
        (Query(tag="travel", article="second"), ["two"]),
        (Query(text="nowhere"), []),
    ],
)
def test_a_note_is_found_by_all_that_is_asked(
    data: Path, query: Query, expected: list[str]
) -> None:
    """By article and place; what is in the trash is not."""
    assert _found(data, query) == expected


def test_a_limit_is_kept(data: Path) -> None:
    """A long list is not built for a short one."""
    assert len(search_notes(data, Query(), limit=2)) == 2


def test_what_another_window_writes_is_found(data: Path) -> None:
    """The index follows the files."""
    _found(data, Query())
    notebook = open_notebook(data, "second")
    notebook.add(create(TEXT, 0, 3), body="fresh")
    notebook.close()

    assert _found(data, Query(text="fresh")) == ["fresh"]


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"\x00" * 90, b'{"form": 1}\nx', b"[]\nx"])
def test_a_damaged_index_is_made_afresh(data: Path, damage: bytes) -> None:
    """It is never a source of truth."""
    whole = _found(data, Query())
    NoteIndex(notes_folder(data)).path.write_bytes(damage)

    assert _found(data, Query()) == whole


def test_a_copy_of_a_sync_program_is_no_article(data: Path) -> None:
    """Its notes are not listed twice."""
    folder = notes_folder(data)
    whole = (folder / "first.json").read_bytes()
    for name in (
        "first.sync-conflict-20261124-101010-ABCDEFG.json",
        "first (conflicted copy 2026-11-24).json",
    ):
        (folder / name).write_bytes(whole)

    assert _found(data, Query(text="plain")) == ["plain"]


def test_a_folder_that_is_not_there_holds_no_notes(tmp_path: Path) -> None:
    """And is not made."""
    assert _found(tmp_path, Query(text="x")) == [] == list(tmp_path.iterdir())
