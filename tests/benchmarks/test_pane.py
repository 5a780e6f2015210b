"""Reading at any size: 10 KB, 10 MB and 50 MB, each beside its peers in the same run.

The peers are `less`, Textual's TextArea and Markdown widgets, and frogmouth; the first and the
last where they are installed. Documents and harness are the yardsticks beside the repository;
without them nothing is run. Textual's Markdown takes longer to show 1 MB than all else here
together: `python -m tests.benchmarks.peer_starts --size 1000000` measures that.
"""

from pathlib import Path
from statistics import median

import pytest

from tests.benchmarks.harness import (
    YARDSTICKS,
    Report,
    bare,
    document,
    measure,
    medians,
    others,
    pane,
    peer,
    reader,
)  # fmt: skip

SIZES = {"10k": 10_000, "10m": 10_000_000, "50m": 50_000_000}
TURNS = "pagedown pageup " * 6
KEYS = f"{TURNS} end home end home resize:80x30 resize:120x40 resize:100x40"
STEPS = ("pagedown", "pageup", "end", "home", "resize:80x30", "resize:120x40", "resize:100x40")
HELD, HELD_SHORT = "j@30*300 wait:12 j*50", "down*20 down@30*60"
ROUNDS = 3
STARTS = 5
GROWTH = 1.5
FIRST_TEXT_GROWTH = 1.2
BESIDE = ("10k", "50m")
BESIDE_A_WORKER = 2.0
"""A key's time while a long article is worked out, over that in a short one."""
LAG_MS, KEY_MS = 100, 33
MEMORY = 5
"""MiB for each of the file."""
MIB = 1 << 20

Documents = dict[str, Path]

pytestmark = [
    pytest.mark.timed,
    pytest.mark.slow,
    pytest.mark.skipif(not YARDSTICKS.is_dir(), reason="the yardsticks are not at hand"),
]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Documents:
    """Plain texts of each size, and Markdown for those that read nothing else."""
    folder = tmp_path_factory.mktemp("documents")
    found = {name: document(folder / f"{name}.txt", size) for name, size in SIZES.items()}
    markdown = {"md-10k": 10_000, "md-100k": 100_000}
    return found | {name: document(folder / f"{name}.md", size) for name, size in markdown.items()}


def _told(name: str, figures: dict[str, float]) -> None:
    print(f"{name:18}" + " ".join(f"{figures[each]:9.2f}" for each in STEPS if each in figures))


def test_no_key_costs_more_in_a_long_article(documents: Documents, tmp_path: Path) -> None:
    """Processor time of a page, an end and a resize, in rounds that take turns."""
    commands = [*(pane(documents[size]) for size in SIZES), peer("textarea", documents["10k"])]
    rounds = [[measure(each, KEYS, tmp_path) for each in commands] for _ in range(ROUNDS)]
    ours = [medians(list(reports), "cpu_ms") for reports in zip(*rounds, strict=True)]
    print("\n" + " " * 18 + " ".join(f"{step[-9:]:>9}" for step in STEPS))
    for name, figures in zip([*SIZES, "TextArea 10k"], ours, strict=True):
        _told(name, figures)
    for name, command in others(documents["50m"], documents["md-10k"]).items():
        _told(name, medians([measure(command, TURNS, tmp_path)], "cpu_ms"))
    _told("Markdown 10k", medians([_markdown(documents["md-10k"], tmp_path)], "cpu_ms"))
    small, *large, textarea = ours

    assert not [s for s in STEPS if max(each[s] for each in large) > GROWTH * small[s]]
    assert not [s for s in STEPS if max(each[s] for each in large) > textarea[s]]


def _markdown(path: Path, folder: Path) -> Report:
    return measure(peer("markdown", path), TURNS, folder)


def test_a_held_key_does_not_lag_in_a_long_article(documents: Documents, tmp_path: Path) -> None:
    """`j` thirty times a second for ten seconds, in the reader at 10 MB while it finds the names.

    The single keys come after that: names that are found are painted, and would count as theirs.
    """
    ours = measure(reader(documents["10m"]), f"wait:3 {HELD}", tmp_path)
    textarea = measure(peer("textarea", documents["10k"]), HELD_SHORT, tmp_path)
    plain = measure(bare(documents["10k"]), HELD_SHORT, tmp_path)
    for name, report, key in (
        ("reader 10 MB", ours, "j"),
        ("TextArea 10 KB", textarea, "down"),
        ("bare app 10 KB", plain, "down"),
    ):
        figures = [report.of(key, "final_ms", each) for each in ("median", "p95")]
        lag = report.of(f"{key}@30", "lag_ms")
        print(f"\n{name}: key {figures[0]:.1f} ms, p95 {figures[1]:.1f} ms, lag {lag:.1f} ms")

    # On a machine that is busy with something else the bare app is the measure.
    busy_lag, busy_key = plain.of("down@30", "lag_ms"), plain.of("down", "final_ms", "p95")

    assert ours.of("j@30", "lag_ms") < max(LAG_MS, busy_lag)
    assert ours.of("j", "final_ms", "p95") < max(KEY_MS, busy_key)


def test_the_first_text_does_not_wait_for_the_rest(documents: Documents, tmp_path: Path) -> None:
    """The reader itself: wall time to the first words, in rounds that take turns."""
    rounds = [
        [measure(reader(documents[size]), "", tmp_path).first_ms for size in SIZES]
        for _ in range(STARTS)
    ]
    small, *large = (median(each) for each in zip(*rounds, strict=True))
    print(f"\nfirst text: {small:.0f} ms at 10 KB, {[f'{each:.0f} ms' for each in large]} above")
    peers = others(documents["50m"], documents["md-10k"]) | {
        "TextArea 10k": peer("textarea", documents["10k"]),
        "Markdown 10k": peer("markdown", documents["md-10k"]),
        "Markdown 100k": peer("markdown", documents["md-100k"]),
    }
    for name, command in peers.items():
        print(f"{name}: {measure(command, '', tmp_path).first_ms:.0f} ms")

    assert max(large) <= FIRST_TEXT_GROWTH * small


def test_memory_grows_with_the_file_by_little(documents: Documents, tmp_path: Path) -> None:
    """At 10 MB, beyond what the program takes to show 10 KB, read to its end."""
    small = measure(reader(documents["10k"]), "wait:3", tmp_path).peak_mib
    large = measure(reader(documents["10m"]), "wait:40 end", tmp_path).peak_mib
    size = documents["10m"].stat().st_size / MIB
    print(f"\n10 KB: {small:.0f} MiB; 10 MB: {large:.0f} MiB, {(large - small) / size:.1f} a MiB")

    assert large - small <= MEMORY * size


def test_a_key_hardly_waits_for_what_works_in_the_background(
    documents: Documents, tmp_path: Path
) -> None:
    """`end` and `home` in the reader itself, wall time, while the names of the text are found."""
    keys = "wait:4 " + "end home " * 10
    rounds = [
        [measure(reader(documents[size]), keys, tmp_path / f"{turn} {size}") for size in BESIDE]
        for turn in range(2)
    ]
    small, large = (
        {step: min(each.of(step) for each in reports) for step in ("end", "home")}
        for reports in zip(*rounds, strict=True)
    )
    print(f"\nend and home: {small} at 10 KB, {large} at 50 MB")

    assert not [step for step in small if large[step] > BESIDE_A_WORKER * small[step]]
