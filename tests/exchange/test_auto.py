"""The folder that follows each change: within two seconds, into one file, without harm."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from reader.article import Span
from reader.config import Settings
from reader.exchange.auto import Follower, Vault, bring_up_to_date, vault_of
from reader.exchange.format import FLAVOURS, ExportOptions, Flavour
from reader.session import Session
from tests.exchange.notes import document
from tests.ui.story import SEED

LIMIT = 2.0


@dataclass
class Followed:
    """A session and the folder that follows it."""

    session: Session
    folder: Path
    told: list[str]

    def waits_for(self, words: str) -> float:
        """The seconds until some file of the folder holds the words."""
        start = time.monotonic()
        while time.monotonic() < start + 3 * LIMIT:
            if any(words in path.read_text("utf-8") for path in self.folder.glob("*.md")):
                return time.monotonic() - start
            time.sleep(0.02)
        return float("inf")

    @property
    def file(self) -> Path:
        """The only file."""
        [path] = self.folder.glob("*.md")
        return path


@pytest.fixture
def followed(tmp_path: Path) -> Iterator[Followed]:
    """A real session on the seed article."""
    session, told = Session.open(str(SEED), tmp_path / "data"), list[str]()
    vault = Vault(tmp_path / "vault")
    session.follow(vault, told.append)
    yield Followed(session, vault.folder, told)
    session.close()


@pytest.mark.timed
def test_each_change_is_there_within_two_seconds(followed: Followed) -> None:
    """A note made, changed and deleted; no key waits for it."""
    start = time.monotonic()
    note = followed.session.annotate(Span(0, 20), body="Pertama.")
    taken = time.monotonic() - start
    waits = [followed.waits_for("Pertama.")]
    followed.session.edit(note.id, body="Kedua.")
    waits.append(followed.waits_for("Kedua."))
    followed.session.delete(note.id)
    waits.append(followed.waits_for("notes: 0"))

    assert taken < 0.3
    assert max(waits) < LIMIT
    assert "Kedua." not in followed.file.read_text("utf-8")


def test_what_its_owner_writes_and_renames_stays(followed: Followed) -> None:
    """The article's file is known by its head."""
    followed.session.annotate(Span(0, 20), body="Pertama.")
    followed.waits_for("Pertama.")
    mine = followed.folder / "mine.md"
    mine.write_text(f"{followed.file.read_text('utf-8')}\nMy own words.\n", "utf-8")
    next(path for path in followed.folder.glob("*.md") if path != mine).unlink()
    followed.session.annotate(Span(30, 50), body="Kedua.")
    followed.waits_for("Kedua.")

    assert followed.file == mine
    assert "My own words." in mine.read_text("utf-8")


def test_leaving_waits_for_the_last_change(followed: Followed) -> None:
    """Closing writes what was asked for."""
    followed.session.annotate(Span(0, 20), body="Pertama.")
    followed.session.close()

    assert "Pertama." in followed.file.read_text("utf-8")


@pytest.mark.timed
def test_what_stands_in_the_way_is_told_once(followed: Followed) -> None:
    """And again when it is gone; the notes are safe all the while."""
    followed.folder.write_text("no folder")
    for body in ("Pertama.", "Kedua."):
        followed.session.annotate(Span(0, 20), body=body)
        followed.session.close()
    followed.folder.unlink()
    followed.session.annotate(Span(0, 20), body="Ketiga.")
    followed.session.close()

    assert [bool(trouble) for trouble in followed.told] == [True, False]
    assert followed.waits_for("Ketiga.") < LIMIT


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_articles_of_one_title_have_files_of_their_own(tmp_path: Path, flavour: Flavour) -> None:
    """And a file of somebody else's is left alone."""
    vault = Vault(tmp_path, ExportOptions(flavour))
    (tmp_path / "T.md").write_text("# My diary\n")
    one = document([("First passage.", "One.", ())])
    for each in (one, replace(one, id="other"), one):
        bring_up_to_date(vault, each)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "T article.md",
        "T other.md",
        "T.md",
    ]
    assert (tmp_path / "T.md").read_text() == "# My diary\n"


def test_an_article_without_notes_gets_no_file(tmp_path: Path) -> None:
    """Nor even a folder."""
    bring_up_to_date(Vault(tmp_path / "vault"), document([]))

    assert list(tmp_path.iterdir()) == []


@pytest.mark.timed
def test_many_asks_are_few_deeds() -> None:
    """And never two at once."""
    running, most, done = [0], [0], threading.Semaphore(0)

    def deed() -> None:
        running[0] += 1
        most[0] = max(most[0], running[0])
        time.sleep(0.05)
        running[0] -= 1
        done.release()

    follower = Follower(deed, print)
    asks: Callable[[], None] = follower.ask
    for _ in range(100):
        asks()
        time.sleep(0.005)
    follower.flush()

    count = 0
    while done.acquire(blocking=False):
        count += 1
    assert 1 <= count <= 4 and most == [1]


def test_flush_waits_for_what_has_begun() -> None:
    """Or the program would be left in the middle of a write."""
    begun, may_end, done = threading.Event(), threading.Event(), list[int]()

    def deed() -> None:
        begun.set()
        assert may_end.wait(10)
        done.append(1)

    follower = Follower(deed, print)
    follower.ask()
    assert begun.wait(10)
    threading.Timer(0.1, may_end.set).start()
    follower.flush()

    assert done == [1]


def test_a_fault_of_any_kind_is_told() -> None:
    """And the next change is written all the same."""
    told, left = list[str](), [KeyError("note")]

    def deed() -> None:
        if left:
            raise left.pop()

    follower = Follower(deed, told.append)
    for _ in range(2):
        follower.ask()
        follower.flush()

    assert told == ["KeyError: 'note'", ""]


def test_the_settings_say_whether_and_where() -> None:
    """Nothing follows unless it was asked for."""
    export = {"folder": "~/notes", "flavour": "obsidian"}

    assert vault_of(Settings(export=export)) is None
    assert vault_of(Settings(export=export, auto_export=True)) == Vault(
        Path.home() / "notes", ExportOptions("obsidian")
    )
