"""The note file and its copies: what damage, older forms and other programs do to them."""

import json
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from tinydb import TinyDB

from reader.notes.doctor import articles
from reader.notes.document import Document
from reader.notes.layout import decoded, encoded
from reader.notes.recovery import empty
from reader.notes.shelf import note_files
from reader.notes.store import ArticleStore

NOTES: list[Document] = [
    {"id": f"n{number}", "body": f"text {number}", "rev": 1} for number in range(6)
]


@pytest.fixture
def store(tmp_path: Path) -> ArticleStore:
    """Six notes on the disk."""
    made = ArticleStore(tmp_path, "article")
    made.save(NOTES)
    return made


def _afresh(store: ArticleStore) -> dict[str, Document]:
    return ArticleStore(store.shelf.folder, "article").load()


def _bodies(notes: dict[str, Document]) -> list[str]:
    return sorted(note["body"] for note in notes.values())


BODIES = sorted(note["body"] for note in NOTES)


@pytest.mark.parametrize("part", ["main", "mirror"])
def test_a_file_cut_off_anywhere_loses_no_note(store: ArticleStore, part: str) -> None:
    """The other copy has them."""
    path = store.shelf.main if part == "main" else store.shelf.mirror
    whole = path.read_bytes()
    for length in range(0, len(whole), 41):
        path.write_bytes(whole[:length])
        assert _bodies(_afresh(store)) == BODIES


def test_whole_lines_of_two_damaged_copies_are_saved(store: ArticleStore) -> None:
    """A note is lost only where both its lines are."""
    lines = store.shelf.main.read_bytes().split(b"\n")
    first, *_, last = (number for number, line in enumerate(lines) if b'"body"' in line)
    for path, number in ((store.shelf.main, first), (store.shelf.mirror, last)):
        path.write_bytes(b"\n".join([*lines[:number], lines[number][:20], *lines[number + 1 :]]))

    assert _bodies(_afresh(store)) == BODIES


def test_what_was_damaged_is_kept_aside_and_mended_once(store: ArticleStore) -> None:
    """And the user is told once."""
    store.shelf.main.write_bytes(b"damaged")
    again = ArticleStore(store.shelf.folder, "article")
    again.load()
    assert again.needs_mending
    again.save([])

    assert [path.read_bytes() for path in store.shelf.aside.iterdir()] == [b"damaged"]
    assert (len(again.notices()), again.notices(), again.needs_mending) == (1, [], False)
    assert store.shelf.main.read_bytes() == store.shelf.mirror.read_bytes()


def test_a_file_without_a_header_gets_one_and_is_kept_as_it_was(tmp_path: Path) -> None:
    """As stock TinyDB leaves it."""
    path = tmp_path / "article.json"
    TinyDB(path).insert({"id": "n0", "body": "by another program"})
    old = path.read_bytes()
    store = ArticleStore(tmp_path, "article")
    store.save(NOTES[1:2])

    assert _bodies(_afresh(store)) == ["by another program", "text 1"]
    assert decoded(path.read_bytes()).schema == 1
    assert old in [each.read_bytes() for each in tmp_path.glob(".*/**/*.json")]


def test_other_tables_and_rows_without_an_id_survive(store: ArticleStore) -> None:
    """They are someone's."""
    tables = json.loads(store.shelf.main.read_bytes())
    tables["theirs"] = {"1": {"a": 1}}
    tables["_default"]["7"] = {"no": "id"}
    for path in (store.shelf.main, store.shelf.mirror):
        path.write_text(json.dumps(tables))
    ArticleStore(store.shelf.folder, "article").save([{"id": "new", "body": "new", "rev": 1}])
    kept = json.loads(store.shelf.main.read_bytes())

    assert (kept["theirs"], kept["_default"]["7"]) == ({"1": {"a": 1}}, {"no": "id"})
    assert _bodies(_afresh(store)) == sorted([*BODIES, "new"])


def test_a_copy_of_a_sync_program_goes_aside_once_it_is_folded_in(store: ArticleStore) -> None:
    """Whatever the program calls it."""
    folder = store.shelf.folder
    names = (
        "article.sync-conflict-20261124-101010-ABCDEFG.json",
        "article (conflicted copy 2026-11-24).json",
    )
    for number, name in enumerate(names):
        contents = decoded(store.shelf.main.read_bytes())
        contents.notes[str(number + 1)] = {"id": name, "body": f"from {number}", "rev": 1}
        (folder / name).write_bytes(encoded(contents))
    again = ArticleStore(folder, "article")
    again.mend()

    assert _bodies(_afresh(store)) == sorted([*BODIES, "from 0", "from 1"])
    assert sorted(path.name for path in store.shelf.aside.iterdir()) == sorted(names)
    assert [path.name for path in folder.glob("article*")] == ["article.json"]


@pytest.mark.parametrize(
    "tail", [" 2", " (1)", "-DESKTOP-7A", ".conflict1", "_conf(jane)", " (Jane's conflicted copy)"]
)
def test_a_copy_is_known_by_the_id_in_its_name(tmp_path: Path, tail: str) -> None:
    """It is no article of its own, whatever a program put behind the id."""
    article = "0123456789abcdef"
    for number, name in enumerate((article, article + tail)):
        contents = empty(article)
        contents.notes[str(number)] = {"id": f"{number}", "body": f"from {number}"}
        (tmp_path / f"{name}.json").write_bytes(encoded(contents))

    assert articles(tmp_path) == [article]
    assert [name for name, _ in note_files(tmp_path)] == [article]
    assert ArticleStore(tmp_path, article).mend().keys() == {"0", "1"}
    assert [path.name for path in tmp_path.glob("*.json")] == [f"{article}.json"]


def test_threads_that_write_at_once_lose_no_note(tmp_path: Path) -> None:
    """Each with a store of its own."""

    def write(name: str) -> None:
        store = ArticleStore(tmp_path, "article")
        for number in range(15):
            store.save([{"id": f"{name}{number}", "body": "", "rev": 1}])

    threads = [Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(ArticleStore(tmp_path, "article").load()) == 60


FULL = """
import resource, signal, sys
from pathlib import Path
from reader.notes.store import ArticleStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
store = ArticleStore(Path(sys.argv[1]), "article")
store.load()
try:
    store.save([{"id": "big", "body": "x" * 100_000, "rev": 1}])
except OSError:
    sys.exit(7)
"""


def test_a_write_that_is_refused_leaves_the_file_as_it_was(store: ArticleStore) -> None:
    """And no scratch file."""
    before = store.shelf.main.read_bytes()
    command = [sys.executable, "-c", FULL, str(store.shelf.folder), "20000"]
    done = subprocess.run(command, check=False)

    assert done.returncode == 7
    assert store.shelf.main.read_bytes() == before and _bodies(_afresh(store)) == BODIES
    assert list(store.shelf.folder.rglob("*.tmp")) == []


@pytest.mark.parametrize("name", ["", ".hidden", "a/b", "../a"])
def test_an_article_cannot_be_named_out_of_its_folder(tmp_path: Path, name: str) -> None:
    """Ids come from files of others, too."""
    with pytest.raises(ValueError, match="id cannot be"):
        ArticleStore(tmp_path, name)


def test_the_same_notes_are_the_same_bytes(store: ArticleStore, tmp_path: Path) -> None:
    """In whatever order they were made, so that two devices agree to the byte."""
    other = ArticleStore(tmp_path / "other", "article")
    for note in reversed(NOTES):
        other.save([note])

    assert other.shelf.main.read_bytes() == store.shelf.main.read_bytes()
