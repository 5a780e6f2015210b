"""Terminal programs timed as a person sees them, by the yardstick beside the repository."""

import json
import os
import runpy
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
YARDSTICKS = ROOT.parent / "shared" / "bench" / "terminal"
FIRST_WORDS = "AWALDOKUMEN"


@dataclass(frozen=True, slots=True)
class Report:
    """What a run of a program came to."""

    first_ms: float
    """Wall time to the first words."""
    peak_mib: float
    """The most memory of the whole process tree."""
    steps: dict[str, dict[str, dict[str, float]]]
    """Each step's measures, each with median and p95."""

    def of(self, step: str, measure: str = "final_ms", figure: str = "median") -> float:
        """One figure of a step: `final_ms` (wall), `cpu_ms`, `lag_ms`."""
        return self.steps[step][measure][figure]


def document(path: Path, size: int) -> Path:
    """A plain text of that many bytes, or Markdown where the path ends so."""
    writer = runpy.run_path(str(YARDSTICKS / "gendocs.py"))["Writer"](size)
    make = writer.markdown if path.suffix == ".md" else writer.plain
    path.write_text(make(size), "utf-8")
    return path


def measure(command: list[str], keys: str, folder: Path, patience: float = 60) -> Report:
    """Run a command in a terminal of 120 by 40, in a home of its own, and press keys.

    Args:
        patience: the seconds in which the first words must be there.
    """
    folder.mkdir(exist_ok=True)
    homes = {name: str(folder / name) for name in ("HOME", "READER_DATA_DIR", "XDG_CACHE_HOME")}
    environment = {**os.environ, **homes, "PYTHONPATH": str(ROOT), "COLORTERM": "truecolor"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    out = folder / "report.json"
    harness = [sys.executable, str(YARDSTICKS / "ptybench.py"), "--until", FIRST_WORDS]
    options = ["--timeout", str(patience), "--keys", keys, "--out", str(out), "--", *command]
    subprocess.run([*harness, *options], env=environment, check=True)
    found = json.loads(out.read_text("utf-8"))
    first, peak = found["first_paint_ms"]["median"], found["peak_rss_mib"]["median"]
    return Report(first, peak, found.get("keys", {}))


def medians(reports: list[Report], measure: str) -> dict[str, float]:
    """The median of each step over several runs."""
    steps = reports[0].steps
    return {step: median(each.of(step, measure) for each in reports) for step in steps}


def reader(path: Path) -> list[str]:
    """The program itself."""
    return [sys.executable, "-m", "reader", str(path)]


def pane(path: Path) -> list[str]:
    """The article pane alone."""
    return [sys.executable, "-m", "tests.benchmarks.pane_app", str(path)]


def bare(path: Path) -> list[str]:
    """A Textual app with the text in a Static."""
    return [sys.executable, "-m", "tests.benchmarks.bare_app", str(path)]


def peer(widget: str, path: Path) -> list[str]:
    """One of Textual's own widgets: `textarea` or `markdown`."""
    return [sys.executable, "-m", "tests.benchmarks.peer_app", widget, str(path)]


def others(path: Path, markdown: Path) -> dict[str, list[str]]:
    """Other programs that show the files, as far as they are installed."""
    found = {"less": ["less", str(path)], "frogmouth": ["frogmouth", str(markdown)]}
    return {name: command for name, command in found.items() if shutil.which(command[0])}
