"""Recognitions kept on disk: the same again, and none of another text, date or recogniser."""

from pathlib import Path

import pytest

from reader.article import Article
from reader.entities import kept
from reader.entities.kept import recognised
from reader.entities.plugins import VARIABLE, PluginError
from tests.benchmarks.entities_tool import article

SENTENCE = "Presiden Joko Widodo bertemu Xi Jinping di Beijing kemarin; Moskow membantah. "
NAMES = ["person:joko-widodo", "person:xi-jinping", "place:beijing", "date:2024-06-24"]


@pytest.fixture(autouse=True)
def soon_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few sentences count as long."""
    monkeypatch.setattr(kept, "LONG", 200)


def long_text() -> Article:
    """An article that is just long enough."""
    return article((SENTENCE + "\n") * 3, "id")


def test_a_long_article_is_recognised_the_same_from_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Mentions, metonyms and entities; the recogniser is not asked again."""
    first = recognised(long_text(), "2024-06-25", tmp_path)
    monkeypatch.delattr(kept, "recognise")
    again = recognised(long_text(), "2024-06-25", tmp_path)

    assert (again.mentions, again.entities) == (first.mentions, first.entities)
    assert list(again.entities)[:4] == NAMES


def test_another_day_or_recogniser_is_recognised_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was kept for one is not used for the other."""
    recognised(long_text(), "2024-06-25", tmp_path)
    other = recognised(long_text(), "2024-07-01", tmp_path)
    monkeypatch.setenv(VARIABLE, "unheard-of")

    assert "date:2024-06-30" in other.entities
    with pytest.raises(PluginError):
        recognised(long_text(), "2024-06-25", tmp_path)


@pytest.mark.parametrize("damage", ["", "{}", "[1]", "[1, 0]", '[1, 0]\n[["a"]]\n', "[0, 1]\n[[1"])
def test_a_damaged_file_is_written_anew(tmp_path: Path, damage: str) -> None:
    """Whatever stands in it."""
    first = recognised(long_text(), "2024-06-25", tmp_path)
    (file,) = tmp_path.iterdir()
    file.write_text(damage)

    assert recognised(long_text(), "2024-06-25", tmp_path).entities == first.entities
    assert file.read_text() != damage


def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    """The article is recognised all the same."""
    (tmp_path / "file").touch()

    assert recognised(long_text(), "2024-06-25", tmp_path / "file" / "entities").mentions


def test_a_short_article_leaves_nothing_behind(tmp_path: Path) -> None:
    """It takes no time to recognise it again."""
    recognised(article(SENTENCE, "id"), "2024-06-25", tmp_path)

    assert not list(tmp_path.iterdir())
