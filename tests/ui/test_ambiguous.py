"""A terminal that gives characters of ambiguous width two cells gets lines that fit."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from reader.config import Settings
from reader.ui.pane.ambiguous import set_ambiguous_width
from reader.ui.pane.cells import width_of
from reader.ui.pane.wrapping import wrap
from reader.ui.wide_filter import WideFilter
from tests.ui.story import Reader, play

TEXT = "“Ünïted” ± 5 → 6 … naïve § café – “" + "kata ‘demi’ kata — " * 40


@pytest.fixture(autouse=True)
def _narrow_again() -> Iterator[None]:
    yield
    set_ambiguous_width(1)


def _cells(text: str) -> int:
    """How such a terminal counts."""
    ambiguous = sum(unicodedata.east_asian_width(char) == "A" for char in text)
    return cell_len(text) + ambiguous


def test_every_line_of_the_screen_fits(tmp_path: Path) -> None:
    """Article, panel, title, hints and a dialog, on a screen whose frame is drawn in ASCII."""
    source = tmp_path / "a.md"
    table = "\n\n| Á | “b” |\n|---|---|\n| ± | → |\n"
    source.write_text(f"# Ärger ± “NATO”\n\n{TEXT}{table}\n> • {TEXT}\n\n```\n{TEXT}\n```\n")
    found: list[int] = []

    async def story(reader: Reader) -> None:
        await reader.press("h", "slash")
        await reader.type("kata\n")
        strips = reader.screen._compositor.render_strips()
        found.extend(_cells(strip.text) for strip in strips)
        assert any("±" in strip.text for strip in strips)

    play(story, tmp_path / "data", source, settings=Settings(ambiguous_width=2))

    assert found == [120] * 40


def test_lines_are_wrapped_by_what_the_terminal_shows() -> None:
    """No line of the article is wider than its column, and each was filled."""
    set_ambiguous_width(2)
    ends = wrap(TEXT, 0, len(TEXT), 40)
    lines = [TEXT[start:end].rstrip() for start, end in zip([0, *ends], ends, strict=False)]

    assert max(width_of(line, 0, len(line)) for line in lines) <= 40
    assert all(width_of(line, 0, len(line)) > 28 for line in lines[:-1])


@pytest.mark.parametrize("text", ["é  x", "  éé", "éééé", "a é   b │", "“a”─…      "])
def test_a_line_keeps_its_cells(text: str) -> None:
    """Blanks give way first, and the last letters where there are none."""
    set_ambiguous_width(2)
    line = WideFilter().apply([Segment(text)], Color(0, 0, 0))

    assert _cells("".join(segment.text for segment in line)) == len(text)
