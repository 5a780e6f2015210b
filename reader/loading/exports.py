"""Files that an export of the program's own wrote: they hold notes, and are nobody's article."""

import re
from contextlib import suppress
from pathlib import Path

MARK = "<!-- reader:end "
"""What the last comment of each exported Markdown file begins with."""
SUFFIX = ".md"
"""How an exported file's name ends."""
_MARKED = re.compile(rf"^(?:- )?{re.escape(MARK)}".encode(), re.MULTILINE)


def is_export(path: str) -> bool:
    """Whether a file was written by an export, be it edited since, moved or renamed."""
    if path.endswith(SUFFIX):
        with suppress(OSError):
            return _MARKED.search(Path(path).read_bytes()) is not None
    return False
