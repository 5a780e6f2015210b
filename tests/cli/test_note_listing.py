"""The listings of notes and of the library as a person reads them."""

from pathlib import Path

import pytest

from reader.article import Span
from reader.cli.doctor import _terminal
from reader.cli.main import main
from reader.cli.printing import COLUMNS
from reader.loading.seeds import is_seed, seed_articles
from reader.notes.annotation import Motivation
from reader.session import Session

TEXTS = {"a.txt": "Peace came to the town.\n\nNobody knew why.", "b.txt": "Rain fell on all of it."}


def _listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--data-dir", str(folder / "data"), "notes"]) == 0
    return capsys.readouterr().out


def _made(folder: Path, name: str, motivation: Motivation, *tags: str) -> Path:
    path = folder / name
    path.write_text(TEXTS[name])
    session = Session.open(str(path), folder / "data")
    session.annotate(Span(0, 10), motivation=motivation, tags=tags)
    session.close()
    return path


def test_notes_stand_below_what_their_article_is_called(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each says what it is: a bookmark is no highlight."""
    _made(tmp_path, "a.txt", "bookmarking")
    _made(tmp_path, "a.txt", "questioning")
    _made(tmp_path, "b.txt", "highlighting")
    blocks = [block.split("\n") for block in _listed(tmp_path, capsys).rstrip().split("\n\n")]

    told = [block[-1].split(" · ")[0].strip() for block in blocks]
    first = told.index("Peace came to the town.")

    assert told[first : first + 3] == ["Peace came to the town.", "bookmark", "doubtful"]
    assert sorted(told[:first] + told[first + 3 :]) == ["Rain fell on all of it.", "highlight"]


def test_a_sample_article_is_called_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not by a path deep in the installation; its id opens it."""
    session = Session.open(str(seed_articles()[0]), tmp_path / "data")
    session.library.record(session.described, session.id)
    main(["--data-dir", str(tmp_path / "data"), "library"])

    assert f"sample article {session.id}" in capsys.readouterr().out
    assert not is_seed(str(tmp_path / "a.txt"))


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("NO_COLOR", "1", "greys alone (NO_COLOR)"),
        ("TERM", "dumb", "greys alone (TERM=dumb)"),
        ("TERM", "xterm", " colours, "),
    ],
)
def test_the_doctor_tells_what_the_terminal_gets(
    variable: str, value: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without colours it gets greys, which is what the screen library makes of them."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(variable, value)
    [found] = _terminal()

    assert told in found.detail


def test_a_lost_place_and_every_tag_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On as many lines as it takes."""
    tags = [f"a-tag-of-some-length-{number}" for number in range(9)]
    path = _made(tmp_path, "a.txt", "highlighting", *tags)
    path.write_text("Nothing of the kind stands here any more, whatever one looks for in it.")
    told = _listed(tmp_path, capsys)

    assert "highlight · place lost · " in told
    assert all(f"#{tag}" in told for tag in tags)
    assert max(map(len, told.splitlines())) <= COLUMNS
