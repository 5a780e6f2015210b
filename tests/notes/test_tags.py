"""The tags that are offered for completion."""

from pathlib import Path

from reader.notes.anchor import create
from reader.notes.notebook import open_notebook
from reader.notes.tags import recent_tags

TEXT = "The treaty was signed in Tashkent."


def _tagged(folder: Path, article: str, *tags: str) -> None:
    notebook = open_notebook(folder, article)
    notebook.add(create(TEXT, 0, len(TEXT)), tags=tags)
    notebook.flush()


def test_the_tags_of_all_articles_are_offered_the_most_used_first(tmp_path: Path) -> None:
    """As they were spelt; those of deleted notes are not, and a damaged file hides no others."""
    _tagged(tmp_path, "one", "CSTO", "pakta")
    _tagged(tmp_path, "two", "CSTO")
    _tagged(tmp_path, "three", "gone")
    notebook = open_notebook(tmp_path, "three")
    notebook.delete(notebook.annotations[0].id)
    notebook.flush()
    (tmp_path / "notes" / "four.json").write_text("{")

    assert recent_tags(tmp_path) == ["CSTO", "pakta"]


def test_without_notes_there_are_none(tmp_path: Path) -> None:
    """And no folder is made."""

    assert recent_tags(tmp_path) == []
    assert not list(tmp_path.iterdir())
