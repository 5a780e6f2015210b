"""How long the record of states takes to open: the index, every file, the panel of an article."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import pytest

from reader.entities.recogniser import recognise
from reader.loading.open import open_article
from reader.states import registry
from reader.states.panel import rosters_named
from reader.states.registry import known, shipped_dir
from reader.states.schema import parse

pytestmark = pytest.mark.timed

SEED = next((Path(__file__).parents[2] / "seeds").glob("000_*.txt"))


def milliseconds(work: Callable[[], object]) -> float:
    """The median of seven runs, in time of the processor; other programs do not count."""
    times = []
    for _ in range(7):
        start = process_time()
        work()
        times.append(1000 * (process_time() - start))
    return median(times)


@pytest.mark.slow
def test_the_names_of_all_organisations_are_known_in_five_milliseconds() -> None:
    """The index alone is read at start-up."""
    assert milliseconds(known) <= 5


@pytest.mark.slow
def test_all_organisations_validate_in_a_second() -> None:
    """Every file, read anew."""
    texts = [(path.read_text("utf-8"), str(path)) for path in shipped_dir().glob("*.toml")]

    assert milliseconds(lambda: [parse(text, file) for text, file in texts]) < 1000


@pytest.mark.slow
def test_the_panel_of_the_first_article_opens_in_a_frame() -> None:
    """Once the mentions are known, with the files of its organisations still unread."""
    seen = recognise(open_article(str(SEED)), "2024-06-25")

    def opened() -> None:
        registry._parsed.cache_clear()
        rosters_named(seen, "2024-06-25", "id")

    assert milliseconds(opened) < 16
