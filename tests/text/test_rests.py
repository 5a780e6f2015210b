"""Rests between stretches of work."""

from collections.abc import Iterator

import pytest

from reader.text.rests import breathe, with_rests


def test_there_is_a_rest_after_each_stretch_of_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a clock on which an item takes 0.4 ms, one millisecond is three items."""
    done: list[str] = []
    monkeypatch.setattr("reader.text.rests.time.monotonic", lambda: 0.0004 * done.count("work"))
    for _ in with_rests(range(7), lambda: done.append("rest")):
        done.append("work")

    assert done == [*["work"] * 3, "rest", *["work"] * 3, "rest", "work"]


def test_the_items_come_as_they_are_made() -> None:
    """None is asked for before the one before it is done with."""
    made: list[int] = []

    def making() -> Iterator[int]:
        for number in range(3):
            made.append(number)
            yield number

    for number in with_rests(making(), breathe):
        assert made[-1] == number
