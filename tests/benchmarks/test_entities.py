"""How well and how quickly entities are recognised, on the gold sets beside the repository."""

import gzip
import importlib.util
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from reader.article import Span
from reader.entities.recogniser import recognise
from tests.benchmarks.entities_tool import AS_OF, article, spans

ROOT = Path(__file__).parent.parent.parent
YARDSTICK = ROOT.parent / "shared" / "bench" / "entities"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not YARDSTICK.is_dir(), reason="the entity yardstick is not here"),
]


@pytest.fixture(scope="module")
def yardstick() -> ModuleType:
    """The yardstick's own scoring."""
    spec = importlib.util.spec_from_file_location("evaluate", YARDSTICK / "evaluate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(name: str) -> list[dict[str, str]]:
    """The records of a gold set."""
    with gzip.open(YARDSTICK / "data" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@pytest.mark.parametrize(
    ("name", "strict", "states"),
    [
        ("id-nergrit-dev", 0.68, 0.95),
        ("id-idner-dev", 0.73, 0.0),
        ("en-re3d-train", 0.31, 0.0),
        ("en-wnut17-train", 0.36, 0.83),
    ],
)
def test_text_that_was_not_trained_on_is_scored(
    yardstick: ModuleType, name: str, strict: float, states: float
) -> None:
    """Strict F1 of all kinds and of states stay where they are; idner and re3d label few states."""
    gold = records(name)
    found = [yardstick.normalise(spans(each["text"], each["lang"])) for each in gold]
    scores = yardstick.score(gold, found, yardstick.scored_types(name))
    print(name, {kind: round(score.prf()["f1"], 3) for kind, score in scores.items()})

    assert scores["strict"].prf()["f1"] >= strict
    assert scores["country"].prf()["f1"] >= states


def news(size: int) -> str:
    """Indonesian news of about that many characters."""
    text = "\n\n".join(record["text"] for record in records("id-idner-train"))
    return (f"{text}\n\n" * (size // len(text) + 1))[:size]


def seconds(text: str) -> float:
    """Processor seconds to recognise a text: the median of three runs."""
    whole = article(text, "id")
    runs = []
    for _ in range(3):
        before = time.process_time()
        recognise(whole, AS_OF)
        runs.append(time.process_time() - before)
    return statistics.median(runs)


@pytest.mark.timed
def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    """Linear, and about a megabyte a processor second."""
    seconds(news(100_000))
    one, ten = seconds(news(300_000)), seconds(news(3_000_000))
    print(f"{0.3 / one:.2f} and {3 / ten:.2f} MB/s")

    assert ten <= 13 * one


@pytest.mark.timed
def test_the_visible_part_of_a_large_article_is_recognised_at_once() -> None:
    """A screenful in the middle of ten megabytes."""
    whole = article(news(10_000_000), "id")
    recognise(article("Rusia.", "id"), AS_OF)
    before = time.process_time()
    found = recognise(whole, AS_OF, Span(5_000_000, 5_004_000))

    assert time.process_time() - before < 0.05
    assert found.mentions


@pytest.mark.timed
def test_starting_takes_little_time() -> None:
    """Import, tables, model and first sentence, in a process of its own."""
    code = (
        "import time, reader.article; from reader.article import Article, Block;"
        "before = time.process_time();"
        "from reader.entities.recogniser import recognise;"
        "recognise(Article('Rusia.', [Block('paragraph', 0, 6)], language='id'), '2024-06-25');"
        "print(time.process_time() - before)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        for _ in range(5)
    ]
    used = sorted(float(run.stdout) for run in runs)
    print(f"{1000 * used[0]:.0f} to {1000 * used[-1]:.0f} ms")

    assert used[0] < 0.12
