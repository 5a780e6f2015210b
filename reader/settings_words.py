"""What is wrong in a settings file, in plain words and with its line."""

import re
from collections.abc import Iterable
from typing import Any

KINDS = {
    str: "text in quotes",
    int: "a whole number",
    bool: "true or false",
    dict: "a table: its name in brackets on a line of its own, its settings below",
}
"""The types that a setting may have, in words."""
_HEADER = re.compile(r"\s*\[\s*([\w-]+)\s*\]")
_KEY = re.compile(r"""\s*(["']?)(.+?)\1\s*=""")
_BARE = re.compile(r"\s*([\w.\"'-]+)\s*=\s*([^\W\d][^\s\"'#]*)")


def shown(value: Any) -> str:
    """A value as its owner may have written it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, list) else repr(value)


def unknown(name: str, known: Iterable[str]) -> str:
    """That there is no setting of that name, and which it may be."""
    from difflib import get_close_matches

    known = list(known)
    near = get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    return f"there is no setting {name}: {hint}"


def at_line(text: str, name: str, sentence: str) -> str:
    """A sentence on the setting `name`, or `table.name`, with its line where that is found."""
    table, _, key = name.partition(".")
    where, named = (table, key) if key else ("", name)
    for number, (here, held) in enumerate(_settings(text), 1):
        if here == where and (held == named or held.startswith(f"{named}.")):
            return f"{sentence} (line {number})"
    return sentence


def _settings(text: str) -> list[tuple[str, str]]:
    """Of each line the table that it stands in, and the name of its setting."""
    found, table = [], ""
    for line in text.split("\n"):
        header, key = _HEADER.match(line), _KEY.match(line)
        table = header[1] if header else table
        found.append((table, key[2] if key and not header else ""))
    return found


def unread(text: str, reason: str) -> str:
    """What a line says that is no TOML, and what may be wrong with it.

    Args:
        text: that of the file.
        reason: what the parser says.
    """
    # The last one: before it the parser may quote a name that reads like it.
    numbers = re.findall(r"at line (\d+)", reason)
    lines = text.split("\n")
    number = int(numbers[-1]) if numbers else len(text.rstrip().split("\n"))
    line = " ".join(lines[number - 1].split())
    bare = _BARE.match(line)
    if "Cannot" in reason:
        why = "it was given before"
    elif bare:
        why = f'text stands in quotes, as in {bare[1]} = "{bare[2]}"'
    else:
        why = 'a setting is written as in name = "text" or name = 72'
    return f"line {number} cannot be understood, {line!r}: {why}"
