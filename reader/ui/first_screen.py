"""The first screen, drawn with plain escape codes while the application is still being loaded.

Loading Textual takes several times as long as reading and wrapping a page. The application leaves
behind what its style sheet came to, which is its look, and that of its own theme comes with the
program; from that, the same layout and painter draw here what it will draw itself, cell for
cell. Without a look of this terminal and style sheet nothing is drawn.
"""

from __future__ import annotations

import os
import signal
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from reader.article import Article, Span
from reader.config import Settings
from reader.ui.desk import Desk, Part
from reader.ui.hint import Hint, cells, fitting
from reader.ui.looks import Look, known_looks
from reader.ui.pane import scrollbar
from reader.ui.pane.cells import harmless, shortened, width_of
from reader.ui.pane.layers import Annotated, Layers
from reader.ui.pane.layout import Layout
from reader.ui.pane.painting import Frame, Painter, text_width
from reader.ui.pane.units import unit_at

if TYPE_CHECKING:
    from types import FrameType

    from reader.ui.pane.rows import Painted

_KEYS, _SCREEN = 0, 2
"""The descriptors that Textual reads keys from and draws on."""
_ENTER = "\x1b[?1049h\x1b[?25l"
_LEAVE = "\x1b[?1049l\x1b[?25h"
_PLAIN = "\x1b[0m"


class FirstScreen:
    """The terminal while the first screen is on it; keys typed meanwhile wait in its queue."""

    def __init__(self) -> None:
        self._flags = termios.tcgetattr(_KEYS)
        self._is_ours = True

    def show(self, screen: str) -> None:
        """Keep keys from the screen, and draw it."""
        flags = termios.tcgetattr(_KEYS)
        flags[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
        flags[0] &= ~(termios.IXON | termios.ICRNL | termios.INLCR | termios.IGNCR)
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _leave)
        termios.tcsetattr(_KEYS, termios.TCSANOW, flags)
        _write(_ENTER + screen)

    def hand_over(self) -> list[Any]:
        """The application has the terminal now: the flags that it is to be left with."""
        self._is_ours = False
        return self._flags

    def close(self) -> None:
        """Give the terminal back, unless the application does."""
        if self._is_ours:
            _write(_LEAVE)
            termios.tcsetattr(_KEYS, termios.TCSANOW, self._flags)


@contextmanager
def first_screen(
    article: Article | None, offset: int, settings: Settings
) -> Iterator[FirstScreen | None]:
    """Draw the article's screen from `offset` on, for as long as nobody takes the terminal over.

    Args:
        article: what is read; where there is none, nothing is drawn.
        offset: where reading goes on.
        settings: the reader's own.
    """
    is_ours = os.isatty(_KEYS) and os.isatty(_SCREEN) and settings.ambiguous_width == 1
    drawn = _drawn(article, offset, settings) if article and is_ours else ""
    if not drawn:
        yield None
        return
    screen = FirstScreen()
    try:
        screen.show(drawn)
        yield screen
    finally:
        screen.close()


def _drawn(article: Article, offset: int, settings: Settings) -> str:
    desk = Desk(*_screen_size(), settings.panel)
    screens = (draw(article, offset, settings, look, desk) for look in known_looks(settings))
    return next(filter(None, screens), "")


def _screen_size() -> tuple[int, int]:
    # As Textual has it: what the environment says of the terminal goes before the terminal.
    told = [os.environ.get(name, "") for name in ("COLUMNS", "LINES")]
    sizes = [int(each) if each.isdecimal() else 0 for each in told]
    columns, rows = os.get_terminal_size(1) if os.isatty(1) else (0, 0)
    return sizes[0] or columns, sizes[1] or rows


def draw(article: Article, offset: int, settings: Settings, look: Look, desk: Desk) -> str:
    """The screen as escape codes; empty where the look does not have all that it takes."""
    if min(desk.pane.width, desk.pane.height) < 1:
        return ""
    try:
        if desk.side and not look["side"]:
            return ""
        parts = (
            _title(article, look, desk.title),
            _article(article, offset, settings, look, desk.pane),
            _side(look, desk.side) if desk.side else "",
            _hints(look, desk.hints),
        )
    except (KeyError, TypeError, ValueError):
        # The cache is no more trustworthy than any other file.
        return ""
    return "".join(parts)


def _at(column: int, row: int) -> str:
    return f"\x1b[{row + 1};{column + 1}H"


def _title(article: Article, look: Look, part: Part) -> str:
    room = part.width - 4
    title = shortened(harmless(article.headline), room)
    plain, bold = look["title"]
    gap = " " * (room + 3 - width_of(title, 0, len(title)))
    return f"{_at(part.x, part.y)}{plain} {_PLAIN}{bold}{title}{_PLAIN}{plain}{gap}{_PLAIN}"


def _hints(look: Look, part: Part) -> str:
    hints = fitting([Hint(key, word, "") for key, word in look["keys"]], part.width)
    plain, bold = look["hints"]
    gap = part.width - sum(map(cells, hints))
    if gap < 0:
        hints, gap = [], part.width
    words = "".join(
        f"{plain}  {_PLAIN}{bold}{hint.key}{_PLAIN}{plain} {hint.word}{_PLAIN}" for hint in hints
    )
    return f"{_at(part.x, part.y)}{words}{plain}{' ' * gap}{_PLAIN}"


def _side(look: Look, part: Part) -> str:
    edge, ground = look["side"]
    line = f"{edge}{ground}{' ' * (part.width - 1)}{_PLAIN}"
    return "".join(_at(part.x, part.y + number) + line for number in range(part.height))


def _article(article: Article, offset: int, settings: Settings, look: Look, part: Part) -> str:
    layout = Layout(article, text_width(part.width, settings.measure), settings.code == "wrap")
    places = layout.filled(layout.place_of(offset), part.height)
    layers = Layers(marks=article.marks, cursor=unit_at(layout, (), offset, "sentence"))
    painter = Painter(layout, layers, True, Frame.of(part.width, layout.width), offset)
    rows = [layout.row(place) for place in places]
    shown = Span(rows[0].start, rows[-1].end)
    bar = scrollbar.cells(part.height, len(article.text), shown, (), Annotated())
    lines = [painter.paint(row, cell) for row, cell in zip(rows, bar, strict=False)]
    lines += [painter.empty(cell) for cell in bar[len(rows) :]]
    return "".join(
        _at(part.x, part.y + number) + _coloured(line, look["styles"])
        for number, line in enumerate(lines)
    )


def _coloured(line: Painted, styles: dict[str, str]) -> str:
    return "".join(f"{styles[' '.join(names)]}{text}{_PLAIN}" for text, names, _ in line.pieces)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _write(codes: str) -> None:
    data = codes.encode()
    while data:
        data = data[os.write(_SCREEN, data) :]
