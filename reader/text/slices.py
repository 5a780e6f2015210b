"""Long text cut into slices at line ends, so that work on it lets other threads run."""

from collections.abc import Iterator

SLICE = 1 << 18
"""The usual length of a slice, in code points."""


def line_slices(text: str, size: int = SLICE) -> Iterator[str]:
    """`text` in slices of about `size` code points, each but the last ending with LF."""
    start = 0
    while start < len(text):
        feed = text.find("\n", start + size - 1)
        end = len(text) if feed < 0 else feed + 1
        yield text[start:end]
        start = end
