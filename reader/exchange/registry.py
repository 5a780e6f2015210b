"""The formats by name; each is a module that holds a `FORMAT`, and is loaded when it is used."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from reader.exchange.format import Format

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "markdown": "reader.exchange.markdown",
        "w3c": "reader.exchange.w3c",
        "hypothesis": "reader.exchange.hypothesis",
        "csv": "reader.exchange.csv_table",
        "jsonl": "reader.exchange.jsonl",
        "org": "reader.exchange.org",
    }
)
"""Name to module."""


def find_format(name: str) -> Format:
    """The format of that name.

    Raises:
        KeyError: there is none.
    """
    found: Format = import_module(FORMATS[name]).FORMAT
    return found
