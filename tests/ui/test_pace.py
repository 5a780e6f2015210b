"""What works in the background gives way to keys, for a moment."""

import time
from itertools import pairwise
from pathlib import Path
from threading import Event, Thread

import pytest

from reader.ui.pace import Pace
from reader.ui.pane.pane import ArticlePane
from tests.ui.story import SEED, Reader, play

pytestmark = pytest.mark.timed


def test_a_worker_waits_until_the_key_is_done() -> None:
    """It goes on at once when it may."""
    pace, gone_on = Pace(), Event()
    pace.hold()

    def work() -> None:
        pace.rest()
        gone_on.set()

    worker = Thread(target=work)
    worker.start()

    assert not gone_on.wait(0.03)
    pace.let_go()
    assert gone_on.wait(0.03)
    worker.join()


def test_a_key_that_waits_for_the_worker_itself_holds_it_up_for_a_moment_only() -> None:
    """Held and never let go, and the next rests take no time."""
    pace = Pace()
    pace.hold()
    times = [time.monotonic()]
    for _ in range(3):
        pace.rest()
        times.append(time.monotonic())
    first, *others = [after - before for before, after in pairwise(times)]

    assert 0.05 < first < 0.5
    assert max(others) < 0.03


def test_workers_wait_from_the_press_of_a_key_until_it_is_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The end of the article, for one key."""
    told: list[str] = []
    for kind, name in ((Pace, "hold"), (ArticlePane, "end"), (ArticlePane, "render_lines")):
        _tell(monkeypatch, kind, name, told)
    _tell(monkeypatch, Pace, "let_go", told)

    async def story(reader: Reader) -> None:
        told.clear()
        await reader.press("end")

    play(story, tmp_path, size=(80, 16))

    assert [name for name in told if name != "render_lines"] == ["hold", "end", "let_go"]
    assert told[2:-1] and set(told[2:-1]) == {"render_lines"}


def _tell(patch: pytest.MonkeyPatch, kind: type, name: str, told: list[str]) -> None:
    deed = getattr(kind, name)

    def telling(*given: object) -> object:
        told.append(name)
        return deed(*given)

    patch.setattr(kind, name, telling)


def test_all_that_is_worked_out_of_an_article_goes_at_that_pace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its text, its names and its claims, each with many rests."""
    told: list[str] = []
    _tell(monkeypatch, Pace, "rest", told)
    # What was found before would only be read.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    source, rests = tmp_path / "long.txt", dict[str, int]()
    source.write_text(f"{SEED.read_text('utf-8')}\n\n" * 150, "utf-8")

    async def story(reader: Reader) -> None:
        await reader.pilot.app.workers.wait_for_complete()
        session = reader.screen.session
        rests["all"] = len(told)
        told.clear()
        session.claims()
        rests["claims"] = len(told)

    play(story, tmp_path, source=source)

    assert rests["claims"] > 20
    assert rests["all"] > rests["claims"] + 50
