"""The reader's own editor, run on a piece of text."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path


def edited(text: str) -> str | None:
    """Run `$VISUAL` or `$EDITOR` (else `vi`) on `text`; None where it fails."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "note.md"
        path.write_text(text, "utf-8")
        try:
            done = subprocess.run([*shlex.split(command), str(path)], check=False)
            words = path.read_text("utf-8") if done.returncode == 0 else None
        except (OSError, UnicodeDecodeError, ValueError):
            return None
    # Editors end the last line; the note did not.
    return words if words is None or text.endswith("\n") else words.removesuffix("\n")
