"""Plain text becomes an article: each line is a paragraph, hard-wrapped lines are joined first."""

import re
from collections.abc import Iterable, Iterator

from reader.article import Article
from reader.loading.canonical import canonical_slice
from reader.loading.charset import decode
from reader.loading.columns import Paragraphs
from reader.loading.source import Raw
from reader.loading.wrapping import joined, wrap_width

_LINE = re.compile(r"[^\n]+")
_BLANKS = re.compile(r"\n{3,}")
_HEADLINE = re.compile(r"[^\W\d_a-zà-ÿ]|[\d“\"'«‘(]")
_LONGEST_HEADLINE = 120
_PATIENCE = 1 << 20
"""How long a hard-wrapped text is searched for its next blank line, in code points."""


def load(raw: Raw) -> Article:
    """The article that a plain text is; its blocks are columns, so long files stay small."""
    pieces = decode(raw.chunks(), raw.name, raw.encoding, raw.declared)
    return from_pieces(pieces, raw.name)


def from_pieces(pieces: Iterable[str], source: str = "") -> Article:
    """The article whose text arrives in pieces of any length."""
    text = ""
    blocks = Paragraphs()
    for part in spaced(lines_joined(clean_lines(pieces))):
        base = len(text)
        # CPython lengthens the one string in place, so the text is never held twice.
        text += part
        for line in _LINE.finditer(part):
            blocks.add(base + line.start(), base + line.end())
    return Article(text=text, blocks=blocks, title=_title(text), source=source)


def clean_lines(pieces: Iterable[str]) -> Iterator[str]:
    """Canonical text without blanks at line ends, in parts that each end with a line."""
    return (_trimmed(canonical_slice(part)) for part in whole_lines(pieces))


def whole_lines(pieces: Iterable[str]) -> Iterator[str]:
    """The same text in pieces that each end with LF, the last one excepted."""
    held: list[str] = []
    for piece in pieces:
        cut = piece.rfind("\n") + 1
        if not cut:
            held.append(piece)
            continue
        yield "".join([*held, piece[:cut]])
        held = [piece[cut:]]
    yield "".join(held)


def lines_joined(parts: Iterator[str]) -> Iterator[str]:
    """Canonical text, with the lines of each paragraph joined where the first part is wrapped."""
    first = next(parts, "")
    width = wrap_width(first)
    if not width:
        yield first
        yield from parts
        return
    held = first
    for part in parts:
        cut = held.rfind("\n\n") + 1 or (len(held) if len(held) > _PATIENCE else 0)
        yield joined(held[:cut], width)
        held = held[cut:] + part
    yield joined(held, width)


def _trimmed(part: str) -> str:
    if " \n" in part or "\t\n" in part or not part.endswith("\n"):
        return "\n".join(line.rstrip(" \t") for line in part.split("\n"))
    return part


def spaced(parts: Iterable[str]) -> Iterator[str]:
    """The same text without outer line feeds, and with at most one empty line between two."""
    feeds, is_first = 0, True
    for part in parts:
        body = part.strip("\n")
        if not body:
            feeds += len(part)
            continue
        lead = len(part) - len(part.lstrip("\n"))
        before = "" if is_first else "\n" * min(2, feeds + lead)
        yield before + _BLANKS.sub("\n\n", body)
        feeds, is_first = len(part) - lead - len(body), False


def _title(text: str) -> str:
    """The first line where it looks like a headline, else nothing."""
    first, _, rest = text[: _LONGEST_HEADLINE * 20].partition("\n")
    following = rest.lstrip("\n")
    if not following or len(first) > _LONGEST_HEADLINE or not _HEADLINE.match(first):
        return ""
    if first.rstrip("”\"'’»)")[-1:] in {".", ",", ";", ":", "…"} or len(first.split()) < 2:
        return ""
    stands_alone = rest.startswith("\n")
    return first if stands_alone or len(following.partition("\n")[0]) > len(first) * 1.5 else ""
