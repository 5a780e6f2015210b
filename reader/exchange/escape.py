"""Plain text written so that a CommonMark parser gives it back character for character.

Only what a parser would take for markup is escaped (CommonMark 0.31, and the extensions that
Obsidian, Logseq and GitHub add), so that the raw text stays readable.
"""

import re

# Characters that mean something wherever they stand, and those that do so in some company. An
# address keeps its # and ~, for programs make a link of it as it stands; one that runs into a <
# must be none, for it would take the backslash along.
_ANYWHERE = re.compile(
    r"[\\`*\[<|$^]|(?<!/)~|~(?!\w)|(?<![\w/])#(?=\w)|#(?=#*$)|&(?=#?\w+;)"
    r"|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])"
    r"|(?<==)=|(?<=%)%|(?<=:):|(?<=\{)\{|(?<=\()\("
    r"|:(?=//[^\s<]*<)|(?<=www)\.(?=[^\s<]*<)",
    re.MULTILINE,
)
_LINE_START = re.compile(
    r"(?P<ordinal>[0-9]{1,9})(?=[.)](?:\s|$))"
    r"|(?=>|\#{1,6}(?:\s|$)|\+(?:\s|$)|-(?:[\s:|-]|$)|=+\s*$|:-)"
)
_FEEDS = re.compile(r"(\n+)")


def escape_inline(text: str) -> str:
    """`text` for the inside of one paragraph: a line feed becomes a reference."""
    return _edges(escape_markup(text)).replace("\n", "&#10;")


def escape_markup(text: str) -> str:
    """`text` for the middle of a line."""
    return _ANYWHERE.sub(lambda match: f"\\{match[0]}", text)


def escape_lines(text: str) -> list[str]:
    """`text` as the lines of paragraphs; an empty line parts two of them.

    One line feed is a soft break, two are a new paragraph, and each further one a reference.
    """
    first, *rest = _FEEDS.split(text)
    lines = [_line(first)]
    for feeds, line in zip(rest[::2], rest[1::2], strict=True):
        spare = len(feeds)
        # Some parsers take a blank before a soft break away, also one that a reference stands for.
        is_soft = spare == 1 and lines[-1].endswith("&#32;")
        if line and lines != [""] and not is_soft:
            spare = max(0, spare - 2)
            lines += [""] * min(1, len(feeds) - 1) + [""]
        lines[-1] += "&#10;" * spare + _line(line)
    return lines


def _line(line: str) -> str:
    return line_of(escape_markup(line))


def line_of(escaped: str) -> str:
    """A line of Markdown, so that neither its start nor the white space at its ends is markup."""
    escaped = _edges(escaped)
    found = _LINE_START.match(escaped)
    if not found:
        return escaped
    ordinal = found["ordinal"] or ""
    return f"{ordinal}\\{escaped[len(ordinal) :]}"


def _edges(text: str) -> str:
    # Parsers strip white space at the ends of a line, and some more than blanks and tabs.
    if _is_space(text[:1]):
        text = _reference(text[0]) + text[1:]
    return text[:-1] + _reference(text[-1]) if _is_space(text[-1:]) else text


def _is_space(char: str) -> bool:
    # JavaScript counts the byte order mark in.
    return char.isspace() or char == "\ufeff"


def _reference(space: str) -> str:
    return f"&#{ord(space)};"
