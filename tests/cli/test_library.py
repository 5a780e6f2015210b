"""The library on the command line."""

import json
from pathlib import Path

import pytest

from reader.loading.seeds import seed_articles
from tests.cli.conftest import ROOT, Run

SEEDS = ROOT / "seeds"
COUNT = len(seed_articles())


@pytest.fixture
def watched(run: Run) -> Run:
    """Runs with the folder of the samples in the library."""
    done = run("library", "--watch", SEEDS)
    assert done.stdout == f"{COUNT} articles added from {SEEDS}\n"
    return run


def test_articles_that_name_a_state_are_told_with_how_often(watched: Run) -> None:
    """As JSON, and as text with the numbers in words."""
    [told] = json.loads(watched("library", "--state", "AM", "--format", "json").stdout)
    text = watched("library", "--organisation", "csto", "state:armenia").stdout

    assert (told["published"], Path(told["source"]).name) == (
        "2024-06-25",
        "000_e93b1a53fa8a29f7.txt",
    )
    assert told["mentions"] > 0 and f"sample article {told['id']}\n" in text


def test_articles_are_counted_over_time(watched: Run) -> None:
    """In order, by month or year."""
    rows = json.loads(watched("library", "--by", "year", "--format", "json").stdout)
    months = watched("library", "--state", "AM", "--by", "month").stdout.split()

    assert rows == sorted(rows, key=lambda row: str(row["period"]))
    assert sum(row["articles"] for row in rows) == COUNT
    assert months[:3] == ["2024-06", "1", "article"]


def test_an_article_is_removed_and_a_folder_let_go_of(watched: Run) -> None:
    """What is not there is a clear line with its status."""
    rows = json.loads(watched("library", "--sort", "title", "--format", "json").stdout)
    removed = watched("library", "--remove", rows[0]["id"])
    left = json.loads(watched("library", "--format", "json").stdout)
    gone = watched("library", "--unwatch", SEEDS), watched("library", "--unwatch", SEEDS)

    assert (removed.returncode, len(left)) == (0, len(rows) - 1)
    assert [done.returncode for done in gone] == [0, 4]
    assert gone[1].stderr == f"reader: {SEEDS}: is not watched\n"


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--watch", "/nowhere/at/all"], 1, "reader: /nowhere/at/all: is no folder\n"),
        (["--remove", "odd"], 4, "reader: there is no article 'odd' in the library\n"),
        (["--state", "AM"], 4, "reader: no such article in the library\n"),
        ([], 4, "reader: the library is empty\n"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    run: Run, arguments: list[str], status: int, told: str
) -> None:
    """With the status that the help tells of."""
    done = run("library", *arguments)

    assert (done.returncode, done.stdout, done.stderr) == (status, "", told)
