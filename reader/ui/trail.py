"""The trail: which articles were read one after another, as in a browser."""


class Trail:
    """Sources to go back and forward to.

    Args:
        source: the first article; empty where there is none yet.
    """

    def __init__(self, source: str) -> None:
        self._sources = [source] if source else []
        self._here = 0
        self._asked: tuple[str, int] | None = None

    def ask(self, step: int) -> str:
        """The source before (step -1) or behind (step 1), which will be opened; empty for none."""
        number = self._here + step
        if not 0 <= number < len(self._sources):
            return ""
        self._asked = self._sources[number], number
        return self._sources[number]

    def arrive(self, source: str) -> None:
        """Remember the article that has been opened: the one asked for, or a new one."""
        asked, self._asked = self._asked, None
        if asked and asked[0] == source:
            self._here = asked[1]
        elif self._sources[self._here : self._here + 1] != [source]:
            self._sources = [*self._sources[: self._here + 1], source]
            self._here = len(self._sources) - 1
