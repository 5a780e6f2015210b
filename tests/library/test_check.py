"""The library's own examination: damage is named and mended, and articles with notes are known."""

import json
from pathlib import Path

import pytest

from reader.library import Library
from reader.library.check import examine
from reader.notes.anchor import create
from reader.notes.notebook import open_notebook
from reader.notes.texts import keep_text
from tests.library.stories import OTHER, STORY, article, seen


def test_a_sound_library_has_no_findings(tmp_path: Path) -> None:
    """Nor has none at all."""
    assert examine(tmp_path) == []
    seen(Library(tmp_path), article(STORY))

    assert examine(tmp_path) == []


def _mirror(directory: Path) -> Path:
    return directory / ".library.mirror.json"


@pytest.mark.parametrize("damage", [b"{", b"", None])
def test_a_damaged_or_lost_library_comes_back_whole_from_its_mirror(
    tmp_path: Path, damage: bytes | None
) -> None:
    """Dates, paths and places too; it is told once."""
    library = Library(tmp_path)
    first = seen(library, article(STORY, "/a.txt"))
    library.set_position(first, 9)
    seen(library, article(OTHER, "/b.txt"))
    file, before = tmp_path / "library.json", list(library.entries())
    whole = file.read_bytes()
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage)
    library = Library(tmp_path)

    assert before == library.entries()
    [told] = library.notices()
    assert "2 articles were recovered" in told
    assert library.notices() == []
    assert json.loads(whole) == json.loads(file.read_bytes())
    assert examine(tmp_path) == []


@pytest.mark.parametrize("damage", [b"{", None])
def test_a_damaged_mirror_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    """As it is where an earlier version kept none."""
    seen(Library(tmp_path), article(STORY))
    if damage is None:
        _mirror(tmp_path).unlink()
    else:
        _mirror(tmp_path).write_bytes(damage)
    [found] = examine(tmp_path)

    assert (found.fault, found.remedy) == ("its mirror differs", "mended: 1 article")
    assert examine(tmp_path) == []


@pytest.mark.parametrize("left", [0.0, 0.5, 0.9])
def test_the_whole_rows_of_a_torn_library_are_kept(tmp_path: Path, left: float) -> None:
    """Where its mirror is lost too; the torn file is kept, and there is nothing more to say."""
    library = Library(tmp_path)
    seen(library, article(STORY, "/a.txt"))
    seen(library, article(OTHER, "/b.txt"))
    file = tmp_path / "library.json"
    torn = file.read_bytes()[: int(len(file.read_bytes()) * left)]
    file.write_bytes(torn)
    _mirror(tmp_path).unlink()
    whole = torn.count(b"}")
    [found] = examine(tmp_path)

    assert "damaged" in found.fault and found.remedy
    assert whole == len(Library(tmp_path).entries())
    assert torn == (tmp_path / "library.damaged.json").read_bytes()
    assert examine(tmp_path) == []


def test_a_library_with_marks_of_a_merge_keeps_both_sides(tmp_path: Path) -> None:
    """A row that stands on one side alone is kept."""
    library = Library(tmp_path)
    seen(library, article(STORY, "/a.txt"))
    seen(library, article(OTHER, "/b.txt"))
    file = tmp_path / "library.json"
    head, one, two, *foot = file.read_text().split("\n")
    marked = [head, "<<<<<<< ours", one, "=======", two, ">>>>>>> theirs", *foot]
    file.write_text("\n".join(marked))

    assert len(Library(tmp_path).entries()) == 2


def test_a_damaged_index_is_taken_away(tmp_path: Path) -> None:
    """It is made again."""
    (tmp_path / "library.words").write_text("no database at all, " * 100)
    [found] = examine(tmp_path)
    seen(Library(tmp_path), article(STORY))

    assert found.remedy
    assert Library(tmp_path).find("word7")


def test_articles_with_notes_come_back_into_a_lost_library(tmp_path: Path) -> None:
    """By the texts that their notes were made on; edited since, they are known by likeness."""
    library = Library(tmp_path)
    first = seen(library, article(STORY, "/a.txt"))
    digest = keep_text(tmp_path, STORY)
    notebook = open_notebook(tmp_path, first)
    notebook.add(create(STORY, 0, 5, digest=digest), body="a note")
    notebook.close()
    (tmp_path / "library.json").unlink()
    _mirror(tmp_path).unlink()
    found = examine(tmp_path)

    assert [each.remedy[:8] for each in found] == ["taken in"]
    assert examine(tmp_path) == []
    assert first == Library(tmp_path).identify(article(STORY + " Correction.", "/a.txt"))
