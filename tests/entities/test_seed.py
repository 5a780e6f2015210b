"""The seed articles' mentions, against what a person found in them by hand."""

from functools import cache
from pathlib import Path

import pytest

from reader.article import Article
from reader.entities.mention import Entity, Mention
from reader.entities.recogniser import recognise
from reader.loading.open import open_article

ROOT = Path(__file__).parent.parent.parent
TEXT = next((ROOT / "seeds").glob("000_*")).read_text("utf-8")
GOLD = ROOT / "tests" / "cases" / "entities"
SEEDS = {"000": "2024-06-25", "001": "2025-10-27", "002": "2024-03-12"}
"""Numbers of the seeds, to the day each speaks from."""
Row = tuple[int, int, str, str]


@cache
def seed(number: str) -> Article:
    """A seed as it is opened."""
    return open_article(str(next((ROOT / "seeds").glob(f"{number}_*[!s]"))))


def by_hand(number: str) -> list[Row]:
    """Start, end, kind and link of each mention of the gold file, which lists them in order."""
    rows, at = [], 0
    for line in (GOLD / f"seed-{number}.tsv").read_text("utf-8").splitlines():
        name, kind, link = line.split("\t")
        start = seed(number).text.index(name, at)
        at = start + len(name)
        rows.append((start, at, kind, link))
    return rows


def row(mention: Mention, entity: Entity) -> Row:
    """A mention as a row of the gold file."""
    links = {"person": entity.id, "date": entity.value, "org": entity.organisation}
    return mention.start, mention.end, mention.kind, links.get(mention.kind, entity.iso)


def found(number: str) -> list[Row]:
    """The rows of what is recognised as of the day of the seed."""
    recognised = recognise(seed(number), SEEDS[number])
    return [row(mention, recognised.entities[mention.entity]) for mention in recognised.mentions]


@pytest.mark.parametrize("number", SEEDS)
def test_every_state_date_and_person_of_a_seed_is_found_and_linked(number: str) -> None:
    """None is missed, none invented, and each is linked as by hand."""
    kinds = ("state", "date", "person")

    assert [r for r in found(number) if r[2] in kinds] == [
        r for r in by_hand(number) if r[2] in kinds
    ]


@pytest.mark.parametrize("number", SEEDS)
def test_a_seed_is_recognised_nearly_as_by_hand(number: str) -> None:
    """The strict F1 with links, over all kinds, is at least .95."""
    expected, actual = set(by_hand(number)), set(found(number))
    score = 2 * len(expected & actual) / (len(expected) + len(actual))
    print(f"seed {number}: {score:.3f} of {len(expected)}", sorted(expected ^ actual))

    assert score >= 0.95


def test_the_seats_of_government_of_the_seed_are_metonyms() -> None:
    """Moskow acts in both places where it is named."""
    recognised = recognise(seed("000"), "2024-06-25")
    names = [TEXT[m.start : m.end] for m in recognised.mentions if m.metonym]

    assert names == ["Moskow", "Moskow"]
