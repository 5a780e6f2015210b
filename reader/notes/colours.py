"""The colours of highlights: names without the rest of the annotation's value."""

from typing import Literal, TypeAlias, get_args

Colour: TypeAlias = Literal["yellow", "red", "green", "blue", "purple", "orange"]

COLOURS: tuple[Colour, ...] = get_args(Colour)
"""The colours in the order of their keys, 1 to 6."""
