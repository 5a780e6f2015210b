"""The notebooks of several articles: opened as they are asked for, none left unsaved in silence."""

from collections.abc import Callable, Iterable
from pathlib import Path

from reader.notes.notebook import Notebook, open_notebook


class Notebooks:
    """The notebooks of a data directory that are open for deeds.

    Args:
        directory: the data directory.
        own: the article whose notebook `open_own` gives; that is not closed or rescued here.
        opened: called with each other one when it is opened.
    """

    def __init__(
        self,
        directory: Path,
        own: str,
        open_own: Callable[[], Notebook],
        opened: Callable[[Notebook], None],
    ) -> None:
        self._directory = directory
        self._own, self._open_own = own, open_own
        self._opened = opened
        self._open: dict[str, Notebook] = {}

    def of(self, article: str) -> Notebook:
        """The notebook of an article; raises OSError where it cannot be read."""
        if article == self._own:
            return self._open_own()
        if article not in self._open:
            self._open[article] = open_notebook(self._directory, article)
            self._opened(self._open[article])
        return self._open[article]

    def flush(self, articles: Iterable[str]) -> str:
        """Wait until the deeds on some articles are on the disk; what keeps one from it, if any."""
        refused = [book for book in map(self.of, articles) if not book.flush()]
        return (refused[0].trouble or "the disk takes long") if refused else ""

    @property
    def is_saved(self) -> bool:
        """Whether every deed on those that are open is on the disk."""
        return not any(book.unsaved for book in self._open.values())

    def close(self) -> None:
        """Let go of all that are saved; the others go on trying until they are rescued."""
        for article, book in [*self._open.items()]:
            if book.flush() and book.close():
                del self._open[article]

    def rescue(self) -> list[str]:
        """Put what the disk refused into files elsewhere; a line for each that tells of it."""
        self.close()
        return [line for line in map(rescued, self._open.values()) if line]


def rescued(notebook: Notebook) -> str:
    """Rescue the notes that the disk refused; one line says where they are, if there are any."""
    trouble, path = notebook.trouble, notebook.rescue()
    if path is None:
        return ""
    told = f"notes could not be saved ({trouble}); they are in {path}"
    return f"{told}, and reader notes restore {path} brings them back"
