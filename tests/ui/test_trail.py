"""From one article to another and back: links, the library's line, the jump list."""

import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Static

from reader.library import Library
from reader.ui.messages import OpenSource
from reader.ui.screens.help import HelpScreen
from reader.ui.screens.listing import ListScreen
from reader.ui.trail import Trail
from tests.ui.story import Reader, play

FIRST = "# The first\n\nIt begins.\n\nThe treaty is in [the second](second.md) now.\n"
SECOND = "# The second\n\nThe treaty itself.\n"


def _articles(folder: Path) -> Path:
    (folder / "second.md").write_text(SECOND, "utf-8")
    first = folder / "first.md"
    first.write_text(FIRST, "utf-8")
    return first


async def _shown(reader: Reader, title: str) -> None:
    """Wait until an article is on screen."""
    for _ in range(200):
        await reader.done()
        screen = reader.pilot.app.screen
        if screen is reader.screen and reader.screen.article.title == title:
            return await reader.settled()
        await reader.pilot.pause(0.02)
    raise TimeoutError(f"{title} is not shown, but {reader.screen.article.title}")


def test_the_jump_list_leads_back_to_the_article_before_and_forward_again(tmp_path: Path) -> None:
    """To where one was in it; within an article the jumps there come first."""

    async def story(reader: Reader) -> None:
        await reader.press("]", "l", "o")
        await _shown(reader, "The second")
        await reader.press("G", "ctrl+o")
        assert reader.screen.article.title == "The second"
        await reader.press("ctrl+o")
        await _shown(reader, "The first")
        assert "is in" in reader.screen.quote(reader.screen.pane.selection)
        await reader.press("ctrl+o")
        assert "Nothing to go back to" in {e.message for e in reader.pilot.app._notifications}
        await reader.press("ctrl+n")
        await _shown(reader, "The second")

    play(story, tmp_path / "data", _articles(tmp_path))


def test_what_came_through_a_pipe_is_come_back_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though it can be read once only, and without a note on it."""
    second = _articles(tmp_path).with_name("second.md")
    text = f"# The piped\n\nThe treaty is in [the second]({second}) now.\n"
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text.encode())))

    async def story(reader: Reader) -> None:
        reader.pilot.app.post_message(OpenSource(str(second)))
        await _shown(reader, "The second")
        await reader.press("ctrl+o")
        await _shown(reader, "The piped")
        await reader.press("h")

    play(story, tmp_path / "data", "-")

    [noted] = (e for e in Library(tmp_path / "data").entries() if e.title == "The piped")
    assert noted.whence == "standard input"


def test_a_trail_is_cut_where_another_way_is_taken() -> None:
    """As in a browser; what was asked for and never came does not count."""
    trail = Trail("a")
    for source in ("b", "c", "c"):
        trail.arrive(source)
    found = [trail.ask(-1)]
    trail.arrive("b")
    found += [trail.ask(-1), trail.ask(1)]
    trail.arrive("d")
    found += [trail.ask(1), trail.ask(-1)]
    trail.arrive("b")
    found += [trail.ask(1)]

    assert found == ["b", "a", "c", "", "b", "d"]


def test_a_path_typed_in_the_library_opens_what_is_not_in_it(tmp_path: Path) -> None:
    """The list says so where nothing answers."""

    async def story(reader: Reader) -> None:
        await reader.press("L", "/")
        await reader.type(str(tmp_path / "second.md"))
        screen = reader.pilot.app.screen
        assert isinstance(screen, ListScreen)
        assert "enter opens it" in str(screen.options.rows.label(1))
        await reader.press("enter")
        await _shown(reader, "The second")

    play(story, tmp_path / "data", _articles(tmp_path))


def test_no_note_is_shown_below_a_list_of_none(tmp_path: Path) -> None:
    """The preview goes with the rows, and comes back with them."""

    async def story(reader: Reader) -> None:
        await reader.press("h", "M", "/")
        detail = reader.pilot.app.screen.query_one(".detail", Static)
        seen = [detail.display]
        await reader.type("nowhere")
        seen.append(detail.display)
        await reader.press("escape")
        assert [*seen, detail.display] == [True, False, True]

    play(story, tmp_path / "data", _articles(tmp_path))


def test_the_page_of_keys_scrolls_by_keys_and_says_where_each_counts(tmp_path: Path) -> None:
    """To its end and back to its start."""

    async def story(reader: Reader) -> None:
        await reader.press("?")
        page = reader.pilot.app.screen
        assert isinstance(page, HelpScreen)
        text = page.query_one(VerticalScroll)
        tops = [text.scroll_y]
        for key in ("j", "space", "G", "g"):
            await reader.press(key)
            tops.append(text.scroll_y)
        assert tops[0] == tops[4] == 0 and tops[1] == 1 < tops[2] < tops[3] == text.max_scroll_y
        words = "\n".join(str(each.render()) for each in page.query(Static))
        places = {line.rpartition("  ")[2] for line in words.split("\n") if line.startswith("d  ")}
        assert {each.strip() for each in places} == {"article, panel", "all notes", "library"}

    play(story, tmp_path / "data", _articles(tmp_path))
