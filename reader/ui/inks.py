"""Inks for the frame around the article: the theme's colours, legible on all of its grounds."""

from collections.abc import Mapping

from textual.color import Color, ColorParseError

from reader.ui.pane.palette import legible

INKS = {
    "reader-ink": ("foreground", 1.0),
    "reader-quiet": ("foreground", 0.7),
    "reader-primary": ("primary", 1.0),
    "reader-accent": ("accent", 1.0),
    "reader-warning": ("warning", 1.0),
}
"""Our variables, each with the theme's own that it is made of and how strong it is."""

HIGHLIGHT = 0.18
"""How much of the theme's primary colour lies behind the highlighted row."""


def inks(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables that the style sheets use for text on surfaces and panels.

    Args:
        variables: those of the theme.
    """
    try:
        theme = {name: Color.parse(variables[name]) for name in _used()}
    except (ColorParseError, KeyError):
        theme = {}
    if not theme or any(colour.ansi is not None for colour in theme.values()):
        # The terminal's own sixteen colours are what its user finds legible.
        plain = {name: variables[source] for name, (source, _) in INKS.items()}
        return plain | {"reader-row": variables["surface"]}
    row = theme["surface"].blend(theme["primary"], HIGHLIGHT)
    grounds = (theme["surface"], theme["panel"], row)
    made = {"reader-row": row.hex}
    for name, (source, strength) in INKS.items():
        ink = theme["surface"].blend(theme[source], strength)
        for ground in grounds:
            ink = legible(ink, ground)
        made[name] = ink.hex
    return made


def _used() -> set[str]:
    return {source for source, _ in INKS.values()} | {"surface", "panel"}
