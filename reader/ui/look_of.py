"""The look of the article screen, read off its widgets."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from reader.ui.looks import Look, keep_look, known_look
from reader.ui.pane.palette import Palette

if TYPE_CHECKING:
    from rich.console import Console
    from textual.widget import Widget

    from reader.ui.screens.article import ArticleScreen

_BASES = (
    *(f"heading-{level}" for level in range(1, 7)),
    *("paragraph", "item", "quote", "code-block", "table", "table-head", "footnote"),
)
_MARKS = ("", "strong", "emphasis", "code", "strike", "link")
_ALONE = ("", "marker", "quote-bar", "table-line", "rule", "ruler", "bar", "thumb")


def keep_look_of(screen: ArticleScreen) -> None:
    """Keep the look of a screen that shows its article and nothing that workers have learned."""
    if known_look(screen.panel_width) is None:
        keep_look(look_of(screen), screen.panel_width)


def look_of(screen: ArticleScreen) -> Look:
    """The look of a screen as it is at first."""
    console, pane, title = screen.app.console, screen.pane, screen.title_bar.rich_style
    palette = Palette(pane)
    stacks = [*((name,) for name in _ALONE), *product(_BASES, _MARKS, ("", "cursor"))]
    names = [tuple(filter(None, stack)) for stack in stacks]
    side, hints = screen.side.region, screen.hints.region
    return Look(
        width=screen.size.width,
        pane=[*pane.region],
        title=[_codes(title, console), _codes(title + Style(bold=True), console)],
        hints=(hints.y, _line(screen.hints, console)),
        side=(side.x, side.y, side.height, _line(screen.side, console)) if side.area else None,
        styles={" ".join(each): _codes(palette.style(each), console) for each in names},
    )


def _line(widget: Widget, console: Console) -> str:
    [strip] = widget.render_lines(Region(0, 0, widget.outer_size.width, 1))
    return strip.render(console)


def _codes(style: Style, console: Console) -> str:
    return Strip([Segment("\0", style)]).render(console).partition("\0")[0]
