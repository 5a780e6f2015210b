"""The sync command against a server of the same API on this machine."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT
from tests.exchange.sync.server import TOKEN, Store, running

PAGE = """<html lang="id"><head><title>Enam negara</title>
<link rel="canonical" href="https://example.org/csto"></head><body><article><h1>Enam negara</h1>
<p>CSTO kini beranggotakan enam negara, kata Sekretaris Jenderal di Astana pada hari Kamis.</p>
<p>Negara anggota sepakat tentang keamanan bersama di kawasan Asia Tengah tahun ini.</p>
</article></body></html>"""
URL = "https://example.org/csto"


@pytest.fixture
def store() -> Iterator[Store]:
    """A running server."""
    with running() as server:
        yield server


def call(home: Path, *arguments: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run `reader` in a home of its own."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=home,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(ROOT), **more},
        timeout=60,
        check=False,
    )


def test_notes_go_there_and_come_here_and_rest(tmp_path: Path, store: Store) -> None:
    """The server and its settings are those of the file; the token is in the environment."""
    (tmp_path / "page.html").write_text(PAGE)
    settings = tmp_path / ".config/reader/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[hypothesis]\nserver = "{store.url}"\n')
    token = {"READER_HYPOTHESIS_TOKEN": TOKEN}
    call(tmp_path, "note", "page.html", "--quote", "enam negara", "--body", "Benar?")
    store.put(URL, "Di mana?", "Astana")
    store.put("https://example.org/other", "Lain.", "x")
    first = call(tmp_path, "sync", "hypothesis", **token)
    second = call(tmp_path, "sync", "hypothesis", "--format", "json", **token)

    assert first.stdout.startswith("1 added here, 0 changed here, 0 removed here, 1 added there")
    assert first.stderr == "reader: 1 not in the library\n"
    assert json.loads(second.stdout)["kept"] == 2
    notes = json.loads(call(tmp_path, "notes", "--format", "json").stdout)
    assert {(note["exact"], note["status"]) for note in notes} == {
        ("enam negara", "ok"),
        ("Astana", "ok"),
    }
    assert {row["text"] for row in store.live()} == {"Benar?", "Di mana?", "Lain."}
    assert TOKEN not in "".join(p.read_text("latin-1") for p in tmp_path.rglob("*") if p.is_file())


def test_pages_that_are_not_in_the_library_come_on_request(tmp_path: Path, store: Store) -> None:
    """They are not fetched; their notes wait for them."""
    store.put(URL, "Di mana?", "Astana", document={"title": ["Enam negara"]})
    arguments = ("sync", "hypothesis", "--server", store.url, "--all")
    done = call(tmp_path, *arguments, READER_HYPOTHESIS_TOKEN=TOKEN)
    [note] = json.loads(call(tmp_path, "notes", "--format", "json").stdout)

    assert done.stdout.startswith("1 added here")
    assert (note["exact"], note["status"]) == ("Astana", "orphan")


def test_the_token_may_be_in_the_keyring(tmp_path: Path, store: Store) -> None:
    """Kept there for the server's address."""
    pytest.importorskip("keyring")
    (tmp_path / "ring.py").write_text(
        "from keyring.backend import KeyringBackend\n"
        "class Ring(KeyringBackend):\n"
        "    priority = 1\n"
        "    def get_password(self, service, name):\n"
        f"        is_ours = (service, name) == ('article-reader', {store.url!r})\n"
        f"        return {TOKEN!r} if is_ours else None\n"
        "    set_password = delete_password = get_password\n"
    )
    ring = {"PYTHON_KEYRING_BACKEND": "ring.Ring", "PYTHONPATH": f"{ROOT}:{tmp_path}"}
    done = call(tmp_path, "sync", "hypothesis", "--server", store.url, **ring)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("server", "token", "words"),
    [
        ("", "wrong", "does not accept the token"),
        ("", "", "no token for"),
        ("http://example.org/api", TOKEN, "use https"),
        pytest.param("http://127.0.0.1:1/api", TOKEN, "cannot be reached", marks=pytest.mark.slow),
        ("nothing", TOKEN, "nothing"),
    ],
)
def test_what_stands_in_the_way_is_one_line(
    tmp_path: Path, store: Store, server: str, token: str, words: str
) -> None:
    """With the usual status."""
    arguments = ("sync", "hypothesis", "--server", server or store.url)
    done = call(
        tmp_path,
        *arguments,
        READER_HYPOTHESIS_TOKEN=token,
        PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring",
    )

    assert (done.returncode, len(done.stderr.splitlines()), words in done.stderr) == (1, 1, True)
