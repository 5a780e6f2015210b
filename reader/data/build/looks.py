"""Writes the looks that come with the program: what its own theme comes to in each terminal.

Run as `python reader/data/build/looks.py [--check]`; with `--check` nothing is written and looks
that are out of date, after a change of a style sheet say, are an error. With `--one` the look of
this terminal is written to standard output.
"""

import asyncio
import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.config import Settings
from reader.loading.seeds import seed_articles
from reader.ui.app import ReaderApp
from reader.ui.look_of import look_of
from reader.ui.looks import ALTERING, Look
from reader.ui.request import Request
from reader.ui.screens.article import ArticleScreen

FILE = Path(__file__).parents[1] / "looks.json"
_TERMINALS = {
    "truecolor": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "256": {"TERM": "xterm-256color"},
    "16": {"TERM": "xterm"},
}


def main(arguments: list[str]) -> int:
    """Write or check the looks; 0 where all is well."""
    if "--one" in arguments:
        print(json.dumps(asyncio.run(_seen())))
        return 0
    found = looks()
    text = json.dumps({"textual": version("textual"), "looks": found}, indent=0) + "\n"
    if "--check" not in arguments:
        FILE.write_text(text, "utf-8")
    elif not FILE.is_file() or FILE.read_text("utf-8") != text:
        print(f"{FILE} is out of date; run this script without --check", file=sys.stderr)
        return 1
    print(f"{len(found)} looks")
    return 0


def looks() -> dict[str, Look]:
    """The look for each number of colours, and for each the one without hues."""
    found = {}
    for name, told in _TERMINALS.items():
        found[name] = _look(told)
        found[f"{name} grey"] = _look(told | {"NO_COLOR": "1"})
    return found


def _look(told: dict[str, str]) -> Look:
    # In a process of its own: rich keeps the codes of a style for the first terminal it meets.
    telling = {"TERM", "COLORTERM", "NO_COLOR"} | ALTERING
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in telling and not name.startswith("TEXTUAL_")
    }
    root = str(Path(__file__).parents[3])
    done = subprocess.run(
        [sys.executable, __file__, "--one"],
        env={**environment, "PYTHONPATH": root, **told},
        capture_output=True,
        check=True,
    )
    look: Look = json.loads(done.stdout)
    return look


async def _seen() -> Look:
    with TemporaryDirectory() as folder:
        request = Request(str(seed_articles()[0]), Path(folder))
        app = ReaderApp(request, Settings(), request.session())
        async with app.run_test(size=(120, 40)):
            assert isinstance(app.screen, ArticleScreen)
            return look_of(app.screen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
