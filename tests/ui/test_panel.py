"""The side panel: its filter is seen, its rows fit, and the bottom line goes with the page."""

from pathlib import Path

from textual.widgets import Static

from reader.ui.dialogs.ask import Ask
from reader.ui.dialogs.pick import Pick
from reader.ui.panels.side import PAGES, Tabs
from tests.ui.story import Reader, play


def _rows(reader: Reader) -> list[str]:
    return [row.label.plain for row in reader.screen.side.page._rows.values()]


def _wanted(reader: Reader) -> str:
    line = reader.screen.side.query_one(".wanted", Static)
    return str(line.render()) if line.display else ""


def _hints(reader: Reader) -> list[str]:
    return [f"{hint.key} {hint.word}" for hint in reader.screen.hints.hints]


def test_a_filter_is_seen_and_escape_lifts_it_before_it_leaves(tmp_path: Path) -> None:
    """Another date and a way back do not hide it; its one row is chosen at once."""

    async def story(reader: Reader) -> None:
        page = reader.screen.side.page
        await reader.press("tab")
        every = len(_rows(reader))
        assert not _wanted(reader)
        await reader.press("/")
        await reader.type("kaz\n")
        await reader.press("tab", "D")
        await reader.type("1995\n")
        await reader.settled()
        assert "only rows with “kaz”" in _wanted(reader)
        assert len(_rows(reader)) == 1 and page.row
        await reader.press("tab", "escape")
        assert page.has_focus and not _wanted(reader) and len(_rows(reader)) > every / 2
        await reader.press("escape")
        assert not page.has_focus

    play(story, tmp_path / "data")


def test_enter_goes_to_the_place_of_the_one_row_that_a_filter_left(tmp_path: Path) -> None:
    """No other key is needed before."""

    async def story(reader: Reader) -> None:
        await reader.press("tab", "/")
        await reader.type("kyrgyz\n")
        await reader.press("enter")
        assert reader.screen.quote(reader.screen.pane.selection) == "Kyrgyzstan"

    play(story, tmp_path / "data")


def test_the_bottom_line_names_the_keys_of_the_page_in_front(tmp_path: Path) -> None:
    """However one comes to it; and none that a dialog has now."""

    async def story(reader: Reader) -> None:
        await reader.press("tab")
        pages = {"states": "D date", "entities": "i record", "notes": "space mark", "outline": ""}
        for _ in range(2):
            for name, key in pages.items():
                assert reader.screen.side.front == name
                assert not key or key in _hints(reader)
                assert ("D date" in _hints(reader)) == (name == "states")
                assert ("d delete" in _hints(reader)) == (name == "notes")
                assert ("i record" in _hints(reader)) == (name in ("states", "entities"))
                await reader.press("right")
        await reader.press("escape", "h", "t")
        assert isinstance(reader.pilot.app.screen, Ask)
        assert _hints(reader) == []
        await reader.press("escape")
        assert "t tag" in _hints(reader)

    play(story, tmp_path / "data")


def test_rows_made_while_the_drawer_was_hidden_have_its_width(tmp_path: Path) -> None:
    """Of the roster of another date, and of a note."""

    async def story(reader: Reader) -> None:
        await reader.press("tab", "escape", "D")
        await reader.type("1995\n")
        await reader.settled()
        await reader.press("tab")
        [russia] = [row for row in _rows(reader) if row.startswith("RU ")]
        assert "…" not in russia and len(russia) > 60
        await reader.press("escape", "h", "m")
        assert len(max(_rows(reader), key=len)) > 60

    play(story, tmp_path / "data", size=(80, 24))


def test_every_page_has_a_tab_in_the_narrowest_panel(tmp_path: Path) -> None:
    """Its name is short there, but for the page in front, and a click still finds it."""

    async def story(reader: Reader) -> None:
        tabs = reader.screen.side.query_one(Tabs)
        for _ in range(4):
            await reader.press("g", "<")
        for name, (title, _) in PAGES.items():
            reader.screen.side.front = name
            await reader.done()
            line = tabs.render().plain
            assert len(line.rstrip()) <= tabs.content_size.width
            assert title in line and all(each[:3] in line for each, _ in PAGES.values())
        await reader.pilot.click(Tabs, offset=(1, 0))
        assert reader.screen.side.front == "states"

    play(story, tmp_path / "data")


def test_a_long_choice_keeps_its_line_of_keys_on_a_small_screen(tmp_path: Path) -> None:
    """The list is as long as there is room for."""

    async def story(reader: Reader) -> None:
        await reader.press("s")
        dialog = reader.pilot.app.screen
        assert isinstance(dialog, Pick)
        frame, keys = dialog.query_one(".dialog").region, dialog.query_one(".keys").region
        assert keys.height == 1 and keys.bottom < frame.bottom

    play(story, tmp_path / "data", size=(80, 24))
