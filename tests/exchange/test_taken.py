"""A file and the notebook that both are written in, time and again: nothing lost, and an end."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange.files import write
from reader.exchange.format import FLAVOURS, ExportOptions, Flavour
from reader.exchange.markdown import FORMAT
from tests.exchange.test_vault import WAYS, Owner


class Desk:
    """The first note of an exported file, with a word for its words."""

    def __init__(self, folder: Path, options: ExportOptions) -> None:
        self.owner = Owner(folder, options.flavour)
        self.owner.options = options
        self.book = self.owner.notebook
        self.note = self.book.annotations[0].id
        self.here("start")
        self.path = self.owner.export()

    def here(self, word: str) -> None:
        """Write in the notebook."""
        self.book.edit(self.note, body=word)

    def there(self, word: str) -> None:
        """Write in the file, above its last comment."""
        head, end, tail = self.path.read_text("utf-8").partition("<!-- reader:end")
        self.path.write_text(re.sub(r"\b(start|w\d+)\b", word, head, count=1) + end + tail, "utf-8")

    @property
    def said(self) -> str:
        """The word in the file."""
        head = self.path.read_text("utf-8").partition("<!-- reader:end")[0]
        [found] = re.findall(r"\b(?:start|w\d+)\b", head)
        return str(found)

    @property
    def words(self) -> list[str]:
        """The word of the notebook, and those beside it."""
        found = [each.bodies for each in self.book.conflicts if each.annotation.id == self.note]
        return list(found[0]) if found else [getattr(self.book.get(self.note), "body", "")]

    def take_in(self) -> str:
        """Import; what became of the note."""
        others = len(self.book.annotations) - 1
        done = self.owner.take_in(self.path)
        done["kept"] -= others
        return next(iter(+done))

    def export(self) -> bool:
        """Export; whether something of the file waits for an import."""
        [written] = write(self.path, [self.owner.exported], FORMAT, self.owner.options)
        return bool(written.edited or written.removed or written.requoted)


@pytest.mark.parametrize("options", WAYS)
def test_a_file_may_be_edited_again_after_it_was_taken_in(
    tmp_path: Path, options: ExportOptions
) -> None:
    """The second edit is made on the first, and so is one that takes it back."""
    desk = Desk(tmp_path, options)
    for word in ("w1", "w2", "start", "w3"):
        desk.there(word)

        assert (desk.take_in(), desk.words) == ("changed", [word])
        assert desk.take_in() == "kept"
    assert (desk.export(), desk.said, desk.take_in()) == (False, "w3", "kept")


@pytest.mark.parametrize("options", WAYS)
@pytest.mark.parametrize("chosen", ["w1", "w2", "w3"])
def test_a_conflict_that_was_settled_comes_to_an_end(
    tmp_path: Path, options: ExportOptions, chosen: str
) -> None:
    """Whichever text was chosen, or another one; until then the file stays."""
    desk = Desk(tmp_path, options)
    desk.there("w1")
    desk.here("w2")

    assert (desk.take_in(), desk.words) == ("in conflict", ["w2", "w1"])
    assert (desk.export(), desk.said, desk.take_in()) == (True, "w1", "kept")
    desk.book.choose(desk.note, chosen)
    assert (desk.export(), desk.said) == (False, chosen)
    assert (desk.take_in(), desk.words) == ("kept", [chosen])


def test_an_edit_that_was_undone_in_the_file_waits_there(tmp_path: Path) -> None:
    """An export does not put it back."""
    desk = Desk(tmp_path, ExportOptions())
    desk.there("w1")
    desk.take_in()
    desk.there("start")

    assert (desk.export(), desk.said) == (True, "start")
    assert (desk.take_in(), desk.words) == ("changed", ["start"])


def test_an_old_text_that_is_written_again_is_an_edit(tmp_path: Path) -> None:
    """Though the notebook had it before the file was exported."""
    desk = Desk(tmp_path, ExportOptions())
    desk.here("w1")
    desk.export()
    desk.here("w2")
    desk.there("start")

    assert (desk.take_in(), desk.words) == ("in conflict", ["w2", "start"])


def test_two_files_of_one_note_do_not_know_of_each_other(tmp_path: Path) -> None:
    """What was taken in from the one is news to the other."""
    desk = Desk(tmp_path, ExportOptions())
    other = tmp_path / "other.md"
    other.write_bytes(desk.path.read_bytes())
    desk.there("w1")
    desk.take_in()
    desk.path = other
    desk.there("w2")

    assert (desk.take_in(), desk.words) == ("in conflict", ["w1", "w2"])


def test_tags_may_be_edited_again_too(tmp_path: Path) -> None:
    """One that is taken away again goes."""
    desk = Desk(tmp_path, ExportOptions())
    told = []
    for old, new in (("Tags: a ", "Tags: a, b "), ("Tags: a, b ", "Tags: b "), ("Tags: b · ", "")):
        text = desk.path.read_text("utf-8")
        desk.path.write_text(text.replace(old, new, 1), "utf-8")
        desk.take_in()
        told.append(getattr(desk.book.get(desk.note), "tags", None))

    assert told == [("a", "b"), ("b",), ()]


def test_an_edited_quote_stays_after_the_words_were_taken_in(tmp_path: Path) -> None:
    """Nothing takes it in, so that it must not be lost."""
    desk = Desk(tmp_path, ExportOptions())
    text = desk.path.read_text("utf-8")
    desk.path.write_text(text.replace("\n> ", "\n> MINE ", 1), "utf-8")
    desk.there("w1")
    desk.take_in()
    desk.here("w2")
    desk.export()

    assert "> MINE " in desk.path.read_text("utf-8")


DEEDS = st.lists(st.sampled_from(["here", "there", "import", "export", "choose"]), max_size=12)


@settings(max_examples=15, deadline=None)
@given(DEEDS, st.sampled_from(FLAVOURS))
def test_no_word_is_lost_and_the_two_come_to_rest(deeds: list[str], flavour: Flavour) -> None:
    """Whatever is done in whatever order."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder), ExportOptions(flavour))
        try:
            _play(desk, deeds)
            desk.take_in()
            desk.book.choose(desk.note, desk.words[0])

            assert not desk.export()
            assert [desk.said] == desk.words
            assert (desk.take_in(), desk.export()) == ("kept", False)
        finally:
            desk.book.close()


def _play(desk: Desk, deeds: list[str]) -> None:
    # What was written on one side and the other has not seen.
    here = there = last = ""
    for number, deed in enumerate(deeds):
        if deed == "here":
            here = f"w{number}"
            desk.here(here)
        elif deed == "there":
            there = f"w{number}"
            desk.there(there)
        elif deed == "import":
            desk.take_in()
            assert {here, there} - {""} <= set(desk.words)
            here, there, last = "" if desk.words == [desk.said] else here, "", desk.said
        elif deed == "export":
            desk.export()
            assert there in ("", desk.said)
            here = here if there or desk.book.torn else ""
        elif desk.book.torn:
            desk.book.choose(desk.note, desk.words[-1])
            here = "" if desk.words == [last] else desk.words[0]
