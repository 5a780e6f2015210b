"""The notebook: deeds, undo over restarts, two windows, conflicts, trouble with the disk."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tinydb import TinyDB

from reader.notes.anchor import create
from reader.notes.annotation import Annotation, Link
from reader.notes.doctor import restore
from reader.notes.notebook import Notebook, open_notebook

TEXT = "Six states are members today. Two have left."


def _open(folder: Path) -> Notebook:
    return open_notebook(folder, "article")


def _add(notebook: Notebook, body: str = "") -> Annotation:
    return notebook.add(create(TEXT, 0, 10), body=body)


def _bodies(notebook: Notebook) -> list[str]:
    return sorted(note.body for note in notebook.annotations)


def _file(folder: Path) -> Path:
    return folder / "notes" / "article.json"


def test_opening_writes_nothing(tmp_path: Path) -> None:
    """An article without notes leaves no trace."""
    assert _open(tmp_path).annotations == []

    assert list(tmp_path.iterdir()) == []


def test_every_field_is_there_after_a_restart(tmp_path: Path) -> None:
    """As it was given."""
    notebook = _open(tmp_path)
    made = notebook.add(
        create(TEXT, 0, 10, ("A", "B")),
        motivation="questioning",
        body="Да\n𝄞 \u202e",
        tags=("a", "b"),
        colour="green",
        links=(Link("state", "AM"), Link("url", "https://example.org")),
    )
    assert notebook.flush()

    assert _open(tmp_path).annotations == [made]


def test_deeds_are_undone_and_done_again_over_a_restart(tmp_path: Path) -> None:
    """Without limit, and in order."""
    notebook = _open(tmp_path)
    note = _add(notebook, "one")
    notebook.edit(note.id, body="two")
    notebook.edit(note.id, colour="red")
    notebook.delete(note.id)
    notebook.flush()
    again = _open(tmp_path)
    states = []
    while again.undo():
        states.append([(each.body, each.colour) for each in again.annotations])
    assert states == [[("two", "red")], [("two", "yellow")], [("one", "yellow")], []]
    while again.redo():
        pass

    assert again.annotations == [] and [each.body for each in again.trash] == ["two"]


def test_deeds_done_together_are_undone_together(tmp_path: Path) -> None:
    """Over a restart too, and no further than they went."""
    notebook = _open(tmp_path)
    for note in [_add(notebook, "one"), _add(notebook, "two")]:
        notebook.edit(note.id, colour="red")
    with notebook.together():
        for note in notebook.annotations:
            notebook.delete(note.id)
    notebook.flush()
    again = _open(tmp_path)
    said = again.undo()
    colours = [each.colour for each in again.annotations]

    assert said and said.endswith("and 1 more")
    assert colours == ["red", "red"]
    assert again.redo() and again.annotations == []


def test_a_deleted_note_comes_out_of_the_trash(tmp_path: Path) -> None:
    """As it was."""
    notebook = _open(tmp_path)
    note = _add(notebook, "kept")
    notebook.delete(note.id)
    notebook.restore(note.id)

    assert _bodies(notebook) == ["kept"]


def test_two_windows_see_each_others_notes(tmp_path: Path) -> None:
    """At the next look."""
    one, other = _open(tmp_path), _open(tmp_path)
    _add(one, "from one")
    one.flush()

    assert other.refresh() and _bodies(other) == ["from one"]
    _add(other, "from the other")
    other.flush()
    assert one.refresh() and _bodies(one) == ["from one", "from the other"]
    assert not one.refresh()


def test_two_texts_of_one_note_are_both_kept_until_one_is_chosen(tmp_path: Path) -> None:
    """Neither window's words are lost."""
    one = _open(tmp_path)
    note = _add(one, "first")
    one.flush()
    other = _open(tmp_path)
    one.edit(note.id, body="mine")
    other.edit(note.id, body="theirs")
    one.flush()
    other.flush()
    one.refresh()
    [conflict] = one.conflicts
    assert sorted(conflict.bodies) == ["mine", "theirs"]
    one.choose(note.id, "both")
    one.flush()

    assert _bodies(_open(tmp_path)) == ["both"] and not _open(tmp_path).conflicts


def test_files_of_a_sync_program_are_folded_in(tmp_path: Path) -> None:
    """A copy made elsewhere brings its notes along."""
    notebook = _open(tmp_path)
    _add(notebook, "here")
    notebook.flush()
    elsewhere = _open(tmp_path / "other")
    _add(elsewhere, "there")
    elsewhere.flush()
    copy = tmp_path / "notes" / "article.sync-conflict-20261124-101010-ABCDEFG.json"
    copy.write_bytes(_file(tmp_path / "other").read_bytes())

    assert _bodies(_open(tmp_path)) == ["here", "there"]


