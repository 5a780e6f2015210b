"""Claims: what sentences in five languages state, held against the record."""

from pathlib import Path

import pytest

from reader.article import Article, Block
from reader.entities.recogniser import recognise
from reader.states.claim_patterns import claim_patterns, claim_patterns_with
from reader.states.claims import Claim, claims
from reader.states.shadow import DATE, ORG, OTHER, STATE, shadows

SIGNS = (ORG, STATE, DATE, OTHER)
CASES = Path(__file__).parent.parent / "cases" / "states"


def rows(name: str) -> list[list[str]]:
    """The rows of a case file: language, date, expected claims, text."""
    return [line.split("\t") for line in (CASES / name).read_text("utf-8").splitlines()]


ROWS = rows("claims.tsv")
IN_NEWS = rows("claims_in_news.tsv")


def claims_of(text: str, language: str, published: str) -> tuple[Claim, ...]:
    """The claims of a one-paragraph article."""
    block = Block("paragraph", 0, len(text))
    article = Article(text, [block], language=language, published=published)
    return claims(article, recognise(article, published), published)


def told(found: tuple[Claim, ...]) -> str:
    """Claims as the case file writes them."""
    return "; ".join(f"{each.organisation} {each.kind} {each.verdict}" for each in found) or "-"


@pytest.mark.parametrize(
    ("language", "published", "expected", "text"),
    ROWS,
    ids=[f"{number}:{row[0]}:{row[2]}" for number, row in enumerate(ROWS, start=1)],
)
def test_a_sentence_states_what_the_case_file_says(
    language: str, published: str, expected: str, text: str
) -> None:
    """Every case gives its claims and no others."""
    found = claims_of(text, language, published)

    assert told(found) == expected


@pytest.mark.parametrize("language", ["en", "id", "fr", "es", "ru"])
def test_sentences_as_news_has_them_are_read_without_a_false_alarm(language: str) -> None:
    """Plans, quotes, history, candidates, other bodies with the organisation's name: all silent."""
    cases = [(day, said, text) for spoken, day, said, text in IN_NEWS if spoken == language]
    found = [(day, told(claims_of(text, language, day)), text) for day, _, text in cases]

    assert found == cases


def test_a_form_is_looked_for_in_every_sentence_that_can_have_it() -> None:
    """None is passed over for a sign that it does not need."""
    missed = []
    for language, day, _, text in (*ROWS, *IN_NEWS):
        article = Article(text, [Block("paragraph", 0, len(text))], language=language)
        for shadow in shadows(article, recognise(article, day)):
            signs = frozenset(sign for sign in SIGNS if sign in shadow.text)
            tried = claim_patterns_with(language, signs)
            having = [each for each in claim_patterns(language) if any(each.found_in(shadow.text))]
            missed += [(shadow.text, each.form) for each in having if each not in tried]

    assert missed == []


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_that_the_article_itself_has_is_no_mention(sign: str) -> None:
    """Beside one that is."""
    [claim] = claims_of(f"NATO has 32 members and {sign} has 12 members.", "en", "2025")

    assert (claim.organisation, claim.kind, claim.verdict) == ("NATO", "count", "agrees")


def test_a_joining_told_of_the_day_of_the_invitation_is_explained() -> None:
    """Both dates, and both pages."""
    [claim] = claims_of("Egypt joined BRICS in August 2023.", "en", "2024-06-25")

    assert claim.detail.endswith("since 2024-01-01. It was invited on 2023-08-24.")
    assert {source.key for source in claim.sources} == {"brasil", "islworld", "tass"}
