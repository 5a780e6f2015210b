"""Files that an export of the program's own wrote: they hold notes, and are nobody's article."""

import re
from contextlib import suppress

MARK = "<!-- reader:end "
"""What the last comment of each exported Markdown file begins with."""
SUFFIX = ".md"
"""How an exported file's name ends."""
_MARKED = re.compile(rf"^(?:- )?{re.escape(MARK)}".encode())


def is_export(path: str) -> bool:
    """Whether a file was written by an export, be it edited since, moved or renamed."""
    if path.endswith(SUFFIX):
        with suppress(OSError), open(path, "rb") as file:
            return any(map(_MARKED.match, file))
    return False
