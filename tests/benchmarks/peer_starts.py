"""The first text of a Markdown file of any size: the reader, and Textual's Markdown and TextArea.

Run as `python -m tests.benchmarks.peer_starts [--size BYTES] [--times N]`. Textual's Markdown
mounts a widget a block: 1 MB took it 16 s of processor time (57 s on a busy machine) and 366 MiB
where the reader took 0.3 s and 33 MiB, which is too long for the tests.
"""

import argparse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.harness import Report, document, measure, peer, reader

PATIENCE = 600
"""Seconds that a start may take."""


def main() -> None:
    """Measure in rounds that take turns, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, help="bytes of Markdown")
    parser.add_argument("--times", type=int, default=1, help="rounds")
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = document(folder / "article.md", given.size)
        commands = {"reader": reader(path)}
        commands |= {widget: peer(widget, path) for widget in ("textarea", "markdown")}
        found: dict[str, list[Report]] = {each: [] for each in commands}
        for _ in range(given.times):
            for each, command in commands.items():
                found[each].append(measure(command, "", folder, PATIENCE))
    for each, reports in found.items():
        first = median(report.first_ms for report in reports)
        peak = median(report.peak_mib for report in reports)
        print(f"{each:9} first text {first:8.0f} ms, peak {peak:4.0f} MiB")


if __name__ == "__main__":
    main()
