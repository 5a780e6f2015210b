"""Starting in a real terminal: what is typed meanwhile counts, and little is loaded."""

import re
import sys
import time
from pathlib import Path

import pytest

from tests.ui.terminal import ROOT, Terminal, reader_command

SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"
FIRST, LAST = "mengumumkan", "ungkapnya"

SIZE = (80, 16)
"""So small that the end of the article is not on the first screen."""

HEAVY = {
    *("trafilatura", "lxml", "httpx", "jinja2", "pypdfium2", "markdown_it", "pygments"),
    *("babel", "dateparser", "rapidfuzz", "tinydb", "sqlite3", "ruamel", "yaml", "tomllib"),
    *("hashlib", "argparse"),
}
"""What an article of plain text needs later, or never."""
OF_TEXTUAL = {"asyncio.subprocess", "subprocess", "ssl", "pygments.lexers", "urllib.request"}
"""What is loaded only where Textual loads it itself."""
IMPORTS = [sys.executable, "-X", "importtime", "-m"]


def _started(folder: Path) -> Terminal:
    environment = {"HOME": str(folder), "XDG_CACHE_HOME": ""}
    return Terminal(reader_command(str(SEED)), SIZE, environment)


@pytest.mark.parametrize("delay", [0.0, 0.03, 0.06, 0.1, 0.2, 0.5])
def test_a_key_typed_while_the_program_starts_counts(tmp_path: Path, delay: float) -> None:
    """G, typed so many seconds after the start, leads to the end of the article."""
    with _started(tmp_path) as terminal:
        time.sleep(delay)
        terminal.send(b"G")
        terminal.wait_for(LAST)
        terminal.rest()

        assert FIRST not in terminal.text


def test_keys_typed_while_the_program_starts_keep_their_order(tmp_path: Path) -> None:
    """To the start and then to the end; were they turned round, the start would show."""
    with _started(tmp_path) as terminal:
        terminal.send(b"ggG")
        terminal.wait_for(LAST)
        terminal.rest(0.6)

        assert LAST in terminal.text


def test_nothing_heavy_is_loaded_before_the_first_text(tmp_path: Path) -> None:
    """Not even where the application draws it, since colours are not as usual."""
    loaded = _loaded([*IMPORTS, "reader", str(SEED)], tmp_path)

    assert "textual" in loaded
    assert loaded & HEAVY == set()
    bare = _loaded([*IMPORTS, "tests.benchmarks.bare_app", str(SEED)], tmp_path)
    assert loaded & OF_TEXTUAL <= bare


def _loaded(command: list[str], folder: Path) -> set[str]:
    """The modules that Python tells of on the terminal before the text is there."""
    environment = {"HOME": str(folder), "XDG_CACHE_HOME": "", "FORCE_COLOR": "1"}
    with Terminal(command, SIZE, environment) as terminal:
        while FIRST.encode() not in terminal.raw:
            terminal.read(10.0)
        told = terminal.raw[: terminal.raw.index(FIRST.encode())].decode()
    return set(re.findall(r"\| +([a-z_0-9.]+)", told))


def test_a_terminal_that_promises_nothing_gets_no_colours(tmp_path: Path) -> None:
    """On TERM=dumb a highlight is told by its shape and its letter, and all inks are grey."""
    environment = {"HOME": str(tmp_path), "XDG_CACHE_HOME": "", "TERM": "dumb"}
    with Terminal(reader_command(str(SEED)), SIZE, environment) as terminal:
        terminal.wait_for("as of")
        terminal.send(b"h")
        terminal.wait_for("Y▌")
        inks = {cell.fg for row in terminal.cells for cell in row} - {"default"}

        assert all(ink[:2] == ink[2:4] == ink[4:] for ink in inks)
        assert terminal.cells[1][10].reverse


def test_errors_that_go_to_a_file_leave_the_screen_to_the_article(tmp_path: Path) -> None:
    """As with `reader ARTICLE 2>log`."""
    command = ["sh", "-c", 'exec "$@" 2>"$HOME/log"', "sh", *reader_command(str(SEED))]
    with Terminal(command, SIZE, {"HOME": str(tmp_path), "XDG_CACHE_HOME": ""}) as terminal:
        terminal.wait_for(FIRST)
        terminal.send(b"q")

        assert terminal.wait() == 0
