"""Where the style sheets are: in the installed package, or beside it in a checkout."""

from pathlib import Path, PurePath

import reader


def stylesheets() -> list[str | PurePath]:
    """Every TCSS file, in the order of their names."""
    package = Path(reader.__file__).parent
    places = (package / "styles", package.parent / "styles")
    found = next((place for place in places if place.is_dir()), places[0])
    return [*sorted(found.glob("*.tcss"))]
