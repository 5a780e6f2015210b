"""Pages on the command line: fetched, told of, and opened from their kept copies."""

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from tests.loading.web.server import running
from tests.ui.terminal import Terminal


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a running server."""
    with running() as address:
        yield address


def test_without_the_network_a_page_comes_from_its_kept_copy(run: Run) -> None:
    """The server is gone, and is not even asked."""
    with running() as address:
        fetched = run("text", f"{address}/page")
    kept = run("--no-network", "text", f"{address}/page")

    assert (kept.returncode, kept.stdout, kept.stderr) == (0, fetched.stdout, "")
    assert "joint statement" in kept.stdout


def test_a_kept_copy_that_stands_in_for_the_page_is_told(run: Run, home: Path) -> None:
    """With its day, on standard error; the text is as it was."""
    with running() as address:
        fetched = run("text", f"{address}/page")
    [copy] = (home / ".cache" / "reader" / "pages").iterdir()
    os.utime(copy, (0, datetime(2026, 3, 1, 12).timestamp()))
    kept = run("text", f"{address}/page")
    told = f"reader: {address}/page: cannot be fetched now; this is the kept copy of 2026-03-01\n"

    assert (fetched.stderr, kept.returncode, kept.stdout) == ("", 0, fetched.stdout)
    assert kept.stderr == told


@pytest.mark.parametrize("command", ["open", "text", "entities", "states", "export"])
def test_a_page_that_was_never_read_is_one_line(run: Run, site: str, command: str) -> None:
    """Every command says the same, and why."""
    done = run(command, f"{site}/page", "--no-network")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"reader: {site}/page: was not read before, and the network is not to be used\n"
    )


def test_the_settings_can_say_so_too(run: Run, site: str, home: Path) -> None:
    """`network = false` is as good as the option."""
    settings = home / ".config" / "reader" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("network = false\n")

    assert run("text", f"{site}/page").returncode == 1
    assert "network = false" in run("config", "show").stdout


def test_a_terminal_is_told_how_much_has_come(site: str, tmp_path: Path) -> None:
    """On standard error, and the line is wiped; ctrl+c ends the fetching."""
    command = [sys.executable, "-m", "reader", "text", f"{site}/drip"]
    environment = {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path)}
    with Terminal(command, environment=environment) as terminal:
        terminal.wait_for("fetching: ")
        terminal.send(b"\x03")
        status = terminal.wait()

        assert (status, terminal.raw.endswith(b"\x1b[K")) == (130, True)
