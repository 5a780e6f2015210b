"""The command that brings notes back from copies."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

SEED = ROOT / "seeds" / "000_e93b1a53fa8a29f7.txt"
DAY = "2026-01-02"


@pytest.fixture
def copy(run: Run, home: Path) -> Path:
    """A daily copy with one note, of an article that has two."""
    run("note", SEED, "--quote", "Rusia", "--body", "one")
    [notes] = home.rglob("notes/*.json")
    days = notes.parent / ".days" / notes.stem
    days.mkdir(parents=True, exist_ok=True)
    for each in days.iterdir():
        each.unlink()
    made = days / f"{DAY}.json"
    shutil.copy(notes, made)
    run("note", SEED, "--quote", "Armenia", "--body", "two")
    for each in days.iterdir():
        if each != made:
            each.unlink()
    return made


def _bodies(run: Run) -> list[str]:
    return sorted(each["body"] for each in json.loads(run("notes", "--format", "json").stdout))


def test_the_copies_are_listed(run: Run, copy: Path) -> None:
    """By article, day and number of notes; also for one article."""
    [listed] = json.loads(run("notes", "restore", "--format", "json").stdout)

    assert (listed["copy"], listed["notes"], listed["path"]) == (DAY, 1, str(copy))
    assert f"{DAY}  1 note" in run("notes", "restore", SEED).stdout


def test_without_copies_nothing_is_found(run: Run) -> None:
    """With its status, and one line."""
    done = run("notes", "restore")

    assert (done.returncode, len(done.stderr.splitlines())) == (4, 1)


def test_a_day_is_restored_and_what_it_lacks_stays(run: Run, copy: Path) -> None:
    """A spoilt note is as it was that day."""
    copy.write_bytes(copy.read_bytes().replace(b'"one"', b'"as it was"'))
    done = run("notes", "restore", SEED, DAY)

    assert done.stdout == f"1 note restored from {copy}\n"
    assert _bodies(run) == ["as it was", "two"]


def test_a_file_of_rescued_notes_is_taken_in(run: Run, copy: Path, home: Path) -> None:
    """The file itself says whose notes they are."""
    rescued = home / "reader-unsaved-1.json"
    rescued.write_bytes(copy.read_bytes().replace(b'"one"', b'"rescued"'))
    done = run("notes", "restore", rescued)

    assert done.returncode == 0
    assert _bodies(run) == ["rescued", "two"]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ((SEED, "2020-01-01"), 4),
        ((SEED, SEED), 1),
        ((SEED, DAY, DAY), 2),
        (("missing.txt",), 1),
    ],
)
def test_what_is_no_copy_changes_nothing(
    run: Run, copy: Path, words: tuple[str | Path, ...], status: int
) -> None:
    """One line says so."""
    done = run("notes", "restore", *words)

    assert (done.returncode, len(done.stderr.splitlines())) == (status, 1)
    assert copy.exists() and _bodies(run) == ["one", "two"]


def test_copies_are_found_by_the_id_of_an_article_that_the_library_lost(
    run: Run, home: Path, copy: Path
) -> None:
    """As the list of copies names it."""
    [library] = home.rglob("library.json")
    library.unlink()

    assert f"{DAY}  1 note" in run("notes", "restore", copy.parent.name).stdout
