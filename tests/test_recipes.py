"""The recipes of the README, tried with the programs that they are for."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.loading.web.server import running
from tests.recipes import is_real, path_with, recipe
from tests.ui.terminal import Terminal

pytestmark = pytest.mark.slow
REAL = is_real("newsboat")
FEED = """<rss version="2.0"><channel><title>News</title><link>https://x.org/</link>
<item><title>Six members</title><link>{url}</link>
<description>&lt;p&gt;The ministers met in the evening.&lt;/p&gt;</description></item>
</channel></rss>
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home, and a search path with all programs."""
    return {
        "HOME": str(tmp_path),
        "PATH": path_with(tmp_path / "bin"),
        "READER_DATA_DIR": str(tmp_path / "data"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }


@pytest.fixture
def site() -> Iterator[str]:
    """A page on the loopback address."""
    with running() as url:
        yield url


def test_a_page_comes_through_a_pipe(site: str, environment: dict[str, str]) -> None:
    """As `curl` fetches it; keys come from the terminal."""
    [command] = [line for line in recipe("recipes") if line.startswith("curl")]
    command = command.replace("https://example.org/news", f"{site}/page")

    with Terminal(["sh", "-c", command], environment=environment) as terminal:
        terminal.wait_for("Collective Security")
        terminal.wait_for("as of")
        terminal.send(b"q")

        assert terminal.wait() == 0


def test_it_is_the_pager_of_git(tmp_path: Path, environment: dict[str, str]) -> None:
    """Markdown on standard input is known by what it holds."""
    folder = tmp_path / "clone"
    folder.mkdir()
    (folder / "README.md").write_text("# Heading of it\n\nSome *text* and `code`.\n")
    if is_real("git"):
        identity = ["-c", "user.name=x", "-c", "user.email=x@x.org"]
        for deed in (["init", "-q"], ["add", "."], [*identity, "commit", "-qm", "x"]):
            subprocess.run(["git", *deed], cwd=folder, check=True, env=os.environ | environment)
    [command] = [line for line in recipe("recipes") if "PAGER" in line]

    with Terminal(["sh", "-c", command], environment=environment, folder=folder) as terminal:
        terminal.wait_for("Some text and code.")
        terminal.wait_for("Heading of it")
        terminal.send(b"q")

        assert terminal.wait() == 0


def test_newsboat_opens_pages_and_articles(
    site: str, tmp_path: Path, environment: dict[str, str]
) -> None:
    """Its browser is the page, its pager the text; both are one article in the library."""
    (tmp_path / "feed.xml").write_text(FEED.format(url=f"{site}/page"))
    (tmp_path / "urls").write_text(f"file://{tmp_path}/feed.xml\n")
    (tmp_path / "newsboat").write_text("\n".join(recipe("newsboat")) + "\n")
    options = ["-u", "urls", "-C", "newsboat", *(["-c", "cache.db", "-r"] if REAL else [])]

    with Terminal(["newsboat", *options], environment=environment, folder=tmp_path) as terminal:
        terminal.wait_for("News")
        if REAL:
            terminal.send(b"\r")
            terminal.wait_for("Six members")
        terminal.send(b"o" if REAL else b"o\r")
        terminal.wait_for("Collective Security")
        _leave(terminal)
        terminal.send(b"\r")
        terminal.wait_for("The ministers met in the evening.")
        _leave(terminal)
    library = subprocess.run(
        ["reader", "library", "--format", "json"],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )

    [entry] = json.loads(library.stdout)
    assert (entry["title"], entry["url"]) == ("Six members", f"{site}/page")


def _leave(terminal: Terminal) -> None:
    terminal.wait_for("as of")
    terminal.rest()
    terminal.send(b"q")
    terminal.wait_for("newsboat")
