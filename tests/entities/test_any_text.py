"""Whatever the text, mentions are in order, apart, on cluster boundaries, and quickly found."""

import time
import tomllib
from functools import cache

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article, Block
from reader.entities.gazetteer import table
from reader.entities.mention import Recognition
from reader.entities.recogniser import recognise
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


@cache
def told_words(language: str) -> list[str]:
    """The names of a language's table, its trigger words, and marks: what the layers look for."""
    listed = tomllib.loads(table_text("triggers", f"{language}.toml")).values()
    triggers = [word for words in listed if isinstance(words, list) for word in words]
    names = [name for name, *_ in table(language)]
    marks = [",", ".", "(", ")", "-", "—", "/", '"', "А.К.", "J.", "25", "2024", "'s", "\n\n"]
    return [*marks * 20, *triggers * 2, *names[:: max(len(names) // 400, 1)]]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_whatever_words_of_the_tables_stand_together_no_layer_stumbles(data: st.DataObject) -> None:
    """Names, titles, conjunctions and marks in any order, apart or run together."""
    language = data.draw(st.sampled_from(LANGUAGES[:-1]))
    words = data.draw(st.lists(st.sampled_from(told_words(language)), max_size=25))
    text = data.draw(st.sampled_from((" ", " ", ""))).join(words)
    text = text.title() if data.draw(st.booleans()) else text
    mentions = recognised(text, language).mentions
    edges = [0, *(edge for mention in mentions for edge in (mention.start, mention.end)), len(text)]

    assert edges == sorted(edges)


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


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    [
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
    ],
    ids=lambda text: text[:9],
)
def test_repeated_text_takes_linear_time(text: str) -> None:
    """Twice the text takes no more than about twice as long."""
    assert _takes_linear_time(text, "id")


@pytest.mark.timed
@pytest.mark.parametrize(
    "text",
    [
        "Malaysia " * 20_000,
        "Malaysia Plan " * 10_000,
        "Plan Malaysia plan " * 10_000,
        "Singapore dollar " * 10_000,
        "Air Board Committee (ABC) " * 5_000,
        "ABC (" * 20_000,
        "ABC (Air Board Committee " * 5_000,
        "The Bank " * 15_000,
    ],
    ids=lambda text: text[:25],
)
def test_repeated_english_takes_linear_time(text: str) -> None:
    """The same for what is looked at in English alone: longer names, currencies, long forms."""
    assert _takes_linear_time(text, "en")


def _takes_linear_time(text: str, language: str) -> bool:
    recognised(text[:1000], language)
    short = _seconds(text[: len(text) // 2], language)
    return _seconds(text, language) <= 3 * short + 0.15


def _seconds(text: str, language: str) -> float:
    """The processor seconds of the quicker of two runs."""
    runs = []
    for _ in range(2):
        before = time.process_time()
        recognised(text, language)
        runs.append(time.process_time() - before)
    return min(runs)
