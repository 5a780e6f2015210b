"""How well and how quickly entities are recognised, on the gold sets beside the repository."""

import gzip
import importlib.util
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from reader.article import Span
from reader.entities.language import kin
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
        ("id-nergrit-dev", 0.72, 0.95),
        ("id-idner-dev", 0.75, 0.0),
        ("en-re3d-train", 0.32, 0.0),
        ("en-wnut17-train", 0.42, 0.86),
        ("en-men-dev", 0.88, 0.95),
        ("en-wikigold", 0.84, 0.95),
    ],
)
def test_the_sets_are_scored(
    yardstick: ModuleType, name: str, strict: float, states: float
) -> None:
    """Strict F1 of all kinds and of states stay where they are; idner and re3d label few states.

    The English model learnt from the last two, whose makers drew their names by hand all the same.
    """
    gold = records(name)
    found = [yardstick.normalise(spans(each["text"], each["lang"])) for each in gold]
    scores = yardstick.score(gold, found, yardstick.scored_types(name))
    print(name, {kind: round(score.prf()["f1"], 3) for kind, score in scores.items()})

    assert scores["strict"].prf()["f1"] >= strict
    assert scores["country"].prf()["f1"] >= states


@pytest.mark.parametrize("language", ["id", "en", "ms", "ru", "fr", "es", "pt", "de"])
def test_a_language_takes_at_most_a_megabyte(language: str) -> None:
    """Its own tables and model, and those that languages in its script share, as they lie."""
    data, like = ROOT / "reader" / "data", kin(language)
    script = "cyrillic" if language == "ru" else "latin"
    wiki = [] if language == "ru" else ["lexicon/wiki.tsv"]
    own = [f"names/{language}.tsv", f"calendar/{language}.tsv", f"triggers/{language}.toml"]
    shared = [f"names/{script}.tsv", f"lexicon/{script}.tsv", *wiki, "triggers/any.toml"]
    files = [*own, *shared, f"lexicon/{like}.tsv", f"models/{like}.json"]
    size = sum((data / file).stat().st_size for file in files)
    print(f"{language}: {size / 1e6:.2f} MB")

    assert size <= 1_000_000


def news(size: int, name: str = "id-idner-train") -> str:
    """News of about that many characters."""
    text = "\n\n".join(record["text"] for record in records(name))
    return (f"{text}\n\n" * (size // len(text) + 1))[:size]


def seconds(work: Callable[..., object], *about: object) -> float:
    """The processor seconds that some work takes."""
    before = time.process_time()
    work(*about)
    return time.process_time() - before


def counted(text: str) -> dict[str, int]:
    """The words of a text and how often each stands there, in plain Python: a measure of speed."""
    counts: dict[str, int] = {}
    for match in re.finditer(r"\w+|[^\w\s]", text):
        word = match.group()
        counts[word] = counts.get(word, 0) + 1
        if word[0].isupper():
            counts[word.lower()] = match.start()
    return counts


@pytest.mark.timed
@pytest.mark.parametrize(
    ("name", "language", "most"),
    [("id-idner-train", "id", 18), ("id-nergrit-train", "id", 20), ("en-men-dev", "en", 14)],
)
def test_news_is_read_at_a_megabyte_a_second(name: str, language: str, most: float) -> None:
    """At most so many times as long as counting words, which does 16 MB/s where 1 is asked for."""
    text = news(300_000, name)
    whole = article(text, language)
    recognise(whole, AS_OF)
    pairs = [(seconds(counted, text), seconds(recognise, whole, AS_OF)) for _ in "12345"]
    quickest = min(read for _, read in pairs)
    ratio = min(read / count for count, read in pairs)
    print(f"{name}: {len(text.encode()) / 1e6 / quickest:.2f} MB/s, {ratio:.1f} x counting")

    assert ratio <= most


@pytest.mark.timed
def test_ten_times_the_text_takes_about_ten_times_as_long() -> None:
    """Linear to ten megabytes."""
    short, long = article(news(1_000_000), "id"), article(news(10_000_000), "id")
    one = min(seconds(recognise, short, AS_OF) for _ in range(3))
    ten = seconds(recognise, long, AS_OF)
    print(f"{1 / one:.2f} and {10 / ten:.2f} MB/s")

    assert ten <= 13 * one


@pytest.mark.timed
def test_the_visible_part_of_a_large_article_is_recognised_at_once() -> None:
    """A screenful in the middle of ten megabytes, the quickest of three."""
    whole = article(news(10_000_000), "id")
    recognise(article("Rusia.", "id"), AS_OF)
    spans = [Span(start, start + 4000) for start in (2_000_000, 5_000_000, 8_000_000)]

    assert min(seconds(recognise, whole, AS_OF, span) for span in spans) < 0.05
    assert all(recognise(whole, AS_OF, span).mentions for span in spans)


@pytest.fixture
def started(tmp_path: Path) -> Callable[[str, str], list[float]]:
    """Some figures of a process that has read a first sentence, of modules compiled before."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(language: str, figures: str) -> list[float]:
        code = (
            "import time; from reader.article import Article, Block; start = time.process_time();"
            "import asyncio; before = time.process_time();"
            "from reader.entities.recogniser import recognise;"
            f"article = Article('Rusia.', [Block('paragraph', 0, 6)], language={language!r});"
            f"recognise(article, '2024-06-25'); after = time.process_time(); print({figures})"
        )
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return [float(figure) for figure in done.stdout.split()]

    return run


@pytest.mark.timed
@pytest.mark.parametrize("language", ["id", "en"])
def test_starting_takes_little_time(
    started: Callable[[str, str], list[float]], language: str
) -> None:
    """Import, tables, model and first sentence take at most three times the import of asyncio."""
    started(language, "")
    runs = [started(language, "before - start, after - before") for _ in range(7)]
    ratio = min(used / yardstick for yardstick, used in runs)
    print(f"{language}: {1000 * min(used for _, used in runs):.0f} ms, {ratio:.2f} x asyncio")

    assert ratio <= 3


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no peak of memory is told here")
def test_starting_takes_little_memory(started: Callable[[str, str], list[float]]) -> None:
    """The whole process with asyncio, which the recogniser does not need."""
    peak = "open('/proc/self/status').read().partition('VmHWM:')[2].split()[0]"
    (kibibytes,) = started("en", peak)
    print(f"{kibibytes / 1024:.0f} MiB")

    assert kibibytes <= 40 * 1024
