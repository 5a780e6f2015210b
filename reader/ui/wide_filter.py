"""Lines of the screen as a terminal needs them that gives ambiguous characters two cells."""

import re
from collections.abc import Iterable, Iterator

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.ui.pane.ambiguous import as_drawn, extra_cells

_BLANKS = re.compile("( {2,})")


class WideFilter(LineFilter):
    """Draws the frame in ASCII, and takes from each line's blanks what its letters need more.

    The article pane measures its lines itself and does not pass through here.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The line as the terminal needs it."""
        plain = (
            each if each.control else Segment(as_drawn(each.text), each.style) for each in segments
        )
        return list(_evened(plain))


def _evened(segments: Iterable[Segment]) -> Iterator[Segment]:
    owed, line = 0, []
    for text, style, control in segments:
        parts = [text] if control else _BLANKS.split(text)
        for number, part in enumerate(parts):
            if number % 2:
                taken = min(owed, len(part) - 1)
                owed, parts[number] = owed - taken, part[taken:]
            elif not control:
                owed += extra_cells(part)
        line.append(Segment("".join(parts), style, control))
    return _cut(line, owed)


def _cut(segments: list[Segment], owed: int) -> Iterator[Segment]:
    """The line without as many of its last cells as it is too long."""
    kept: list[Segment] = []
    for text, style, control in reversed(segments):
        while owed > 0 and text and not control:
            owed -= 1 + extra_cells(text[-1])
            text = text[:-1]
        kept.append(Segment(text, style, control))
    yield from reversed(kept)
    if owed < 0:
        yield Segment(" " * -owed)
