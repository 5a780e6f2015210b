"""Whatever the text, mentions are in order, apart, on cluster boundaries, and quickly found."""

import random
import re
import time
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article, Block
from reader.entities.gazetteer import table
from reader.entities.mention import Recognition
from reader.entities.recogniser import recognise, recognise_blocks
from reader.entities.tables import table_text
from tests.benchmarks.entities_tool import article

LANGUAGES = ("id", "en", "ms", "ru", "fr", "es", "pt", "de", "")
PIECES = st.sampled_from(
    (
        *("Jakarta", "Selasa (25/6)", "CSTO", "(", ")", "\u0301", "\u200d", "Uni ", "Soviet", " "),
        *("\n", "-", "25", "/", "Владимир", "Путин", "Μ", "👩\u200d👩\u200d👧", "🇷🇺", "กำ", "क्षि"),
        *("e\u0301", "’s", "U.S.", "May", "von", "2024", ".", "\u0600"),
        *("К", "А.У.", "Республика ", "Мамин "),
        *("bin ", "al", "Atlanta, ", "Georgia", "Kingdom of ", "Presiden ", "Abdel", "\t"),
    )
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))


def recognised(text: str, language: str) -> Recognition:
    """What is recognised in a text of the language."""
    return recognise(article(text, language), "2024-06-25")


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_mentions_are_in_order_and_apart_for_any_text(text: str, language: str) -> None:
    """Each mention begins after the one before it has ended, inside the text."""
    mentions = recognised(text, language).mentions
    edges = [0, *(edge for mention in mentions for edge in (mention.start, mention.end)), len(text)]

    assert edges == sorted(edges)
    assert all(mention.start < mention.end for mention in mentions)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_mentions_never_cut_a_grapheme_cluster(text: str, language: str) -> None:
    """Each edge of a mention is a cluster boundary of the text, by Unicode's rules."""
    boundaries = {0} | {cluster.end() for cluster in regex.finditer(r"\X", text)}
    mentions = recognised(text, language).mentions

    assert {edge for m in mentions for edge in (m.start, m.end)} <= boundaries


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(LANGUAGES))
def test_every_mention_has_its_entity_and_each_is_counted(text: str, language: str) -> None:
    """The entities are those of the mentions, and count them."""
    found = recognised(text, language)
    counts: dict[str, int] = {}
    for mention in found.mentions:
        counts[mention.entity] = counts.get(mention.entity, 0) + 1

    assert {id_: entity.count for id_, entity in found.entities.items()} == counts
    assert all(id_ == entity.id for id_, entity in found.entities.items())


CASES = Path(__file__).parent.parent / "cases" / "entities"
MARKS = (",", ".", "(", ")", "-", "—", "/", '"', "А.К.", "J.", "25", "25/6", "2024", "'s", "\n\n")


@cache
def pools(language: str) -> tuple[Sequence[str], ...]:
    """Sentences cut into words, the names of a language's table, its trigger words, and marks."""
    listed = tomllib.loads(table_text("triggers", f"{language}.toml")).values()
    triggers = [word for words in listed if isinstance(words, list) for word in words]
    written = re.sub(r"\[([^]|]+)[^]]*\]", r"\1", (CASES / f"{language}.txt").read_text("utf-8"))
    return written.split(), [name for name, *_ in table(language)], triggers, MARKS


def shuffled(language: str, chance: random.Random) -> str:
    """Stretches of sentences among names, triggers and marks, apart or run together."""
    pieces: list[str] = []
    for _ in range(chance.randint(1, 30)):
        pool = chance.choice(pools(language))
        start = chance.randrange(len(pool))
        pieces += pool[start : start + chance.randint(1, 5 if pool is pools(language)[0] else 1)]
    text = chance.choice((" ", " ", " ", "")).join(pieces)
    return text.title() if chance.random() < 0.2 else text


@pytest.mark.parametrize("language", LANGUAGES[:-1])
@pytest.mark.parametrize(
    "texts", [1000, pytest.param(10_000, marks=pytest.mark.slow)], ids=["few", "many"]
)
def test_whatever_stands_together_no_layer_stumbles(language: str, texts: int) -> None:
    """What each layer looks for, in any order; the texts are the same each time."""
    chance = random.Random(texts)
    for _ in range(texts):
        text = shuffled(language, chance)
        mentions = recognised(text, language).mentions
        edges = [0, *(edge for m in mentions for edge in (m.start, m.end)), len(text)]
        assert edges == sorted(edges), text


