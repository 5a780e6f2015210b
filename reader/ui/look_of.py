"""The look of the article screen, read off its widgets."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from reader.ui.looks import Look, keep_look, kept_look
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
    """Keep the look of a screen, unless one is kept already that says as much."""
    kept = kept_look()
    if kept is None or (screen.side.region.area and not kept["side"]):
        keep_look(look_of(screen))


def look_of(screen: ArticleScreen) -> Look:
    """The look of a screen with its article, as it is at first."""
    console = screen.app.console
    palette = Palette(screen.pane)
    stacks = [*((name,) for name in _ALONE), *product(_BASES, _MARKS, ("", "cursor"))]
    names = [tuple(filter(None, stack)) for stack in stacks]
    title, hints = screen.title_bar, screen.hints
    bold, key = title.rich_style + Style(bold=True), hints.get_component_rich_style("hints--key")
    return Look(
        title=[_codes(_filtered(each, title), console) for each in (title.rich_style, bold)],
        hints=[_codes(_filtered(each, hints), console) for each in (hints.rich_style, key)],
        keys=[[hint.key, hint.word] for hint in screen.keyboard.hints("reading")],
        side=_side(screen.side, console) if screen.side.region.area else [],
        styles={" ".join(each): _codes(palette.style(each), console) for each in names},
    )


def _side(side: Widget, console: Console) -> list[str]:
    [line] = side.render_lines(Region(0, 0, side.outer_size.width, 1))
    edge, rest, *_ = line
    return [Strip([edge]).render(console), _codes(rest.style or Style(), console)]


def _filtered(style: Style, widget: Widget) -> Style:
    segments = [Segment(" ", style)]
    for each in widget.get_line_filters():
        segments = each.apply(segments, widget.background_colors[1])
    return segments[0].style or Style()


def _codes(style: Style, console: Console) -> str:
    return Strip([Segment("\0", style)]).render(console).partition("\0")[0]
