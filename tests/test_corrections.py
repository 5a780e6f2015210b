"""The reader's corrections: kept for one article or for all, and shown wherever entities are."""

from pathlib import Path

from reader.corrections import CorrectionBook
from reader.entities.corrections import Correction
from reader.session import Session

TEXT = "NATO met in Brussels. Hungary and Turkey came late to the NATO meeting.\n"


def _session(folder: Path, name: str = "a.txt", text: str = TEXT) -> Session:
    path = folder / name
    path.write_text(text, "utf-8")
    return Session.open(str(path), folder / "data")


def _names(session: Session) -> set[str]:
    return {entity.name for entity in session.recognition.entities.values()}


def test_a_correction_holds_for_its_article_alone(tmp_path: Path) -> None:
    """Over a restart."""
    session = _session(tmp_path)
    assert {"NATO", "Hungary"} <= _names(session)
    session.correct(Correction("Hungary", "none"))

    assert "Hungary" not in _names(session)
    assert "Hungary" not in _names(_session(tmp_path))
    assert "Hungary" in _names(_session(tmp_path, "b.txt", f"Another article. {TEXT}"))


def test_a_correction_can_hold_everywhere(tmp_path: Path) -> None:
    """In articles that are opened later too."""
    _session(tmp_path).correct(Correction("Hungary", "none"), everywhere=True)

    assert "Hungary" not in _names(_session(tmp_path, "b.txt", f"Another article. {TEXT}"))


def test_the_last_correction_is_taken_back(tmp_path: Path) -> None:
    """And no other."""
    session = _session(tmp_path)
    session.correct(Correction("Hungary", "none"))
    session.correct(Correction("NATO", "none"))
    session.take_back_correction()

    assert "NATO" in _names(session) and "Hungary" not in _names(session)


def test_a_damaged_file_is_set_aside(tmp_path: Path) -> None:
    """Never written over."""
    (tmp_path / "corrections.json").write_text("not json")
    book = CorrectionBook(tmp_path)
    assert book.of("a") == []
    book.add("a", Correction("x", "none"))

    assert [each.surface for each in book.of("a")] == ["x"]
    assert (tmp_path / "corrections.damaged.json").read_text() == "not json"