def test_a_full_or_closed_disk_keeps_notes_in_memory_and_says_so(tmp_path: Path) -> None:
    """Until there is room again."""
    if os.geteuid() == 0:
        blocked = tmp_path / "data"
        blocked.write_text("a file where the folder should be")
    else:
        blocked = tmp_path / "data"
        blocked.mkdir(mode=0o500)
    notebook = _open(blocked)
    _add(notebook, "safe")
    assert not notebook.flush(1.0)
    assert notebook.trouble and _bodies(notebook) == ["safe"]
    blocked.unlink() if blocked.is_file() else blocked.chmod(0o700)
    assert notebook.flush()

    assert not notebook.trouble and _bodies(_open(blocked)) == ["safe"]


@pytest.mark.parametrize(
    "damage",
    [b"", b"{}", b"[]", b"not json", b"\x00" * 500, b"<html></html>"],
    ids=["empty", "object", "list", "text", "zeros", "page"],
)
def test_a_damaged_file_is_recovered_and_set_aside(tmp_path: Path, damage: bytes) -> None:
    """With a word about it."""
    notebook = _open(tmp_path)
    _add(notebook, "kept")
    notebook.flush()
    _file(tmp_path).write_bytes(damage)
    again = _open(tmp_path)

    assert _bodies(again) == ["kept"]
    assert again.notices()


def test_a_newer_file_is_read_and_never_written(tmp_path: Path) -> None:
    """Its version may read more into it."""
    notebook = _open(tmp_path)
    _add(notebook, "old")
    notebook.flush()
    path = _file(tmp_path)
    newer = path.read_bytes().replace(b'"schema": 1', b'"schema": 99')
    path.write_bytes(newer)
    again = _open(tmp_path)
    assert _bodies(again) == ["old"]
    _add(again, "new")

    assert not again.flush(1.0)
    assert "newer" in again.trouble and path.read_bytes() == newer


@pytest.mark.parametrize("is_beside", [False, True])
def test_a_newer_copy_is_not_written_over(tmp_path: Path, is_beside: bool) -> None:
    """A mirror of a newer version is read alone; a copy beside the file is left where it is."""
    notebook = _open(tmp_path)
    _add(notebook, "old")
    notebook.flush()
    path = _file(tmp_path)
    copy = path.parent / ".mirror" / path.name
    if is_beside:
        copy = path.with_name("article.sync-conflict-20261124-101010-ABCDEFG.json")
    else:
        path.unlink()
    ours = (path if is_beside else copy).read_bytes()
    newer = ours.replace(b'"schema": 1', b'"schema": 99')
    copy.write_bytes(newer)
    again = _open(tmp_path)
    _add(again, "new")

    assert "old" in _bodies(again)
    assert again.flush(1.0) is is_beside
    assert copy.read_bytes() == newer
    again.refresh()
    assert not again.has_news()


def test_unknown_fields_survive_an_edit(tmp_path: Path) -> None:
    """A later version's fields stay as they came."""
    notebook = _open(tmp_path)
    note = _add(notebook, "a")
    notebook.flush()
    path = _file(tmp_path)
    newer = path.read_bytes().replace(b'"body": "a"', b'"mood": [1, 2], "body": "a"')
    for each in (path, path.parent / ".mirror" / path.name):
        each.write_bytes(newer)
    again = _open(tmp_path)
    again.edit(note.id, body="b")
    again.flush()

    assert b'"mood": [1, 2]' in path.read_bytes()


def test_stock_tinydb_opens_our_file(tmp_path: Path) -> None:
    """One row a note."""
    notebook = _open(tmp_path)
    for body in ("one", "two"):
        _add(notebook, body)
    notebook.flush()
    rows = TinyDB(_file(tmp_path), access_mode="r").all()

    assert sorted(row["body"] for row in rows) == ["one", "two"]


def test_an_edited_note_is_one_changed_line(tmp_path: Path) -> None:
    """So that git shows what happened."""
    notebook = _open(tmp_path)
    notes = [_add(notebook, f"note {number}") for number in range(5)]
    notebook.flush()
    folder = tmp_path / "notes"
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "article.json"], check=True)
    subprocess.run([*git, "commit", "-qm", "a"], check=True)
    notebook.edit(notes[2].id, body="changed")
    notebook.flush()
    done = subprocess.run(
        [*git, "diff", "--numstat", "article.json"], capture_output=True, text=True, check=True
    )

    assert done.stdout.split()[:2] == ["1", "1"]


