"""A line of the library."""

import os

import pytest

from reader.library.entry import Entry
from reader.loading.piped import SUFFIX


@pytest.mark.parametrize(
    ("source", "url", "expected"),
    [
        ("/nonesuch/a.txt", "", "/nonesuch/a.txt"),
        ("/nonesuch/a.txt", "https://x.org/a", "https://x.org/a"),
        (f"/nonesuch/a{SUFFIX}", "", "standard input"),
    ],
)
def test_where_it_comes_from_takes_one_look_at_the_disk(
    source: str, url: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each row that is shown waits for it."""
    asked: list[str] = []
    exists = os.path.exists

    def look(path: str) -> bool:
        asked.append(path)
        return exists(path)

    monkeypatch.setattr(os.path, "exists", look)
    found = Entry({"source": source, "url": url}).whence

    monkeypatch.undo()
    assert (found, asked) == (expected, [source])
