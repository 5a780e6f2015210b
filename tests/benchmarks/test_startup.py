"""Start-up: the reader beside a bare Textual app that shows the same text, in pairs."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.first_text import first_text
from tests.ui.terminal import Terminal

pytestmark = pytest.mark.timed

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"
FIRST_WORDS = "PERSPEKTIF"
PAIRS = 10
LIMIT = 1.1
"""Our time over the bare app's, where the look of the terminal is known from an earlier start."""
LIMIT_AT_FIRST = 1.5
"""The same on the very first start, which has the application draw its own first screen."""
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
@pytest.mark.parametrize(
    ("cache", "limit"), [("", LIMIT), ("/dev/null/nowhere", LIMIT_AT_FIRST)], ids=["known", "first"]
)
def test_the_seed_shows_about_as_soon_as_in_a_bare_app(
    tmp_path: Path, cache: str, limit: float
) -> None:
    """The median of ten pairs of starts, wall time."""
    environment = _environment(tmp_path, cache)
    ours = _reader(SEED)
    bare = [sys.executable, "-m", "tests.benchmarks.bare_app", str(SEED)]
    _visit(environment)
    first_text(bare, FIRST_WORDS, environment)

    pairs = [
        (first_text(ours, FIRST_WORDS, environment), first_text(bare, FIRST_WORDS, environment))
        for _ in range(PAIRS)
    ]
    wall = median(a.wall / b.wall for a, b in pairs)
    ours_ms, bare_ms = (1000 * median(pair[side].wall for pair in pairs) for side in (0, 1))
    print(f"\nfirst text: reader {ours_ms:.0f} ms, bare app {bare_ms:.0f} ms, ratio {wall:.2f}")

    assert wall <= limit


@pytest.mark.slow
@pytest.mark.parametrize("cache", ["", "/dev/null/nowhere"], ids=["known", "first"])
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
