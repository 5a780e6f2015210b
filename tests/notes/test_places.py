"""Where annotations stand in the text at hand, with the old texts that are kept."""

from pathlib import Path

from reader.article import Article
from reader.notes.anchor import create
from reader.notes.annotation import Annotation
from reader.notes.places import Places
from reader.notes.texts import keep_text

OLD = "Six states are members today.\nTwo have left.\nIts seat is in Moscow."
NEW = "A new line.\nSix states are members today.\nIts seat is in Moscow."


def _notes(*passages: str) -> list[Annotation]:
    spans = [(OLD.index(passage), OLD.index(passage) + len(passage)) for passage in passages]
    return [Annotation(str(n), "a", create(OLD, *span)) for n, span in enumerate(spans)]


def _article(text: str) -> Article:
    return Article(text, ())


def test_on_the_text_it_was_made_on_a_note_stands_as_made(tmp_path: Path) -> None:
    """In reading order, though the old text is not kept."""
    placed = Places(tmp_path, _article(OLD)).placed(_notes("Moscow", "Six states"))

    assert [(each.annotation.id, each.place.status) for each in placed] == [
        ("1", "ok"),
        ("0", "ok"),
    ]


def test_on_an_edited_text_each_note_is_moved_or_an_orphan(tmp_path: Path) -> None:
    """None is dropped."""
    keep_text(tmp_path, OLD)
    notes = _notes("Six states are members today", "Two have left", "Its seat is in Moscow")
    placed = Places(tmp_path, _article(NEW)).placed(notes)
    found = {each.annotation.id: each.place for each in placed}

    assert [found[each].status for each in "012"] == ["moved", "orphan", "moved"]
    assert [NEW[found[each].start : found[each].end] for each in "02"] == [
        "Six states are members today",
        "Its seat is in Moscow",
    ]


def test_a_note_whose_old_text_is_lost_is_found_by_its_quote(tmp_path: Path) -> None:
    """As an imported one is."""
    [placed] = Places(tmp_path, _article(NEW)).placed(_notes("Six states are members today"))

    assert placed.place.start == NEW.index("Six")


def test_a_place_is_worked_out_once(tmp_path: Path) -> None:
    """The old text need not be there any more for those that are known."""
    keep_text(tmp_path, OLD)
    edited = _article(NEW.replace("are members", "remain parties"))
    places, notes = Places(tmp_path, edited), _notes("Six states are members today")
    first = places.placed(notes)
    for path in (tmp_path / "texts").iterdir():
        path.unlink()

    assert places.placed(notes) == first != Places(tmp_path, edited).placed(notes)