def test_links_and_modes_stay(tmp_path: Path) -> None:
    """A new file is the user's alone; a linked one stays linked, with its mode."""
    notebook = _open(tmp_path)
    note = _add(notebook, "a")
    notebook.flush()
    path = _file(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600
    target = tmp_path / "elsewhere.json"
    path.rename(target)
    target.chmod(0o640)
    path.symlink_to(target)
    again = _open(tmp_path)
    again.edit(note.id, body="b")
    again.flush()

    assert path.is_symlink() and target.stat().st_mode & 0o777 == 0o640
    assert b'"body": "b"' in target.read_bytes()


def test_the_file_is_json_of_ascii(tmp_path: Path) -> None:
    """Hostile code points are escaped; what is read back is what was written."""
    body = "\x1b[31m \u202e \u2028 \x00 ok"
    notebook = _open(tmp_path)
    _add(notebook, body)
    notebook.flush()
    data = _file(tmp_path).read_bytes()

    assert b"\x1b" not in data and "\u202e".encode() not in data
    assert json.loads(data) and _bodies(_open(tmp_path)) == [body]


def test_notes_that_no_disk_took_are_put_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once, when the program ends, with all their fields."""
    monkeypatch.setenv("HOME", str(tmp_path))
    blocked = tmp_path / "data"
    blocked.write_text("a file where the folder should be")
    notebook = _open(blocked)
    note = _add(notebook, "kept after all")
    assert not notebook.flush(1.0)
    path = notebook.rescue()
    assert path and path.parent == tmp_path
    restored = restore(tmp_path / "other", notebook.article, path)
    [kept] = open_notebook(tmp_path / "other", notebook.article).annotations

    assert (1, note) == (restored, kept)


@pytest.mark.parametrize("is_asked", [False, True])
def test_notes_that_vanish_from_the_disk_are_written_again(tmp_path: Path, is_asked: bool) -> None:
    """The folder was removed or put back to an older state while a window was open."""
    notebook = _open(tmp_path)
    first = _add(notebook, "one")
    notebook.flush()
    older = tmp_path / "older"
    shutil.copytree(tmp_path / "notes", older)
    notebook.edit(first.id, body="two")
    _add(notebook, "three")
    notebook.flush()
    for put_back in (None, older):
        shutil.rmtree(tmp_path / "notes")
        if put_back:
            shutil.copytree(put_back, tmp_path / "notes")
        if is_asked:
            notebook.refresh()
        else:
            _add(notebook, "more")
        assert notebook.flush()

        assert _bodies(_open(tmp_path)) == _bodies(notebook)
        assert {"two", "three"} < {*_bodies(notebook)} | {""}


def test_a_copy_laid_beside_the_file_is_taken_in_by_an_open_window(tmp_path: Path) -> None:
    """As a synchroniser does it, while the reader reads on."""
    notebook = _open(tmp_path)
    _add(notebook, "mine")
    notebook.flush()
    notebook.refresh()
    other = open_notebook(tmp_path / "other", "article")
    _add(other, "theirs")
    other.close()
    assert not notebook.has_news()
    copy = _file(tmp_path).with_name("article.sync-conflict-20261124-101010-ABCDEFG.json")
    shutil.copy(_file(tmp_path / "other"), copy)

    assert notebook.has_news() and notebook.refresh()
    assert _bodies(notebook) == ["mine", "theirs"]
    assert notebook.flush() and not copy.exists()
    assert not notebook.refresh() and not notebook.has_news()


def test_a_file_that_cannot_be_read_for_a_while_is_told_once(tmp_path: Path) -> None:
    """What is in memory stays, and the file is read when it can be."""
    notebook = _open(tmp_path)
    _add(notebook, "mine")
    notebook.flush()
    other = _open(tmp_path)
    _add(other, "theirs")
    other.close()
    kept = _file(tmp_path).read_bytes()
    _file(tmp_path).unlink()
    _file(tmp_path).mkdir()
    told = []
    for _ in range(3):
        assert notebook.has_news() and not notebook.refresh()
        told += notebook.notices()
    assert _bodies(notebook) == ["mine"] and len(told) == 1
    _file(tmp_path).rmdir()
    _file(tmp_path).write_bytes(kept)

    assert notebook.refresh() and _bodies(notebook) == ["mine", "theirs"]


@pytest.mark.parametrize("fault", [KeyError("odd"), MemoryError(), RuntimeError("odd")])
def test_no_fault_ends_saving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    """It is told like a disk that refuses, and saving is tried again."""

    def fail(*given: object) -> None:
        raise fault

    notebook = _open(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("reader.notes.store.ArticleStore.save", fail)
        _add(notebook, "kept")
        assert not notebook.flush()
        assert notebook.trouble and notebook.unsaved

    assert notebook.flush() and _bodies(_open(tmp_path)) == ["kept"]
