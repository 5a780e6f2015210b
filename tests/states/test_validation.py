"""The validator of the shipped organisation files, as CI runs it."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "reader" / "data" / "build" / "organisations_index.py"


def test_the_shipped_files_and_their_index_are_valid() -> None:
    """The script finds nothing to say."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--check"], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_readme_counts_the_organisations_right() -> None:
    """As many as have a file."""
    readme = (SCRIPT.parents[3] / "README.md").read_text("utf-8")
    files = list((SCRIPT.parents[1] / "organisations").glob("*.toml"))

    assert f"There are {len(files)} organisations in `reader/data/organisations`" in readme
