"""Colours: what the style sheet says of each component, laid over one another and kept legible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from reader.notes.colours import COLOURS
from reader.ui.pane.ambiguous import as_drawn
from reader.ui.pane.rows import Painted

if TYPE_CHECKING:
    from textual.filter import LineFilter
    from textual.widget import Widget

COMPONENTS = (
    *(f"heading-{level}" for level in range(1, 7)),
    *(
        "paragraph",
        "item",
        "quote",
        "code-block",
        "table",
        "table-head",
        "table-line",
        "rule",
        "footnote",
    ),
    *("marker", "quote-bar"),
    *("strong", "emphasis", "code", "strike", "link"),
    *("person", "org", "state", "place", "date", "event"),
    *COLOURS,
    *(f"mark-{colour}" for colour in COLOURS),
    *("hit", "hit-current", "cursor", "selection"),
    *("ruler", "bar", "thumb", "bar-hit"),
)
"""The parts of the pane that the style sheet gives colours to, without their prefix."""

PREFIX = "article--"
CONTRAST = 4.5
"""The least contrast of text, after WCAG 2 level AA."""


class Tint(NamedTuple):
    """What the style sheet says of one component."""

    ink: Color | None
    """The colour of its text."""
    ground: Color | None
    """The colour behind it; translucent where what is below shows through."""
    shape: Style
    """Bold, underline and the like."""


class Palette:
    """The styles of the pane's parts, alone and one upon the other.

    Args:
        widget: whose component classes are read.
    """

    def __init__(self, widget: Widget) -> None:
        _, _, ground, ink = widget.colors
        self._base = Tint(ink, ground, Style())
        self._filters: Sequence[LineFilter] = widget.get_line_filters()
        self._parts = {name: widget.get_component_styles(PREFIX + name) for name in COMPONENTS}
        self._tints: dict[str, Tint] = {}
        self._styles: dict[tuple[tuple[str, ...], str], Style] = {}

    def strip(self, painted: Painted, width: int) -> Strip:
        """The line in its colours, cut to the width."""
        segments = [
            Segment(as_drawn(text), self.style(names, link)) for text, names, link in painted.pieces
        ]
        strip = Strip(segments, painted.width)
        return strip if painted.width == width else strip.crop(0, width)

    def style(self, names: tuple[str, ...], link: str = "") -> Style:
        """The components laid over one another, the first at the bottom."""
        found = self._styles.get((names, link))
        if found is None:
            style = self._filtered(compose(self._base, map(self._tint, names)))
            found = style + Style(link=link) if link else style
            self._styles[names, link] = found
        return found

    def _tint(self, name: str) -> Tint:
        found = self._tints.get(name)
        if found is None:
            styles = self._parts[name]
            found = self._tints[name] = Tint(
                styles.color if styles.has_rule("color") else None,
                styles.background if styles.has_rule("background") else None,
                styles.text_style,
            )
        return found

    def _filtered(self, style: Style) -> Style:
        segments = [Segment(" ", style)]
        for each in self._filters:
            segments = each.apply(segments, self._base.ground or Color(0, 0, 0))
        return segments[0].style or Style()


def compose(base: Tint, tints: Iterable[Tint]) -> Style:
    """The tints laid over the base as one style whose text is legible."""
    ink, ground, shape = base
    for tint in tints:
        shape += tint.shape
        if tint.ground is not None:
            ground = _over(ground, tint.ground)
        if tint.ink is not None:
            ink = tint.ink
    if ink is not None and ground is not None:
        ink = legible(ink, ground)
    return shape + Style(
        color=ink.rich_color if ink else None, bgcolor=ground.rich_color if ground else None
    )


def _over(ground: Color | None, above: Color) -> Color:
    if ground is None or ground.ansi is not None or above.ansi is not None:
        return above
    return ground.blend(above, above.a, alpha=1.0)


def legible(ink: Color, ground: Color) -> Color:
    """The ink, moved towards black or white until its contrast to the ground is enough.

    Colours of the terminal's own are left alone: nobody knows what they look like.
    """
    if ink.ansi is not None or ground.ansi is not None:
        return ink
    ink = ground.blend(ink, ink.a, alpha=1.0)
    if contrast(ink, ground) >= CONTRAST:
        return ink
    pole = max(Color(0, 0, 0), Color(255, 255, 255), key=lambda end: contrast(end, ground))
    steps = (ink.blend(pole, step / 16, alpha=1.0) for step in range(1, 17))
    return next((each for each in steps if contrast(each, ground) >= CONTRAST), pole)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two opaque colours after WCAG 2, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4
        for each in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
