"""What a deed is about: whole words of a hit, and which of several notes."""

from pathlib import Path

import pytest

from reader.ui.dialogs.pick import Pick
from tests.ui.story import Reader, play

WORDS = "NATO has met in Brussels again today.\n\nIt will meet there next year, too.\n"


def _article(folder: Path) -> Path:
    path = folder / "article.md"
    path.write_text(WORDS, "utf-8")
    return path


def _bodies(reader: Reader) -> list[str]:
    return sorted(each.annotation.body for each in reader.screen.known.annotations)


def _told(reader: Reader) -> str:
    return " ".join(each.message for each in reader.pilot.app._notifications)


def test_a_hit_within_a_word_is_marked_with_whole_words(tmp_path: Path) -> None:
    """The hit stays what is lit up, and an extended selection is taken as it is."""

    async def story(reader: Reader) -> None:
        found = {}
        for typed in ("bruss", "n brus", "sels again", "TO has m"):
            await reader.press("/")
            await reader.type(f"{typed}\n")
            await reader.press("h")
            found[typed] = reader.screen.known.annotations[-1].annotation.anchor.exact
            assert reader.screen.quote(reader.screen.pane.selection).casefold() == typed.casefold()
            await reader.press("z", "escape")
        assert found == {
            "bruss": "Brussels",
            "n brus": "in Brussels",
            "sels again": "Brussels again",
            "TO has m": "NATO has met",
        }

    play(story, tmp_path / "data", _article(tmp_path))


@pytest.mark.parametrize("words", ["", "B"], ids=["highlight", "note"])
def test_deleting_and_taking_that_back_speak_of_a_note_alike(tmp_path: Path, words: str) -> None:
    """By its words, or where it has none by its passage; what is cut ends in dots."""

    async def story(reader: Reader) -> None:
        await reader.press("h")
        if words:
            await reader.press("e")
            await reader.type(words)
            await reader.press("escape")
        said = []
        for key in "dzZ":
            await reader.press(key)
            said.append(_told(reader))
        told = f"“{words or 'NATO has met in Brussels again today.'}”"
        assert said == [
            f"Deleted {told}; z brings it back",
            f"Undone: delete {told}; Z does it again",
            f"Done again: delete {told}",
        ]

    play(story, tmp_path / "data", _article(tmp_path))


async def _two_notes(reader: Reader) -> None:
    for words in ("First.", "Second."):
        await reader.press("a")
        await reader.type(words)
        await reader.press("escape")


def test_of_several_notes_on_a_sentence_the_one_to_delete_is_asked_for(tmp_path: Path) -> None:
    """The older one can be chosen, nothing happens on escape, and one alone is not asked for."""

    async def story(reader: Reader) -> None:
        await _two_notes(reader)
        await reader.press("d")
        assert isinstance(reader.pilot.app.screen, Pick)
        await reader.press("escape")
        assert _bodies(reader) == ["First.", "Second."]
        await reader.press("d")
        await reader.type("first\n")
        assert _bodies(reader) == ["Second."]
        assert "First." in _told(reader)
        await reader.press("d")
        assert _bodies(reader) == []

    play(story, tmp_path / "data", _article(tmp_path))


def test_of_several_notes_on_a_sentence_the_one_to_edit_is_asked_for(tmp_path: Path) -> None:
    """The words typed go to the one that was chosen."""

    async def story(reader: Reader) -> None:
        await _two_notes(reader)
        await reader.press("e")
        await reader.type("first\n")
        await reader.type(" Really.")
        await reader.press("escape")
        assert _bodies(reader) == ["First. Really.", "Second."]

    play(story, tmp_path / "data", _article(tmp_path))


def test_a_note_on_a_word_is_taken_without_asking_from_within_it(tmp_path: Path) -> None:
    """The sentence around it has one as well."""

    async def story(reader: Reader) -> None:
        await reader.press("h", "w", "h", "d")
        assert [each.annotation.anchor.exact for each in reader.screen.known.annotations] == [
            "NATO has met in Brussels again today."
        ]

    play(story, tmp_path / "data", _article(tmp_path))
