"""The doctor: each fault is named and mended, and a second look finds nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.notes.anchor import create
from reader.notes.doctor import articles, examine, generations, restore
from reader.notes.index import NoteIndex, Query, search_notes
from reader.notes.layout import UnreadableError
from reader.notes.notebook import open_notebook
from reader.notes.store import ArticleStore, notes_folder
from reader.notes.texts import keep_text, kept_text

TEXT = "Six states are members today."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """One article with two notes, its text kept and its index made."""
    notebook = open_notebook(tmp_path, "article")
    for body in ("one", "two"):
        notebook.add(create(TEXT, 0, 3), body=body)
    assert notebook.close()
    keep_text(tmp_path, TEXT)
    search_notes(tmp_path, Query())
    return tmp_path


def _bodies(directory: Path) -> list[str]:
    return sorted(note.body for note in open_notebook(directory, "article").annotations)


def _file(directory: Path) -> Path:
    return notes_folder(directory) / "article.json"


def _mirror(directory: Path) -> Path:
    return notes_folder(directory) / ".mirror" / "article.json"


def _copy_beside(directory: Path) -> None:
    copy = notes_folder(directory) / "article.sync-conflict-20261124-101010-ABCDEFG.json"
    copy.write_bytes(_file(directory).read_bytes())


def _leave_scratch(directory: Path) -> None:
    scratch = notes_folder(directory) / ".article.json.1-ab.tmp"
    scratch.write_bytes(b"half")
    os.utime(scratch, (0, 0))


FAULTS: list[tuple[str, Callable[[Path], object], str]] = [
    ("file missing", lambda data: _file(data).unlink(), "the file is missing"),
    ("file damaged", lambda data: _file(data).write_bytes(b"{"), "the file is damaged"),
    ("mirror missing", lambda data: _mirror(data).unlink(), "its mirror is missing"),
    ("mirror damaged", lambda data: _mirror(data).write_bytes(b""), "its mirror is damaged"),
    ("copy beside", _copy_beside, "a copy lies beside it"),
    ("scratch file", _leave_scratch, "a broken-off write left it"),
    ("index damaged", lambda data: NoteIndex(notes_folder(data)).path.write_bytes(b"x"), "index"),
]


def test_a_sound_folder_has_no_findings(data: Path) -> None:
    """Nor is anything written to it."""
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}

    assert examine(data) == []
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == before


@pytest.mark.parametrize(
    ("harm", "said"), [each[1:] for each in FAULTS], ids=[each[0] for each in FAULTS]
)
def test_a_fault_is_named_and_mended(data: Path, harm: Callable[[Path], object], said: str) -> None:
    """No note is lost by it, and the next examination has nothing to say."""
    harm(data)
    found = examine(data)

    assert any(said in finding.fault and finding.remedy for finding in found), found
    assert {"one", "two"} <= {*_bodies(data)}
    assert examine(data) == []


def test_a_text_that_is_not_what_its_name_says_is_set_aside(data: Path) -> None:
    """A wrong old text would lead every note of it astray."""
    digest = keep_text(data, TEXT)
    path = data / "texts" / f"{digest}.z"
    path.write_bytes(b"not it")
    found = examine(data)

    assert [finding.path for finding in found] == [path]
    assert kept_text(data, digest) is None and examine(data) == []


def test_an_article_of_which_only_a_copy_is_left_is_known(data: Path) -> None:
    """So that the doctor finds it."""
    _copy_beside(data)
    _file(data).unlink()

    assert articles(notes_folder(data)) == ["article"]


def test_a_generation_can_be_restored(data: Path) -> None:
    """What it does not have stays, and what it changes is counted."""
    notebook = open_notebook(data, "article")
    first = next(note for note in notebook.annotations if note.body == "one")
    notebook.edit(first.id, body="spoilt")
    notebook.add(create(TEXT, 4, 10), body="three")
    notebook.close()
    source = data / "copy.json"
    source.write_bytes(_file(data).read_bytes().replace(b"spoilt", b"one"))

    assert restore(data, "article", source) == 1
    assert _bodies(data) == ["one", "three", "two"]


def test_a_restored_generation_brings_back_what_was_deleted(data: Path) -> None:
    """Out of the trash."""
    source = data / "copy.json"
    source.write_bytes(_file(data).read_bytes())
    notebook = open_notebook(data, "article")
    for note in notebook.annotations:
        notebook.delete(note.id)
    notebook.close()
    assert _bodies(data) == []
    restore(data, "article", source)

    assert _bodies(data) == ["one", "two"]


def test_only_a_note_file_can_be_restored(data: Path) -> None:
    """Anything else changes nothing."""
    source = data / "copy.json"
    source.write_bytes(b"{}")
    with pytest.raises(UnreadableError):
        restore(data, "article", source)

    assert _bodies(data) == ["one", "two"]


def test_the_newest_generation_comes_first(data: Path) -> None:
    """Each day has one."""
    days = notes_folder(data) / ".days" / "article"
    days.mkdir(parents=True, exist_ok=True)
    for path in days.iterdir():
        path.unlink()
    for day in ("2026-01-02", "2026-01-10", "2025-12-31"):
        (days / f"{day}.json").write_bytes(b"{}")

    assert [path.stem for path in generations(data, "article")] == [
        "2026-01-10",
        "2026-01-02",
        "2025-12-31",
    ]


def test_an_article_of_which_only_a_generation_is_left_has_its_notes(data: Path) -> None:
    """They are those of the day's first change, and the reader is told."""
    store = ArticleStore(notes_folder(data), "article")
    store.save([{"id": "third", "body": "three"}])
    store.close()
    kept = {path: path.read_bytes() for path in generations(data, "article")}
    _file(data).unlink()
    _mirror(data).unlink()
    notebook = open_notebook(data, "article")

    assert kept and notebook.annotations
    assert "recovered" in "".join(notebook.notices())


def test_what_cannot_be_read_is_a_finding(data: Path) -> None:
    """And the other articles are looked at all the same."""
    (notes_folder(data) / "other.json").mkdir()
    _mirror(data).unlink()
    faults = {finding.path.name: finding.fault for finding in examine(data)}

    assert "cannot be read" in faults["other.json"]
    assert "mirror is missing" in faults["article.json"]
