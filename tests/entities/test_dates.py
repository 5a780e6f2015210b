"""Dates: the article's own, and those that its sentences name."""

import datetime

import pytest

from reader.entities.dateline import dateline
from reader.entities.dateparts import DateParts
from reader.entities.dates import DateGrammar
from reader.entities.datewords import date_words
from reader.entities.resolve import resolved
from reader.entities.tokens import tokenise
from tests.entities.test_seed import TEXT

TODAY = datetime.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (TEXT, "id", "2024-06-25"),
        ("Jakarta, 25 Juni 2024 - Pemerintah menolak.", "id", "2024-06-25"),
        ("Hal itu dikatakannya, Rabu (19/6/2024).", "id", "2024-06-19"),
        ("JAKARTA (25/6/2024) - Pemerintah menolak.", "id", "2024-06-25"),
        ("WASHINGTON, Tuesday, June 25 - In 2022 it began.", "en", "2024-06-25"),
        ("MOSCOW, June 25, 2024 - It began.", "en", "2024-06-25"),
        ("Москва, 28 июня 2010 года. Началось.", "ru", "2010-06-28"),
        ("Paris, mardi 25 juin 2024.", "fr", "2024-06-25"),
        ("Es geschah am 25. Juni 2024.", "de", "2024-06-25"),
    ],
)
def test_a_dateline_gives_the_day_the_article_speaks_from(
    text: str, language: str, expected: str
) -> None:
    """Without a year it is the latest past one in which the weekday fits."""
    day = dateline(text, language, TODAY)

    assert day is not None
    assert day.isoformat() == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tidak ada tanggal di sini.", "id"),
        ("It happened on June 25.", "en"),
        ("The meeting is on Tuesday.", "en"),
        ("It will be on 25 June 2031.", "en"),
        ("Kamis (31/2)", "id"),
        ("", "en"),
    ],
)
def test_a_text_without_a_certain_day_has_no_dateline(text: str, language: str) -> None:
    """No day, a day without year or weekday, a day to come, a day that is none."""
    day = dateline(text, language, TODAY)

    assert day is None


def test_the_year_of_a_dateline_is_not_before_what_the_text_speaks_of() -> None:
    """Tuesday 25 June was last in 2024; a text that knows 2025 cannot be of that year."""
    day = dateline("Selasa (25/6). Pada 2025 perang usai.", "id", TODAY)

    assert day is None


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (DateParts(year=2022), "2022"),
        (DateParts(year=2022, month=2), "2022-02"),
        (DateParts(year=2022, month=2, day=3), "2022-02-03"),
        (DateParts(unit="day", offset=-1), "2024-06-24"),
        (DateParts(unit="week", offset=-1), "2024-06"),
        (DateParts(unit="week", offset=-4), "2024"),
        (DateParts(unit="month", offset=-6), "2023-12"),
        (DateParts(unit="month", offset=7), "2025-01"),
        (DateParts(unit="year", offset=-1), "2023"),
        (DateParts(unit="year", offset=-9999), ""),
        (DateParts(weekday=2), "2024-06-25"),
        (DateParts(weekday=5), "2024-06-21"),
        (DateParts(weekday=2, direction=-1), "2024-06-18"),
        (DateParts(weekday=1, direction=1), "2024-07-01"),
        (DateParts(month=11, day=28), "2023-11-28"),
        (DateParts(month=7, day=4), "2024-07-04"),
        (DateParts(month=6, day=25, weekday=1), "2018-06-25"),
        (DateParts(month=2, day=29), "2024-02-29"),
        (DateParts(month=1), "2024-01"),
        (DateParts(month=12, direction=-1), "2023-12"),
    ],
)
def test_a_date_is_resolved_against_the_articles_day(parts: DateParts, expected: str) -> None:
    """The value is as precise as the date; what cannot be told is empty."""
    value = resolved(parts, datetime.date(2024, 6, 25))

    assert value == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("naik 12,5 persen", "id"),
        ("seharga 2.000 rupiah", "id"),
        ("sekitar 3/4 bagian", "id"),
        ("skor 2-1 dan 10:30", "id"),
        ("version 3.11.7", "en"),
        ("a may bug and a march", "en"),
        ("1500 people and 2000 dollars", "en"),
        ("call 555-1234", "en"),
        ("99/99/9999", "en"),
    ],
)
def test_numbers_are_not_dates(text: str, language: str) -> None:
    """Percentages, prices, fractions, scores, versions and counts."""
    tokens = tokenise(text, 0, len(text), language)

    assert DateGrammar(tokens, date_words(language)).find() == []
