"""Notes with their places, followed from change to change."""

import threading
from pathlib import Path

import pytest

from reader.article import Article
from reader.notes import anchor
from reader.notes.anchor import create
from reader.notes.annotation import PlacedAnnotation
from reader.notes.notebook import Notebook, open_notebook
from reader.notes.passage import TextMap
from reader.notes.placed import PlacedNotes
from reader.notes.places import Places
from reader.notes.texts import keep_text

OLD = "Six states are members today.\nTwo have left.\nIts seat is in Moscow."
NEW = "A new line.\nSix states are members today.\nIts seat is in Moscow."


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """Three notes on the old text, which is kept."""
    keep_text(tmp_path, OLD)
    made = open_notebook(tmp_path, "article")
    for passage in ("Moscow", "Two have left", "Six states"):
        start = OLD.index(passage)
        made.add(create(OLD, start, start + len(passage)), body=passage)
    assert made.flush()
    return made


def _notes(notebook: Notebook, folder: Path, text: str) -> PlacedNotes:
    return PlacedNotes(notebook, Places(folder, Article(text, ())))


def _bodies(placed: "list[PlacedAnnotation] | tuple[PlacedAnnotation, ...]") -> list[str]:
    return [each.annotation.body for each in placed]


def test_each_look_shows_what_has_changed(notebook: Notebook, tmp_path: Path) -> None:
    """In reading order; where nothing has, the very same list."""
    placed = _notes(notebook, tmp_path, OLD)
    first = placed.at_hand()
    assert first is placed.at_hand()
    assert _bodies([*first]) == ["Six states", "Two have left", "Moscow"]
    notebook.edit(first[0].annotation.id, body="edited")
    notebook.delete(first[1].annotation.id)
    notebook.add(create(OLD, 11, 14), body="new")

    assert _bodies([*placed.at_hand()]) == ["edited", "new", "Moscow"]
    notebook.undo()
    notebook.undo()
    assert _bodies([*placed.at_hand()]) == ["edited", "Two have left", "Moscow"]


def test_two_texts_are_compared_once(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is asked later of notes on the older one."""
    made = []

    def counted(old: str, new: str) -> TextMap:
        made.append(old)
        return TextMap(old, new)

    monkeypatch.setattr("reader.notes.passage.TextMap", counted)
    placed = _notes(notebook, tmp_path, NEW)
    statuses = [each.place.status for each in placed.all()]
    notebook.add(create(OLD, 47, 50), body="from an older window")

    assert sorted(statuses) == ["moved", "moved", "orphan"]
    assert placed.all()[-1].place.status == "moved"
    assert made == [OLD]


def test_no_deed_waits_for_a_comparison(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new note is there at once, the others when their places are known."""
    begun, may_end = threading.Event(), threading.Event()
    by_map = anchor.__dict__["_by_map"]

    def slow(*given: object) -> object:
        begun.set()
        assert may_end.wait(10)
        return by_map(*given)

    monkeypatch.setattr(anchor, "_by_map", slow)
    placed = _notes(notebook, tmp_path, NEW)
    worker = threading.Thread(target=placed.all)
    worker.start()
    assert begun.wait(10)
    notebook.add(create(NEW, 0, 5), body="new")
    assert _bodies([*placed.at_hand()]) == ["new"]
    may_end.set()
    worker.join()

    assert {"new", "Six states", "Two have left", "Moscow"} == {*_bodies([*placed.at_hand()])}


def test_a_fault_leaves_no_note_out(
    notebook: Notebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those whose places could not be worked out come with the next look, each once."""
    placed = _notes(notebook, tmp_path, OLD)
    assert len(placed.all()) == 3
    placed_by = Places.placed

    def faulty(*_: object) -> list[PlacedAnnotation]:
        raise OSError("the disk was away")

    notebook.edit(notebook.annotations[0].id, body="edited")
    notebook.add(create(OLD, 11, 14), body="new")
    monkeypatch.setattr(Places, "placed", faulty)
    with pytest.raises(OSError, match="away"):
        placed.all()
    monkeypatch.setattr(Places, "placed", placed_by)

    assert _bodies([*placed.all()]) == ["edited", "new", "Two have left", "Moscow"]
