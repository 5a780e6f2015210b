"""A stretch of an article as inline Markdown: its markup, the reader's highlights, references."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reader.article import Mark, Span
from reader.exchange.escape import escape_markup, line_of
from reader.exchange.inline_tokens import (
    ORDER,
    Kind,
    Token,
    Wrap,
    apart,
    move_spaces,
    tokenise,
    trimmed,
)

_SIGNS: Mapping[Kind, tuple[str, str]] = {
    "strong": ("**", "strong"),
    "emphasis": ("*", "em"),
    "strike": ("~~", "del"),
}
_ODD_IN_ADDRESS = re.compile(r"[\s<>\\\x00-\x1f]")


@dataclass(frozen=True, slots=True)
class Overlay:
    """What the reader has put over the text."""

    highlights: Sequence[Span] = ()
    """Stretches that are highlighted, in order and apart."""
    references: Mapping[int, str] = field(default_factory=dict)
    """Markdown to be put in before the code points at these offsets."""
    signs: tuple[str, str] = ("<mark>", "</mark>")
    """What begins and ends a highlight."""


def marked_lines(text: str, span: Span, marks: Sequence[Mark], overlay: Overlay) -> list[str]:
    """The stretch as the lines of a paragraph.

    Args:
        text: that of the article.
        span: a stretch of it.
        marks: those that may stand in the stretch.
        overlay: highlights and references that may stand there.
    """
    wraps = list(_wraps(text, span, marks, overlay))
    links = [wrap for wrap in wraps if wrap.kind == "link"]
    references: dict[int, str] = {}
    for at, reference in sorted(overlay.references.items()):
        # A link holds no link: what refers from within it stands behind it.
        where = next((each.end for each in links if each.start < at < each.end), at)
        references[where] = references.get(where, "") + reference
    tokens = list(tokenise(text, span, wraps, references))
    move_spaces(tokens)
    return [line_of(line) for line in _joined(tokens, overlay).split("\n")]


def _wraps(text: str, span: Span, marks: Sequence[Mark], overlay: Overlay) -> Iterator[Wrap]:
    drawn = [Wrap(mark.start, mark.end, mark.kind, mark.target) for mark in marks]
    drawn += [Wrap(each.start, each.end, "highlight") for each in overlay.highlights]
    for kind in ORDER:
        same = sorted((each for each in drawn if each.kind == kind), key=lambda each: each.start)
        for wrap in apart(same):
            yield from trimmed(text, span, wrap)


def _joined(tokens: Sequence[Token], overlay: Overlay) -> str:
    in_code = in_link = False
    for number, token in enumerate(tokens):
        in_link = token.other < 0 if token.is_link else in_link
        if token.wrap and token.wrap.kind == "code":
            in_code = token.other < 0
        elif token.is_plain:
            plain = _code(token.text) if in_code else _plain(tokens, number, overlay)
            token.text = plain.replace("]", "\\]") if in_link and not in_code else plain
        elif token.wrap and not token.is_run:
            token.text = _bracket(token, overlay)
    for number, token in enumerate(tokens):
        if token.is_run and token.other >= 0:
            _sign(tokens, token.other, number)
    return "".join(f"{token.before}{token.text}{token.after}" for token in tokens)


def _plain(tokens: Sequence[Token], number: int, overlay: Overlay) -> str:
    text = tokens[number].text
    escaped = re.sub("\n(?=\n)", "&#10;", escape_markup(text))
    if overlay.signs[0] == "==":
        escaped = escaped.replace("\\=", "=").replace("=", "\\=")
    after = tokens[number + 1] if number + 1 < len(tokens) else Token()
    if escaped.endswith("!") and (after.wrap is None or after.is_link):
        # It would make an image of a link.
        escaped = f"{escaped[:-1]}\\!" if after.wrap or after.text else escaped
    before = tokens[number - 1] if number else Token()
    # A bracket behind a reference would make a link of it.
    return f"\\{escaped}" if before.text.endswith("]") and text[:1] in ("(", ":") else escaped


def _code(text: str) -> str:
    ticks = max((len(run) for run in re.findall("`+", text)), default=0) + 1
    pad = " " if text[:1] in ("`", " ") or text[-1:] in ("`", " ") else ""
    line = text.replace("\n", " ")
    return f"{'`' * ticks}{pad}{line}{pad}{'`' * ticks}" if text else ""


def _bracket(token: Token, overlay: Overlay) -> str:
    is_end = token.other >= 0
    if token.wrap is None or token.wrap.kind == "highlight":
        return overlay.signs[is_end]
    address = _ODD_IN_ADDRESS.sub(lambda match: f"%{ord(match[0]):02X}", token.wrap.target)
    return f"](<{address}>)" if is_end else "["


def _sign(tokens: Sequence[Token], start: int, end: int) -> None:
    """Set a pair of signs; where CommonMark (0.31, 6.2) would take them for text, tags instead."""
    wrap = tokens[start].wrap
    if wrap is None:
        return
    sign, tag = _SIGNS[wrap.kind]
    left = tokens[start].before or _last(tokens, start - 1)
    right = tokens[end].after or _first(tokens, end + 1)
    fits = _hugs(left[-1:], _first(tokens, start + 1)) and _hugs(right[:1], _last(tokens, end - 1))
    tokens[start].text = sign if fits else f"<{tag}>"
    tokens[end].text = sign if fits else f"</{tag}>"


def _hugs(outside: str, inside: str) -> bool:
    if outside == "*" or inside in ("*", "", " ", "\n"):
        return False
    return _is_word(inside) or not _is_word(outside)


def _is_word(char: str) -> bool:
    return bool(char) and not char.isspace() and unicodedata.category(char)[0] not in "PS"


def _first(tokens: Sequence[Token], number: int) -> str:
    for at in range(number, len(tokens)):
        token = tokens[at]
        if found := token.before or (token.is_run and "*") or token.text or token.after:
            return found[0]
    return ""


def _last(tokens: Sequence[Token], number: int) -> str:
    for at in range(number, -1, -1):
        token = tokens[at]
        if found := token.after or (token.is_run and "*") or token.text or token.before:
            return found[-1]
    return ""
