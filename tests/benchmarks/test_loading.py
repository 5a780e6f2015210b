"""Loading: the first page of a long file, memory, canonical text, a web page, a large library."""

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import process_time

import pytest

from reader.loading.canonical import canonical
from tests.loading.pages import PAGES

pytestmark = pytest.mark.timed

SENTENCE = "The alliance met in Brussels and its “members” agreed on a common line – at last. "
RUNS = 7


def written(folder: Path, name: str, size: int) -> Path:
    """A file of about `size` bytes, paragraph by paragraph."""
    path = folder / name
    paragraph = f"{SENTENCE * 6}\n\n"
    path.write_text(paragraph * (size // len(paragraph.encode()) + 1))
    return path


def probed(deed: str, source: Path) -> dict[str, float]:
    """What a process took for one deed."""
    command = [sys.executable, "-m", "tests.benchmarks.loading_probe", deed, str(source)]
    found: dict[str, float] = json.loads(subprocess.check_output(command))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_the_first_page_of_a_long_file_costs_what_a_short_file_costs(
    tmp_path: Path, suffix: str
) -> None:
    """A preview of 50 MB beside a file as long as the preview, opened whole."""
    long = written(tmp_path, f"long{suffix}", 50_000_000)
    short = written(tmp_path, f"short{suffix}", 65_536)
    pairs = [(probed("preview", long), probed("open", short)) for _ in range(RUNS)]
    ratio = median(a["cpu"] / b["cpu"] for a, b in pairs)
    print(f"\npreview of 50 MB{suffix}: {1000 * median(a['cpu'] for a, _ in pairs):.1f} ms")

    assert ratio <= 1.5


@pytest.mark.slow
@pytest.mark.parametrize(("suffix", "limit"), [(".txt", 3.5), (".md", 8.0)])
def test_ten_megabytes_take_little_memory(tmp_path: Path, suffix: str, limit: float) -> None:
    """The peak above that of a process that opens nothing, as a multiple of the file."""
    path = written(tmp_path, f"long{suffix}", 10_000_000)
    bare = probed("nothing", path)["peak"]
    above = median(probed("open", path)["peak"] for _ in range(3)) - bare
    print(f"\n10 MB{suffix}: {above:.0f} MiB above {bare:.0f} MiB")

    assert above <= limit * 10


@pytest.mark.slow
def test_canonical_text_is_quick() -> None:
    """At least 30 MB of clean text a second."""
    for text in ("Clean text in ASCII only, line by line.\n" * 250_000, SENTENCE * 120_000):
        start = process_time()
        canonical(text)
        speed = len(text.encode()) / 1e6 / (process_time() - start)
        print(f"\ncanonical: {speed:.0f} MB/s")

        assert speed >= 30


@pytest.mark.slow
def test_a_web_page_of_200_kb_is_read_in_half_a_second(tmp_path: Path) -> None:
    """With the import of trafilatura; the best of some runs."""
    _, page = PAGES["bbc-en"]
    start, end = page.index("<div data-component"), page.index("</article>")
    times = 200_000 // (end - start)
    path = tmp_path / "page.html"
    path.write_text(page[:start] + page[start:end] * times + page[end:])
    took = min(probed("open", path)["cpu"] for _ in range(RUNS))
    print(f"\nweb page of {path.stat().st_size >> 10} KB: {1000 * took:.0f} ms CPU")

    assert took <= 0.5
