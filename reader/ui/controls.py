"""The last door to the terminal: control characters of titles, names and notes stay behind it."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# C0 but for nothing, DEL and C1, line separators, and what turns the direction of writing.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SHOWN = "\N{REPLACEMENT CHARACTER}"
"""What is shown in place of a control character."""


class ControlFilter(LineFilter):
    """Puts a sign in place of each control character that a widget would write."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without control characters; terminal commands of Textual's own stay."""
        if not any(_CONTROLS.search(text) for text, _, control in segments if not control):
            return segments
        return [
            segment
            if segment.control
            else Segment(_CONTROLS.sub(SHOWN, segment.text), segment.style)
            for segment in segments
        ]