def told(found: Iterable[Recognition]) -> list[tuple[int, int, str, str]]:
    """Where states, organisations, dates and events are: a person may be known from elsewhere."""
    mentions = [mention for each in found for mention in each.mentions]
    return [
        (each.start, each.end, each.kind, each.entity)
        for each in mentions
        if each.kind in ("state", "org", "date", "event")
    ]


@pytest.mark.parametrize("language", LANGUAGES[:-1])
def test_paragraphs_read_together_say_what_each_says_alone(language: str) -> None:
    """No layer looks over the edge of a paragraph, whatever stands on either side of it."""
    chance = random.Random(9)
    for _ in range(200):
        texts = [re.sub(r"\s+", " ", shuffled(language, chance)) for _ in range(4)]
        whole = article("\n\n".join(texts), language)
        alone = recognise_blocks(whole, "2024-06-25", [block.span for block in whole.blocks])

        assert told([recognise(whole, "2024-06-25")]) == told(alone), texts


def test_a_part_of_the_article_has_the_mentions_of_its_blocks() -> None:
    """With `within`, just the blocks that meet the span are read."""
    whole = article("Rusia.\n\nArmenia dan Kazakhstan.\n\nUkraina.", "id")
    part = recognise(whole, "2024-06-25", whole.blocks[1].span)

    assert list(part.entities) == ["state:AM", "state:KZ"]


def test_code_has_no_mentions() -> None:
    """A code block is left alone, and so are addresses."""
    text = "Rusia = 1\n\nhttps://example.org/Rusia dan @Rusia, #Rusia"
    code = Article(text, [Block("code", 0, 9), Block("paragraph", 11, len(text))], language="id")

    assert list(recognise(code, "2024-06-25").mentions) == []


REPEATED = {
    "id": (
        "A" * 100_000,
        "Aa " * 30_000,
        "(" * 100_000,
        "Selasa (" * 15_000,
        "Rusia " * 20_000,
        "A. " * 30_000,
        "von " * 50_000,
        "Uni " * 25_000,
        "12/" * 30_000,
        "'" * 200_000,
        "A'" * 100_000,
        "a." * 100_000,
        "A.com" * 20_000,
        "Kremlin, Moskow 12 Mei " * 5_000,
        "Rio de Janeiro 12 Mei " * 5_000,
        "Pada tahun 1992. " + "12 a " * 60_000,
    ),
    # What is looked at in English alone: longer names, currencies, long forms.
    "en": (
        "Malaysia " * 20_000,
        "Malaysia Plan " * 10_000,
        "Plan Malaysia plan " * 10_000,
        "Singapore dollar " * 10_000,
        "Air Board Committee (ABC) " * 5_000,
        "ABC (" * 20_000,
        "ABC (Air Board Committee " * 5_000,
        "The Bank " * 15_000,
        "President of Russia Vladimir Putin " * 4_000,
        "Air Canada " * 10_000,
    ),
    # Initials, patronymics, full names of states.
    "ru": (
        "А.К.Иванов " * 8_000,
        "А. " * 30_000,
        "Иван Иванович " * 8_000,
        "Президент Республики Индия Р.Сингх " * 3_000,
    ),
}


@pytest.mark.timed
@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, texts in REPEATED.items() for text in texts],
    ids=lambda value: value[:25],
)
def test_repeated_text_takes_linear_time(language: str, text: str) -> None:
    """Twice the text takes no more than about twice as long."""
    recognised(text[:1000], language)
    short = _seconds(text[: len(text) // 2], language)
    long = _seconds(text, language)

    assert long <= 3 * short + 0.15


def _seconds(text: str, language: str) -> float:
    """The processor seconds of the quicker of two runs."""
    runs = []
    for _ in range(2):
        before = time.process_time()
        recognised(text, language)
        runs.append(time.process_time() - before)
    return min(runs)
