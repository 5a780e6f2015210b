"""The crash yardstick: kills, power cuts, faults, damage and many writers lose no note."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
YARDSTICK = ROOT.parent / "shared" / "bench" / "storage" / "crash.py"

pytestmark = pytest.mark.skipif(
    not YARDSTICK.exists(), reason="the yardstick is not beside the project"
)


def _run(folder: Path, store: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(YARDSTICK), *arguments, "--tmp", str(folder)]
    command += ["--store", f"tests.notes.crashing:{store}"]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("kill", "--runs", "15"),
        ("damage",),
        ("text",),
        ("links",),
        pytest.param(("kill", "--runs", "150"), marks=pytest.mark.slow),
        pytest.param(("writers",), marks=pytest.mark.slow),
        pytest.param(("power",), marks=pytest.mark.slow),
        pytest.param(("readonly",), marks=pytest.mark.slow),
        pytest.param(("enospc",), marks=pytest.mark.slow),
    ],
    ids=" ".join,
)
def test_no_note_is_lost(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Nor unreadable, nor gone without a word."""
    done = _run(tmp_path, "Store", *arguments)
    print(done.stdout)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("mode", ["points", "inject"])
def test_no_system_call_is_a_bad_moment(tmp_path: Path, mode: str) -> None:
    """To be killed at, or to be told that the disk is full or broken."""
    done = _run(tmp_path, "Store", mode)
    print(done.stdout)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    ("store", "arguments"),
    [
        ("WithoutLock", ("writers",)),
        ("WithoutSync", ("power",)),
        ("WithoutFolderSync", ("power", "--few", "20")),
        ("WithoutMirror", ("damage",)),
        ("InPlace", ("kill", "--runs", "40")),
    ],
)
def test_a_store_that_lacks_a_safeguard_is_caught(
    tmp_path: Path, store: str, arguments: tuple[str, ...]
) -> None:
    """Or else the yardstick would prove nothing."""
    done = _run(tmp_path, store, *arguments)

    assert done.returncode == 1, done.stdout + done.stderr
