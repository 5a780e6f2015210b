"""The States page by keys: cards with sources, other dates, flags, both sizes."""

from pathlib import Path
from typing import Any, TypeVar

import pytest
from textual.screen import Screen

from reader.config import Settings
from reader.ui.badges import badge, draws_flags
from reader.ui.dialogs.card import Card
from reader.ui.dialogs.pick import Pick
from tests.ui.story import Reader, play

_Dialog = TypeVar("_Dialog", bound=Screen[Any])


async def _highlight(reader: Reader, row_id: str) -> None:
    page = reader.screen.side.page
    await reader.press("tab") if not page.has_focus else None
    page.highlighted = page.get_option_index(row_id)
    await reader.pilot.pause()


async def _card(reader: Reader, row_id: str) -> str:
    """What the card of a row says."""
    await _highlight(reader, row_id)
    await reader.press("i")
    text = (await _shown(reader, Card)).text.plain
    await reader.press("escape")
    return text


async def _shown(reader: Reader, kind: type[_Dialog]) -> _Dialog:
    """The dialog of a kind, once it is on screen."""
    for _ in range(200):
        if isinstance(found := reader.pilot.app.screen, kind):
            return found
        await reader.pilot.pause(0.05)
    raise TimeoutError(f"no {kind.__name__} came")


def _labels(reader: Reader) -> list[str]:
    return [row.label.plain for row in reader.screen.side.page._rows.values()]


def test_the_record_is_told_by_cards_dates_and_flags(tmp_path: Path) -> None:
    """A claim, a state, an organisation with one who came back; and before NATO was founded."""

    async def story(reader: Reader) -> None:
        [founded, *_] = reader.screen.known.claims
        claim = await _card(reader, f"claim:{founded.start}:founded")
        assert "agrees" in claim and "2002-10-07" in claim and "https://" in claim
        armenia = await _card(reader, "CSTO:AM:member:1992-05-15")
        assert "Армения" in armenia and "Yerevan" in armenia and "EAEU" in armenia
        assert "frozen, self-declared, since 2024-02" in armenia and "https://" in armenia
        csto = await _card(reader, "org:CSTO")
        assert "Uzbekistan         ████████        ██████" in csto
        assert "Imangali Tasmagambetov" in csto
        assert any(each.startswith("🇦🇲 Armenia") for each in _labels(reader))
        _check_width(reader)
        await _highlight(reader, "CSTO:AM:member:1992-05-15")
        await reader.press("w")
        await _shown(reader, Pick)
        await reader.type("rus")
        await reader.press("enter")
        card = await _shown(reader, Card)
        assert "Armenia and Rusia" in card.text.plain
        assert "Eurasian Economic Union" in card.text.plain
        assert not any("its own date" in each for each in _labels(reader))
        await reader.press("escape", "D")
        await reader.type("1948")
        await reader.press("enter")
        await reader.settled()
        assert sum("did not exist in 1948" in each for each in _labels(reader)) == 2
        assert any("agrees\n  as of its own date, 2024-06-25" in each for each in _labels(reader))
        _check_width(reader)

    play(story, tmp_path, settings=Settings(flags="emoji"))


def test_an_article_without_a_date_says_so_and_many_mentions_stand_apart(tmp_path: Path) -> None:
    """In the title bar, until a date is chosen; two columns never run into each other."""
    path = tmp_path / "undated.md"
    path.write_text(
        "---\nlang: en\n---\nNATO has 32 members.\n\n" + "Norway, " * 2000 + "\n", "utf-8"
    )

    async def story(reader: Reader) -> None:
        assert "no date found: as of today" in reader.screen.title_bar.render().plain
        assert any("1949 ×2000" in each for each in _labels(reader))
        await reader.press("D")
        await reader.type("1995")
        await reader.press("enter")
        await reader.settled()
        assert "as of 1995" in reader.screen.title_bar.render().plain
        assert any("16 members in 1995" in each for each in _labels(reader))
        assert any("agrees\n  as of today, 20" in each for each in _labels(reader))

    play(story, tmp_path / "data", path)


def test_the_drawer_of_a_small_screen_shows_the_members(tmp_path: Path) -> None:
    """All six, each line within the width."""

    async def story(reader: Reader) -> None:
        await reader.press("g", "s")
        rows = reader.screen.side.page._rows
        assert sum(each.startswith("CSTO:") and ":member:" in each for each in rows) == 6
        _check_width(reader)

    play(story, tmp_path, size=(80, 24))


def _check_width(reader: Reader) -> None:
    width = reader.screen.side.page.scrollable_content_region.width
    rows = reader.screen.side.page._rows.values()
    assert max(line.cell_length for row in rows for line in row.label.split("\n")) <= width


@pytest.mark.parametrize(
    ("wanted", "environment", "expected"),
    [
        ("auto", {"TERM": "xterm-kitty"}, True),
        ("auto", {"TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, True),
        ("auto", {"TERM": "xterm-256color"}, False),
        ("auto", {"TERM": "xterm-kitty", "TMUX": "/tmp/tmux"}, False),
        ("emoji", {}, True),
        ("codes", {"TERM": "xterm-kitty"}, False),
    ],
)
def test_flags_are_drawn_where_the_terminal_is_known_to(
    wanted: str, environment: dict[str, str], expected: bool
) -> None:
    """Codes elsewhere, and where a multiplexer stands between."""
    assert draws_flags(wanted, environment) == expected


def test_what_has_no_flag_keeps_its_code() -> None:
    """A dissolved state; dots for what has no code at all."""
    found = [badge(iso, with_flag=True) for iso in ("AM", "SU", "x-atlantis")]

    assert found == ["🇦🇲", "SU", "··"]


def test_a_claim_and_a_change_name_their_state(tmp_path: Path) -> None:
    """In the article's language; a claim on the organisation itself speaks of it."""
    source = tmp_path / "nato.md"
    source.write_text(
        "Brussels, 25 June 2023 - NATO was founded in 1949 and works in Brussels today.\n\n"
        "Poland joined NATO in 2004.\n\nFinland became NATO's 29th member.\n"
    )

    async def story(reader: Reader) -> None:
        await reader.press("tab")
        labels = [row.label.plain for row in reader.screen.side.page._rows.values()]
        assert "✓ its founding date: agrees" in labels
        assert "≠ Poland, date of joining: differs" in labels
        assert "≠ Finland, number as a member: differs" in labels
        assert "after: 2024-03-07 Sweden joined" in labels

    play(story, tmp_path / "data", source)
