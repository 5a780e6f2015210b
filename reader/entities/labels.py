"""What the tagger and the plug-ins say of a run of tokens."""

from typing import Literal, TypeAlias

Label: TypeAlias = Literal["PER", "ORG", "LOC"]
"""A person, an organisation, a state or other place."""
Labelled: TypeAlias = tuple[int, int, Label]
"""Tokens `[first, last)` and what they name."""
