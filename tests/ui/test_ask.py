"""Dialogs of one line: what cannot be taken stays to be mended, with the reason below it."""

from pathlib import Path

import pytest
from textual.widgets import Input, Static

from reader.ui.dialogs.ask import Ask
from tests.ui.story import Reader, play

REFUSED = {
    "date": (["D"], "foo", "'foo' is not YYYY, YYYY-MM or YYYY-MM-DD"),
    "percentage": (["g", "p"], "120", "A number from 0 to 100 is needed"),
    "folder": (["L", "w"], "/no/such folder", "/no/such folder: is no folder"),
}


def _reason(reader: Reader) -> str:
    """What stands below the line; empty while nothing does."""
    line = reader.pilot.app.screen.query_one(".refusal", Static)
    return str(line.render()) if line.region.area else ""


@pytest.mark.parametrize(("keys", "typed", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_line_that_cannot_be_taken_stays(
    tmp_path: Path, keys: list[str], typed: str, reason: str
) -> None:
    """The reason goes away with the next letter; the words do not."""

    async def story(reader: Reader) -> None:
        await reader.press(*keys)
        await reader.type(f"{typed}\n")
        dialog = reader.pilot.app.screen
        assert isinstance(dialog, Ask)
        assert dialog.query_one(Input).value == typed
        assert _reason(reader) == reason
        await reader.press("backspace")
        assert _reason(reader) == ""

    play(story, tmp_path, size=(80, 24))


def test_a_mended_date_is_taken(tmp_path: Path) -> None:
    """And the roster is that of the date."""

    async def story(reader: Reader) -> None:
        await reader.press("D")
        await reader.type("2008-13\n")
        await reader.press("backspace")
        await reader.type("1\n")
        assert not isinstance(reader.pilot.app.screen, Ask)
        await reader.settled()
        assert reader.screen.session.as_of == "2008-11"

    play(story, tmp_path)


def test_completion_is_named_where_something_can_be_completed(tmp_path: Path) -> None:
    """Tags that are in use complete; a date does not."""

    async def story(reader: Reader) -> None:
        named = {}
        for keys in ("t", "D"):
            await reader.press(*keys)
            named[keys] = str(reader.pilot.app.screen.query_one(".keys", Static).render())
            await reader.type("1999\n")
        await reader.press("t")
        assert "completes" not in named["D"] + named["t"]
        assert "completes" in str(reader.pilot.app.screen.query_one(".keys", Static).render())

    play(story, tmp_path)
