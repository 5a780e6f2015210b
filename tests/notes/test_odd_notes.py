"""Files that another hand, or a later version, has filled with the wrong kinds of values."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article
from reader.notes.anchor import create
from reader.notes.doctor import examine
from reader.notes.index import Query, search_notes
from reader.notes.notebook import open_notebook
from reader.notes.placed import PlacedNotes
from reader.notes.places import Places

TEXT = "Six states are members today, and two have left the alliance since."
ODD: list[Any] = [None, 5, 1.5, "x", "", [], {}, [5], ["x"], [{}], [None], True, {"a": 1}, 10**30]


def _whole(folder: Path) -> dict[str, Any]:
    """A file with two notes, one of which was edited and has two texts."""
    notebook = open_notebook(folder, "article")
    note = notebook.add(create(TEXT, 0, 5), body="one", tags=["a"])
    notebook.edit(note.id, body="two")
    notebook.contest(note.id, "rival")
    notebook.add(create(TEXT, 4, 9), body="other")
    assert notebook.close()
    found: dict[str, Any] = json.loads((folder / "notes" / "article.json").read_bytes())
    return found


def _places(value: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield (*above, key)
        if isinstance(inner, dict | list):
            yield from _places(inner, (*above, key))


def _put(whole: dict[str, Any], place: tuple[Any, ...], odd: Any) -> dict[str, Any]:
    made = copy.deepcopy(whole)
    inner: Any = made
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = odd
    return made


def _use(folder: Path, tables: dict[str, Any]) -> None:
    """Do everything that can be done with notes."""
    (folder / "notes").mkdir(parents=True)
    (folder / "notes" / "article.json").write_text(json.dumps(tables))
    notebook = open_notebook(folder, "article")
    placed = PlacedNotes(notebook, Places(folder, Article(TEXT, ())))
    for note in [*notebook.annotations, *notebook.trash]:
        notebook.edit(note.id, body="edited", tags=["b"])
    notebook.undo()
    notebook.redo()
    for conflict in notebook.conflicts:
        notebook.choose(conflict.annotation.id, conflict.bodies[-1])
    notebook.undo()
    for each in placed.all():
        notebook.delete(each.annotation.id)
    for note in notebook.trash:
        notebook.restore(note.id)
    assert notebook.close() or "newer" in notebook.trouble
    search_notes(folder, Query(text="edited"))
    examine(folder)


def test_no_value_of_the_wrong_kind_stands_in_the_way(tmp_path: Path) -> None:
    """Wherever it is."""
    whole = _whole(tmp_path / "whole")
    places = [place for place in _places(whole) if place[-1] != "_default"]
    for number, place in enumerate(places):
        # Every value at every place takes a while; here they take turns.
        _use(tmp_path / str(number), _put(whole, place, ODD[number % len(ODD)]))


@pytest.mark.slow
@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_no_value_at_all_does_so_at_any_place(tmp_path: Path, odd: Any) -> None:
    """As above, each with each."""
    whole = _whole(tmp_path / "whole")
    for number, place in enumerate(_places(whole)):
        _use(tmp_path / str(number), _put(whole, place, odd))


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_odd_lines_among_the_deeds_are_passed_over(tmp_path: Path, odd: Any) -> None:
    """Undo goes by the others."""
    _whole(tmp_path)
    [log] = (tmp_path / "notes" / ".history").iterdir()
    lines = [{"line": odd, "do": odd}, {"undo": odd}, {"redo": odd}, odd]
    deed = {"name": "text", "note": "n", "before": {}, "after": {}, "id": "d"}
    lines += [{"do": {**deed, key: odd}} for key in (*deed, "later")]
    lines += [{"do": {**deed, "before": {"conflicts": odd}}}]
    with log.open("a") as file:
        file.writelines(json.dumps(line) + "\n" for line in lines)
    notebook = open_notebook(tmp_path, "article")
    done = [notebook.undo() for _ in range(5)]

    assert any(done)
    assert notebook.redo()
    assert notebook.close()
