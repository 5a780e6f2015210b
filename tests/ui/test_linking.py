"""Links by keyboard: whatever a state is called it is found first, and a link is told and seen."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from reader.ui.screens.notes import NotesScreen
from tests.ui.story import Reader, play

CALLED = {
    "AM": "Armenia",
    "am": "Armenia",
    "tur": "Turki",
    "turkiye": "Turki",
    "Türkiye": "Turki",
    "UK": "Inggris",
    "US": "Amerika Serikat",
    "germany": "Jerman",
    "cote d": "Pantai Gading",
    "nato": "NATO",
    "collective security": "Organisasi Traktat Keamanan Kolektif",
}
"""What is typed, and what should stand first; the article is in Indonesian."""


def _offered(reader: Reader) -> list[str]:
    options = reader.pilot.app.screen.query_one(OptionList).options
    return [str(each.prompt) for each in options]


@pytest.mark.parametrize(("typed", "first"), CALLED.items(), ids=CALLED)
def test_what_is_meant_stands_first(tmp_path: Path, typed: str, first: str) -> None:
    """By code, by a name in either language, with accents or without."""

    async def story(reader: Reader) -> None:
        await reader.press("s")
        await reader.type(typed)
        assert _offered(reader)[0].startswith(first)

    play(story, tmp_path)


def test_a_shared_state_is_found_by_its_code(tmp_path: Path) -> None:
    """The choice of the second state answers to the same names."""

    async def story(reader: Reader) -> None:
        await reader.press("tab")
        while not (row := reader.screen.side.page.row) or not row.label.plain.startswith("RU"):
            await reader.press("j")
        await reader.press("w")
        await reader.type("AM")
        assert _offered(reader)[0] == "Armenia  AM"

    play(story, tmp_path)


def test_a_link_is_told_and_stands_in_the_lists(tmp_path: Path) -> None:
    """On the Notes page and among the notes of all articles."""

    async def story(reader: Reader) -> None:
        await reader.press("s")
        await reader.type("AM\n")
        [told] = [each.message for each in reader.pilot.app._notifications]
        assert told == "Linked to Armenia (state)"
        await reader.press("m")
        [row] = reader.screen.side.page._rows.values()
        assert "→ AM" in row.label.plain
        await reader.press("M")
        screen = reader.pilot.app.screen
        assert isinstance(screen, NotesScreen)
        assert "→ AM" in str(screen.options.rows.label(1))

    play(story, tmp_path)
