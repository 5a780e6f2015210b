"""Partial dates: what they can mean, and whether a day lies in an interval."""

import pytest

from reader.states.dates import agree, at, bounds, days, is_after, latest_year, presence


@pytest.mark.parametrize(
    ("partial", "expected"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2024-06-25", ("2024-06-25", "2024-06-25")),
    ],
)
def test_a_partial_date_means_its_first_to_its_last_day(
    partial: str, expected: tuple[str, str]
) -> None:
    """Leap years count."""
    assert days(partial) == expected


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "24",
        "2024-13",
        "2024-00",
        "2023-02-29",
        "2024-6-1",
        "2024-06-25T00",
        "0000-01",
        "2001/2003",
    ],
)
def test_what_is_no_date_is_refused(wrong: str) -> None:
    """No guess is made."""
    with pytest.raises(ValueError, match=r"not|no such"):
        days(wrong)


def test_a_day_between_two_has_the_first_of_one_and_the_last_of_the_other() -> None:
    """A single date has its own; the year shown is the one in which it was so at the latest."""
    assert bounds("1986-08/1988") == ("1986-08-01", "1988-12-31")
    assert bounds("1986-08") == days("1986-08")
    assert (latest_year("1986-08/1988-09-20"), latest_year("1971")) == ("1988", "1971")


@pytest.mark.parametrize(
    "wrong", ["1988/1986", "1986/", "/1988", "1986/1987/1988", "1986-08-11/1986-08-11"]
)
def test_what_does_not_lie_between_two_days_is_refused(wrong: str) -> None:
    """The earlier comes first, and they are two."""
    with pytest.raises(ValueError, match="not"):
        bounds(wrong)


@pytest.mark.parametrize(
    ("since", "until", "as_of", "expected"),
    [
        ("1999-03-12", "", "1999-03-11", "out"),
        ("1999-03-12", "", "1999-03-12", "in"),
        ("1999-03-12", "", "1999-03", "uncertain"),
        ("1999-03-12", "", "1999", "uncertain"),
        ("1999-03-12", "", "2000", "in"),
        ("1973-01-01", "2020-02-01", "2020-01-31", "in"),
        ("1973-01-01", "2020-02-01", "2020-02-01", "out"),
        ("1973-01-01", "2020-02-01", "2020", "uncertain"),
        ("1973-01-01", "2020-02-01", "2020-01", "in"),
        ("1999", "", "1999-06-01", "uncertain"),
        ("1999", "", "2000-01-01", "in"),
        ("1999", "", "1998-12-31", "out"),
        ("1992", "1999-04", "1999-04-15", "uncertain"),
        ("1992", "1999-04", "1999-03-31", "in"),
        ("1992", "1999-04", "1999-05-01", "out"),
        ("1992", "1992", "1992", "uncertain"),
        ("1986-08-11/1988-09", "", "1986-08-10", "out"),
        ("1986-08-11/1988-09", "", "1987", "uncertain"),
        ("1986-08-11/1988-09", "", "1988-09-30", "in"),
        ("1980", "1986/1988", "1985-12-31", "in"),
        ("1980", "1986/1988", "1987-06-01", "uncertain"),
        ("1980", "1986/1988", "1988-12-31", "out"),
    ],
)
def test_a_day_is_in_out_or_uncertain(since: str, until: str, as_of: str, expected: str) -> None:
    """The end is the first day out."""
    assert presence(since, until, as_of) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024", "2023", True),
        ("2024-01", "2024", False),
        ("2025-01-01", "2024", True),
        ("", "2024", False),
        ("2024", "", True),
        ("1989", "1986/1988", True),
        ("1988-10", "1986/1988", False),
        ("1986/1988", "1985", True),
        ("1986/1988", "1986-12-31", False),
    ],
)
def test_later_means_later_for_every_reading(one: str, other: str, expected: bool) -> None:
    """An empty date is never later."""
    assert is_after(one, other) == expected


def test_a_date_has_the_word_that_a_sentence_wants() -> None:
    """A day is on, a month or a year in, and what is not known better between two."""
    assert [at(each) for each in ("2024-06-25", "2024-06", "1995", "1986/1988-09")] == [
        "on 2024-06-25",
        "in 2024-06",
        "in 1995",
        "between 1986 and 1988-09",
    ]


def test_two_dates_agree_where_one_is_the_other_made_precise() -> None:
    """1992 can be 15 May 1992; 1993 cannot."""
    assert [agree("1992-05-15", each) for each in ("1992", "1992-05", "1993")] == [
        True,
        True,
        False,
    ]


def test_a_date_agrees_with_two_that_it_lies_between() -> None:
    """Before and after it does not."""
    assert [agree("1986-08/1988", each) for each in ("1986", "1987-05-01", "1989", "1986-07")] == [
        True,
        True,
        False,
        False,
    ]
