"""The frame around the article is legible in every theme, read off the painted screen."""

from pathlib import Path

from rich.segment import Segment
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from reader.ui.pane.palette import contrast
from tests.ui.story import Reader, play

LEAST = 4.5
COLOURED = [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi]


def _faint(segment: Segment) -> bool:
    style = segment.style
    if style is None or style.color is None or style.bgcolor is None:
        return False
    if not any(char.isalnum() for char in segment.text):
        return False
    ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return contrast(ink, ground) < LEAST - 0.05


def _faint_words(reader: Reader) -> set[str]:
    """The words on the screen, or on the dialog that covers it, that are hard to read."""
    screen = reader.pilot.app.screen
    region = next((each.region for each in screen.query(".dialog")), screen.region)
    strips = screen._compositor.render_strips()[region.y : region.bottom]
    rows = (strip.crop(region.x, region.right) for strip in strips)
    return {part.text.strip() for row in rows for part in row if _faint(part)}


def test_every_word_on_the_screen_is_legible(tmp_path: Path) -> None:
    """Panel, hints, title and dialogs, in each theme that has colours."""
    poor: dict[str, set[str]] = {}

    async def story(reader: Reader) -> None:
        await reader.press("tab", "down", "down")
        for theme in COLOURED:
            reader.pilot.app.theme = theme
            await reader.pilot.pause(0)
            poor[theme] = _faint_words(reader)
        await reader.press("?")
        for theme in COLOURED:
            reader.pilot.app.theme = theme
            await reader.pilot.pause(0)
            poor[theme] |= _faint_words(reader)

    play(story, tmp_path / "data")

    faint = [f"{theme}: {word}" for theme, words in poor.items() for word in sorted(words)]

    assert faint == []
