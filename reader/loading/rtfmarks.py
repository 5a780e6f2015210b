"""Signs in Rich Text source for bold, italics and links, which a converter to text drops.

Each sign says all that holds of the text from there on: a sign in a group that the converter
leaves out is lost, and what stands behind the group has one of its own.
"""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from reader.article import MarkKind
from reader.loading.builder import ArticleBuilder

_EDGE = "\ue004"
_SIGN = re.compile(f"{_EDGE}([0-3]),(\\d{{1,7}}){_EDGE}")
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\(?:'([0-9a-fA-F]{2})|([^a-zA-Z]))|([{}])|[^\\{}\r\n]+"
)
_LETTERS = frozenset({"u", "bullet", "emdash", "endash", "emspace", "enspace", "qmspace"}) | {
    f"{side}{kind}quote" for side in "lr" for kind in ("", "dbl")
}
"""Control words that are written as a character."""
_NO_LETTER = "\0"
_WAYS = {"b": 1, "i": 2}
_KINDS: tuple[tuple[int, MarkKind], ...] = ((1, "strong"), (2, "emphasis"))
_ADDRESS = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))', re.IGNORECASE)
_PLACE = re.compile(r'\\l\s+"([^"]*)"')


class Look(NamedTuple):
    """What holds of a stretch of text."""

    ways: int = 0
    """1 for bold, 2 for italics, 3 for both."""
    link: int = 0
    """The number of its link, from 1; 0 outside links."""


class Line(NamedTuple):
    """A line of text, and what holds of each of its characters."""

    text: str
    """The characters."""
    looks: Sequence[Look]
    """As many as there are characters."""

    def part(self, start: int, end: int) -> "Line":
        """A stretch of the line."""
        return Line(self.text[start:end], self.looks[start:end])

    def stripped(self, blanks: str | None = None) -> "Line":
        """The line without the blanks at its ends."""
        start = len(self.text) - len(self.text.lstrip(blanks))
        return self.part(start, max(start, len(self.text.rstrip(blanks))))

    def without(self, pattern: re.Pattern[str]) -> "Line":
        """The line without what a pattern finds in it."""
        kept = [*self.text]
        for found in pattern.finditer(self.text):
            kept[found.start() : found.end()] = [""] * len(found[0])
        looks = [look for char, look in zip(kept, self.looks, strict=True) if char]
        return Line("".join(kept), looks)

    def plain(self) -> "Line":
        """The line without a way that all of it has: that of its style."""
        shared = 3
        for char, look in zip(self.text, self.looks, strict=True):
            shared &= 3 if char.isspace() else look.ways
        return Line(self.text, [Look(look.ways & ~shared, look.link) for look in self.looks])

    def add_to(self, builder: ArticleBuilder, links: Sequence[str]) -> None:
        """Put the text, with its marks, at the end of the builder's open block."""
        before, at = Look(), 0
        for look, run in groupby(self.looks):
            end = at + len(list(run))
            _turn(builder, before, look, links)
            builder.add(self.text[at:end])
            before, at = look, end
        _turn(builder, before, Look(), links)


def _turn(builder: ArticleBuilder, before: Look, now: Look, links: Sequence[str]) -> None:
    if before.link and before.link != now.link:
        builder.close_mark("link")
    for way, kind in _KINDS:
        if before.ways & way and not now.ways & way:
            builder.close_mark(kind)
        if now.ways & way and not before.ways & way:
            builder.open_mark(kind)
    if now.link and before.link != now.link:
        builder.open_mark("link", links[now.link - 1] if now.link <= len(links) else "")


def lines_of(text: str) -> list[Line]:
    """The lines of a text with signs, without them."""
    lines, look = [], Look()
    for written in text.split("\n"):
        pieces, looks, at = [], [], 0
        for sign in _SIGN.finditer(written):
            pieces.append(written[at : sign.start()])
            looks += [look] * (sign.start() - at)
            look, at = Look(int(sign[1]), int(sign[2])), sign.end()
        pieces.append(written[at:])
        looks += [look] * (len(written) - at)
        lines.append(Line("".join(pieces), looks))
    return lines


def with_marks(source: str) -> tuple[str, list[str]]:
    """The source with a sign before each text that looks otherwise, and the links' addresses."""
    marking = _Marking(source)
    return marking.marked(), marking.links


class _Group:
    """An open group: how its text looks, and what it is in a field."""

    def __init__(self, outer: "_Group | None" = None) -> None:
        self.look: Look = outer.look if outer else Look()
        self.field: list[int] = outer.field if outer else [0]
        """The number of the link of the field around it, shared by all of the field's groups."""
        self.said: list[str] | None = outer.said if outer else None
        """Where the field's instruction is gathered."""
        self.has_signs = False


class _Marking:
    """One pass over the source, token by token."""

    def __init__(self, source: str) -> None:
        self.links: list[str] = []
        self._source = source
        self._groups = [_Group()]
        self._is_starred = False
        self._signed: Look | None = Look()
        self._pieces: list[str] = []

    def marked(self) -> str:
        """The source with its signs."""
        done = skip = 0
        for token in _TOKEN.finditer(self._source):
            if token.start() < skip:
                continue
            word, number, code, char, brace = token.groups()
            if brace:
                self._open() if brace == "{" else self._close()
            elif word == "bin" and number:
                # What follows are bytes of a picture.
                skip = token.end() + max(0, int(number))
            elif word and word not in _LETTERS:
                self._obey(word, number)
            elif char == "*":
                self._is_starred = True
            else:
                # A letter by its name or number has another behind it: no address has them.
                self._say(
                    chr(int(code, 16)) if code else char or (_NO_LETTER if word else token[0])
                )
                if self._signed != self._groups[-1].look:
                    self._pieces += (self._source[done : token.start()], self._sign())
                    done = token.start()
        return "".join([*self._pieces, self._source[done:]])

    def _sign(self) -> str:
        group = self._groups[-1]
        self._signed, group.has_signs = group.look, True
        return f"{_EDGE}{group.look.ways},{group.look.link}{_EDGE}"

    def _open(self) -> None:
        self._groups.append(_Group(self._groups[-1]))

    def _close(self) -> None:
        closed = self._groups.pop()
        outer = self._groups[-1] if self._groups else _Group()
        self._groups = self._groups or [outer]
        if closed.has_signs:
            outer.has_signs, self._signed = True, None
        if closed.said is not None and outer.said is None:
            outer.field[0] = self._link("".join(closed.said))

    def _link(self, said: str) -> int:
        found, place = _ADDRESS.match(said), _PLACE.search(said)
        if not found or _NO_LETTER in said:
            return 0
        self.links.append((found[1] or found[2] or "") + (f"#{place[1]}" if place else ""))
        return len(self.links)

    def _obey(self, word: str, number: str | None) -> None:
        group, is_starred = self._groups[-1], self._is_starred
        self._is_starred = False
        if word in _WAYS:
            ways = group.look.ways & ~_WAYS[word]
            group.look = Look(ways | (0 if number == "0" else _WAYS[word]), group.look.link)
        elif word == "plain":
            group.look = Look(0, group.look.link)
        elif word == "field":
            group.field, group.said = [0], None
        elif word == "fldinst":
            group.said = []
        elif word == "fldrslt":
            group.look = Look(group.look.ways, group.field[0])
        elif is_starred and group.said is not None:
            # Data of the field, not its words; gathered where nobody looks.
            group.said = []

    def _say(self, text: str) -> None:
        said = self._groups[-1].said
        if said is not None:
            said.append(text)
