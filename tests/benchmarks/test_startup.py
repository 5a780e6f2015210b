"""Start-up: the reader beside a bare Textual app that shows the same text, in rounds.

Three starts of ours: one where an earlier start has left the look of the terminal behind, the
very first one, which has the look that comes with the program, and one where neither is to be
had (here since a variable says something of colours), so that the application draws first.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.first_text import first_text
from tests.ui.terminal import HAS_LOOKS, Terminal

pytestmark = pytest.mark.timed

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"
FIRST_WORDS = "PERSPEKTIF"
ROUNDS = 15
NOWHERE = "/dev/null/nowhere"
LIMITS = {"known": 1.1, "first": 1.1, "unknown": 1.5}
"""Our time over the bare app's."""
GROWTH = 1.2
"""The time for a large file over that for a small one."""
SIZES = {"10 KB": 10_000, "10 MB": 10_000_000, "50 MB": 50_000_000}


def _environment(folder: Path, cache: str) -> dict[str, str]:
    environment = {
        **os.environ,
        "HOME": str(folder),
        "READER_DATA_DIR": str(folder / "data"),
        "XDG_CACHE_HOME": cache,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "PYTHONPATH": str(ROOT),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def _reader(source: Path) -> list[str]:
    return [sys.executable, "-m", "reader", str(source)]


def _visit(environment: Mapping[str, str]) -> None:
    """Open the reader once, so that the look of the terminal is known."""
    with Terminal(_reader(SEED), environment=environment) as terminal:
        terminal.wait_for("6 members")
        terminal.send(b"q")
        terminal.wait()


@pytest.mark.slow
def test_the_seed_shows_about_as_soon_as_in_a_bare_app(tmp_path: Path) -> None:
    """The medians of the rounds, wall time."""
    known, nowhere = _environment(tmp_path, ""), _environment(tmp_path, NOWHERE)
    bare = [sys.executable, "-m", "tests.benchmarks.bare_app", str(SEED)]
    starts = {
        "known": (_reader(SEED), known),
        "first": (_reader(SEED), nowhere),
        "unknown": (_reader(SEED), nowhere | {"FORCE_COLOR": "1"}),
        "bare": (bare, known),
    }
    if not HAS_LOOKS:
        del starts["first"]
    # Once for the files that Python compiles, and once for the look.
    for _ in range(2):
        _visit(known)
    first_text(bare, FIRST_WORDS, known)

    rounds = [
        {name: first_text(command, FIRST_WORDS, told).wall for name, (command, told) in turns}
        for turns in [starts.items()] * ROUNDS
    ]
    ratios = {
        name: median(each[name] / each["bare"] for each in rounds)
        for name in LIMITS
        if name in starts
    }
    for name in starts:
        ms = 1000 * median(each[name] for each in rounds)
        print(f"\nfirst text, {name}: {ms:.0f} ms, ratio {ratios.get(name, 1):.2f}", end="")

    assert not {name: ratio for name, ratio in ratios.items() if ratio > LIMITS[name]}


@pytest.mark.slow
@pytest.mark.parametrize("cache", ["", NOWHERE], ids=["known", "first"])
def test_a_large_file_shows_as_soon_as_a_small_one(tmp_path: Path, cache: str) -> None:
    """The medians of nine rounds over plain texts of three sizes, wall time."""
    environment = _environment(tmp_path, cache)
    paragraphs = SEED.read_text("utf-8") + "\n\n"
    for name, size in SIZES.items():
        (tmp_path / name).write_text(paragraphs * (size // len(paragraphs)), "utf-8")
    _visit(environment)

    rounds = [
        [first_text(_reader(tmp_path / name), FIRST_WORDS, environment).wall for name in SIZES]
        for _ in range(9)
    ]
    small, *large = (1000 * median(times) for times in zip(*rounds, strict=True))
    print(f"\nfirst text: {small:.0f} ms at 10 KB; {[f'{each:.0f} ms' for each in large]} above")

    assert max(large) <= GROWTH * small
