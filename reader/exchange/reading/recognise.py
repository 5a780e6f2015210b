"""Which format a file is in, told by what it holds."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any

from reader.exchange.format import ExchangeError, Incoming

SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "markdown": "reader.exchange.reading.markdown",
        "w3c": "reader.exchange.reading.w3c",
        "hypothesis": "reader.exchange.reading.hypothesis",
        "csv": "reader.exchange.reading.csv_rows",
        "jsonl": "reader.exchange.jsonl",
        "kindle": "reader.exchange.reading.kindle",
    }
)
"""The formats that are read, and the modules that hold their `parse`."""
_DETAILS = re.compile(r"[^\n]+\n[ \t]*[-–][^\n]*\d[^\n]*\n")
_END = re.compile(r"^={10}\s*$", re.MULTILINE)


def read_notes(text: str, form: str = "") -> Sequence[Incoming]:
    """The notes of a file.

    Args:
        text: what the file holds.
        form: the name of its format; empty where it is to be told from the text.

    Raises:
        ExchangeError: it is in none of the formats, or not what its format asks for.
    """
    text = text.removeprefix("\ufeff")
    module = import_module(SOURCES[form or recognised(text)])
    parse: Callable[[str], Sequence[Incoming]] = module.parse
    return parse(text)


def recognised(text: str) -> str:
    """The name of the format of a text.

    Raises:
        ExchangeError: it is in none of them.
    """
    begin = text.lstrip()
    if not begin:
        raise ExchangeError("the file is empty")
    if begin[0] in "[{":
        return _of_json(text)
    from reader.exchange.reading.csv_rows import has_columns

    if _DETAILS.match(begin.replace("\r", "")[:2000]) and _END.search(text):
        return "kindle"
    return "csv" if has_columns(begin.partition("\n")[0]) else "markdown"


def _of_json(text: str) -> str:
    # JSON Lines is no JSON as a whole, unless it is one line.
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return "jsonl" if text.lstrip()[0] == "{" and _is_line(text) else "w3c"
    first = next(iter(held), None) if isinstance(held, list) else held
    if not isinstance(first, Mapping):
        return "w3c"
    if "note" in first:
        return "jsonl"
    return "hypothesis" if _is_hypothesis(first) else "w3c"


def _is_line(text: str) -> bool:
    try:
        return isinstance(json.loads(text.lstrip().partition("\n")[0]), Mapping)
    except (ValueError, RecursionError):
        return False


def _is_hypothesis(row: Mapping[str, Any]) -> bool:
    if "@context" in row:
        return False
    return "uri" in row or any(isinstance(row.get(name), list) for name in ("rows", "annotations"))
