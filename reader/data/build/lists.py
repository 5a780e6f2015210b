"""The hand-made lists of names, and what a row of a name table says."""

import tomllib
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent
Row = tuple[str, str, str]
"""Class letter, code, name as written.

The classes: S state, C seat of government, R organisation with a roster, O other organisation,
P other place, E event.
"""


def read(name: str) -> dict[str, dict[str, list[str]]]:
    """A hand-made list: language to code to forms."""
    return tomllib.loads((HERE / "names" / name).read_text("utf-8"))
