"""The rows of a long list: where each stands, and which may be highlighted."""

from itertools import chain

import pytest
from textual.content import Content

from reader.ui.rows import Rows, told


def _rows(shape: str) -> Rows[str]:
    """A heading for each `h`, a row for each `r`."""
    return Rows(shape, Content, [at for at, each in enumerate(shape) if each == "h"])


@pytest.mark.parametrize("shape", ["", "r", "rrr", "hrrhr", "rrh", "hh"])
def test_each_line_belongs_to_one_row(shape: str) -> None:
    """They stand one below the other, two lines each and headings one."""
    rows = _rows(shape)
    stands = [rows.lines(number) for number in range(len(rows))]

    assert [*chain.from_iterable(stands)] == [*range(rows.height)]
    assert [len(each) for each in stands] == [1 if each == "h" else 2 for each in shape]
    assert all(rows.at(line) == number for number, each in enumerate(stands) for line in each)


@pytest.mark.parametrize(
    ("shape", "number", "step", "expected"),
    [
        ("rrr", 0, 1, 1),
        ("rrr", 2, 1, 0),
        ("rrr", 0, -1, 2),
        ("hrhr", 1, 1, 3),
        ("hrhr", 3, 1, 1),
        ("hrhr", 1, -1, 3),
        ("r", 0, 1, 0),
        ("hh", 0, 1, None),
    ],
)
def test_the_next_row_is_no_heading(
    shape: str, number: int, step: int, expected: int | None
) -> None:
    """Behind the last comes the first."""
    assert _rows(shape).after(number, step) == expected


@pytest.mark.parametrize(
    ("shape", "number", "step", "expected"),
    [
        ("rrr", 1, 1, 1),
        ("rrr", 9, 1, 2),
        ("rrr", -9, -1, 0),
        ("hrhr", 2, 1, 3),
        ("hrhr", 2, -1, 1),
        ("hrhr", 0, -1, 1),
        ("rrh", 2, 1, 1),
        ("hh", 1, 1, None),
        ("", 0, 1, None),
        ("", 2, -1, None),
    ],
)
def test_a_page_ends_at_a_row(shape: str, number: int, step: int, expected: int | None) -> None:
    """Where there is none that way, the other way."""
    assert _rows(shape).near(number, step) == expected


def test_headings_come_with_the_row_below_them() -> None:
    """And with no other."""
    rows = _rows("hhrr")

    assert (rows.with_heads(2), rows.with_heads(3)) == (range(0, 4), range(4, 6))


def test_what_is_only_said_cannot_be_highlighted() -> None:
    """A line each."""
    rows = told("Nothing.\nNothing at all.")

    assert (rows.height, rows.near(0), str(rows.label(1))) == (2, None, "Nothing at all.")


@pytest.mark.parametrize("near", [0, 1, 3, 9])
def test_a_row_is_found_by_its_name_wherever_it_is_looked_for(near: int) -> None:
    """One that is no more is not, nor is a heading."""
    rows = Rows([2024, 7, 8, 9], lambda each: Content(str(each)), [0], "no. {}".format)
    found = [rows.named(name, near) for name in ("no. 7", "no. 9", "no. 3", "no. 2024")]

    assert found == [1, 3, None, None]
