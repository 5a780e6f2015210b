"""What goes to standard output: plain text that is safe on a terminal, aligned, and JSON."""

import io
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

COLUMNS = 80
"""The width that listings are made for."""

# Control characters, and marks that turn the direction of what follows them around.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` with every character that a terminal might obey shown as its escape."""
    return _UNSAFE.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def printable_line(text: str) -> str:
    """`text` on one line, and safe on a terminal."""
    return printable(" ".join(text.split()))


def say(text: str = "") -> None:
    """Print lines, safe on a terminal."""
    _prepare()
    sys.stdout.write(f"{printable(text)}\n")


def tell(lines: Iterable[str]) -> None:
    """Print what the user should know beside the result, on standard error."""
    for line in lines:
        print(f"reader: {printable_line(line)}", file=sys.stderr)


def say_json(value: object) -> None:
    """Print a value as JSON: its keys in their order, and non-ASCII as it is."""
    _prepare()
    text = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.write(_UNSAFE_IN_JSON.sub(_json_escape, text) + "\n")


def _json_escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def _prepare() -> None:
    # A file or pipe gets UTF-8 whatever the locale; a terminal gets what it can show.
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace")


def width(text: str) -> int:
    """The columns that `text` takes on a terminal."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def cut(text: str, columns: int) -> str:
    """`text` on one line; on a terminal of at most `columns`, with an ellipsis for what is left."""
    line = printable_line(text)
    if width(line) <= columns or not sys.stdout.isatty():
        return line
    while width(line) > columns - 1:
        line = line[:-1]
    return f"{line.rstrip()}…"


def pad(text: str, columns: int) -> str:
    """`text` with blanks up to `columns`."""
    return text + " " * max(0, columns - width(text))


def table(rows: Iterable[Sequence[str]], indent: int = 2, gap: int = 2) -> list[str]:
    """Rows with their columns aligned; the last column is left as it is."""
    cells = [[printable_line(cell) for cell in row] for row in rows]
    if not cells:
        return []
    widths = [max(width(cell) for cell in column) for column in zip(*cells, strict=True)]
    widths[-1] = 0
    joint = " " * gap
    return [" " * indent + joint.join(map(pad, row, widths)).rstrip() for row in cells]


def wrapped(text: str, indent: int) -> Iterator[str]:
    """`text` in lines of at most `COLUMNS`, each after `indent` blanks."""
    line = ""
    for word in text.split():
        if line and width(f"{line} {word}") > COLUMNS - indent:
            yield " " * indent + line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield " " * indent + line
