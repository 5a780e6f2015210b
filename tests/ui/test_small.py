"""Small screens: the members of an organisation have the rows, and the article keeps its title."""

from pathlib import Path

import pytest
from textual.widgets import Static

from reader.ui.dialogs.card import Card
from reader.ui.dialogs.editor import Passage
from tests.ui.story import Reader, play


def _in_sight(reader: Reader) -> list[str]:
    """The rows of the page in front that are on the screen."""
    page = reader.screen.side.page
    return [page.render_line(y).text.strip() for y in range(page.size.height)]


@pytest.mark.parametrize(("size", "least"), [((80, 24), 6), ((50, 15), 4)])
def test_the_members_are_in_sight(tmp_path: Path, size: tuple[int, int], least: int) -> None:
    """Though the organisation is highlighted, and there is much to tell of it."""

    async def story(reader: Reader) -> None:
        await reader.press("tab")
        row = reader.screen.side.page.row
        assert row and row.id == "org:CSTO" and row.detail.plain
        codes = {line[:2] for line in _in_sight(reader)}
        assert len(codes & {"RU", "KZ", "BY", "KG", "TJ", "AM"}) >= least
        await reader.press("i")
        card = reader.pilot.app.screen
        assert isinstance(card, Card) and "Tashkent" in card.text.plain

    play(story, tmp_path, size=size)


def test_the_whole_of_a_note_is_a_key_away(tmp_path: Path) -> None:
    """Where there is no room for it below the list."""

    async def story(reader: Reader) -> None:
        await reader.press("a")
        await reader.type("First line.\nSecond line.")
        await reader.press("escape", "m")
        assert not reader.screen.side.query_one(".detail", Static).region.area
        await reader.press("i")
        card = reader.pilot.app.screen
        assert isinstance(card, Card) and "Second line." in card.text.plain

    play(story, tmp_path, size=(50, 15))


def test_a_title_is_cut_before_it_is_gone(tmp_path: Path) -> None:
    """What stands beside it goes first: the time left, then the date; and long times are hours."""
    source = tmp_path / "long.md"
    source.write_text("# Kabar dari negeri-negeri yang serantau\n\n" + "Kata dan kata. " * 20_000)

    async def story(reader: Reader) -> None:
        bars = []
        for width in (100, 50, 40, 24):
            await reader.pilot.resize_terminal(width, 15)
            await reader.done()
            bars.append(str(reader.screen.title_bar.render()).strip())
        assert bars[0].endswith("no date found: as of today · 0 % · 4 h left")
        assert bars[1].startswith("Kabar dari ") and bars[1].endswith("as of today · 0 %")
        assert all("…" in bar and bar.startswith("Kabar dari ") for bar in bars[1:])
        assert bars[3].endswith("…  0 %")

    play(story, tmp_path / "data", source)


@pytest.mark.parametrize(("size", "rows"), [((50, 15), 1), ((50, 24), 3), ((120, 40), 2)])
def test_a_passage_that_is_cut_in_the_editor_says_so(
    tmp_path: Path, size: tuple[int, int], rows: int
) -> None:
    """One that fits does not."""
    source = tmp_path / "long.md"
    source.write_text("Satu kalimat yang panjang " + "dan makin panjang " * 8 + "lagi.")

    async def story(reader: Reader) -> None:
        await reader.press("a")
        passage = reader.pilot.app.screen.query_one(Passage)
        seen = [passage.render_line(y).text.rstrip() for y in range(passage.size.height)]
        assert len(seen) == rows
        assert seen[-1].endswith("lagi." if size[0] == 120 else "…")

    play(story, tmp_path / "data", source, size=size)
