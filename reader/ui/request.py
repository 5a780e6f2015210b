"""What the reader asked to open, as a value."""

from dataclasses import dataclass
from pathlib import Path

from reader.article import Article, Block
from reader.loading.open import Progress, is_address, preview, unheard
from reader.session import Session
from reader.text.rests import Rest, breathe


@dataclass(frozen=True, slots=True)
class Request:
    """What the reader asked for."""

    source: str
    """A path, a URL, or `-`."""
    data_dir: Path
    """Where notes and the library live."""
    as_of: str = ""
    """The date of the rosters; empty for the article's own."""
    encoding: str = ""
    """The text's encoding; empty to find it out."""
    at: str = ""
    """The id of the annotation to begin at."""
    is_offline: bool = False
    """Whether a page is only to be taken from those read before."""

    def session(self, progress: Progress = unheard, rest: Rest = breathe) -> Session:
        """Open the article, telling how much of a page has come; raises LoadError.

        Args:
            rest: called between stretches of all work on it.
        """
        return Session.open(
            self.source,
            self.data_dir,
            self.as_of,
            self.encoding,
            is_offline=self.is_offline,
            progress=progress,
            rest=rest,
        )

    def head(self) -> Article | None:
        """What can be shown at once of an article that takes time; None where nothing need be."""
        if is_address(self.source):
            words = f"Fetching {self.source} …"
            return Article(words, [Block("paragraph", 0, len(words))], title=self.source)
        return None if self.source == "-" else preview(self.source)
