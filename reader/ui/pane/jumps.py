"""The jump list: where the reader was before each leap, as in a browser."""


class Jumps:
    """Offsets to go back and forward to."""

    _MOST = 100

    def __init__(self) -> None:
        self._back: list[int] = []
        self._forward: list[int] = []

    def leap(self, origin: int) -> None:
        """Remember a place that is being left."""
        if not self._back or self._back[-1] != origin:
            self._back = [*self._back[-self._MOST :], origin]
        self._forward = []

    def back(self, origin: int) -> int | None:
        """The place before, or None; `origin` is kept to come forward to."""
        if not self._back:
            return None
        self._forward.append(origin)
        return self._back.pop()

    def forward(self, origin: int) -> int | None:
        """The place that was come back from, or None."""
        if not self._forward:
            return None
        self._back.append(origin)
        return self._forward.pop()
