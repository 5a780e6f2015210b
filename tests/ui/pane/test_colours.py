"""Colours: legible in every theme, and never alone in telling things apart."""

import asyncio
from itertools import combinations

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from reader.article import Article, Block
from reader.notes.annotation import COLOURS
from reader.ui.pane.palette import CONTRAST, Palette, contrast
from reader.ui.pane.pane import ArticlePane
from tests.benchmarks.pane_app import PaneApp

KINDS = ("person", "org", "state", "place", "date", "event")
TEXTS = ("paragraph", "heading-1", "heading-3", "quote", "code-block", "table-head", "footnote")
INLINE = ("", "link", "code", *KINDS)
OVER = ("", *COLOURS, "hit", "hit-current")
TOP = ("", "cursor", "selection")
COLOURED = [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi]
ARTICLE = Article("x", [Block("paragraph", 0, 1)])


def _palette(theme: str) -> Palette:
    async def read() -> Palette:
        app = PaneApp(ARTICLE)
        async with app.run_test() as pilot:
            app.theme = theme
            await pilot.pause()
            return Palette(app.query_one(ArticlePane))

    return asyncio.run(read())


def _stacks() -> list[tuple[str, ...]]:
    return [
        tuple(name for name in (text, inline, over, top) if name)
        for text in TEXTS
        for inline in INLINE
        for over in OVER
        for top in TOP
    ]


def _contrast(style: Style) -> float:
    assert style.color and style.bgcolor
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


@pytest.mark.parametrize("theme", COLOURED)
def test_every_text_is_legible(theme: str) -> None:
    """Whatever lies upon whatever, the contrast is that of WCAG 2 AA."""
    palette = _palette(theme)
    poor = [stack for stack in _stacks() if _contrast(palette.style(stack)) < CONTRAST - 0.05]

    assert poor == []


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
def test_kinds_of_entity_differ_in_shape(theme: str) -> None:
    """Bold, italic and underline tell them apart where there is no colour."""
    palette = _palette(theme)
    shapes = {
        (style.bold, style.italic, style.underline)
        for style in (palette.style(("paragraph", kind)) for kind in KINDS)
    }

    assert len(KINDS) == len(shapes)


@pytest.mark.parametrize("theme", [*COLOURED, "ansi-dark", "ansi-light"])
def test_the_six_colours_differ(theme: str) -> None:
    """No two highlights look the same, nor their marks in the gutter."""
    palette = _palette(theme)
    grounds = [palette.style(("paragraph", colour)).bgcolor for colour in COLOURS]
    marks = [palette.style((f"mark-{colour}",)).color for colour in COLOURS]

    assert all(one != other for one, other in combinations(grounds, 2))
    assert all(one != other for one, other in combinations(marks, 2))


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_with_sixteen_colours_ink_and_ground_differ(theme: str) -> None:
    """Only the terminal's own colours are used, and never one upon itself."""
    palette = _palette(theme)
    styles = [palette.style(stack) for stack in _stacks()]
    same = [style for style in styles if style.color == style.bgcolor and not style.reverse]
    plain = [style for style in same if style.color and not style.color.is_default]

    assert plain == []


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-dark"])
def test_without_colours_shapes_remain(theme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR leaves highlights, hits and the selection apart from plain text."""
    monkeypatch.setenv("NO_COLOR", "1")
    palette = _palette(theme)
    plain = palette.style(("paragraph",))
    shapes = {
        (style.bold, style.underline, style.reverse)
        for style in (palette.style(("paragraph", name)) for name in ("yellow", "hit", "selection"))
    }

    assert (len(shapes), plain.reverse) == (3, None)
