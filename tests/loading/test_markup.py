"""Trees of elements become blocks and marks."""

from time import process_time

import pytest

from reader.article import Article
from reader.loading.builder import ArticleBuilder
from reader.loading.html import parsed
from reader.loading.markup import MarkupWalk
from tests.loading.cases import Case, cases, described, faults


def walked(source: str) -> Article:
    """The article in all of a page."""
    builder = ArticleBuilder()
    MarkupWalk(builder).take(parsed(source))
    return builder.finish()


@pytest.mark.parametrize("case", list(cases("markup.txt")), ids=lambda case: case.title)
def test_each_case_has_its_blocks(case: Case) -> None:
    """The case file holds."""
    article = walked(case.source)

    assert (described(article), faults(article)) == (case.expected, [])


HOSTILE = {
    "deep": "<div>" * 50_000 + "x",
    "deep quotes": "<blockquote>" * 20_000 + "x",
    "deep tables": "<table><tr><td>" * 5_000 + "x",
    "deep marks": "<b>" * 50_000 + "x",
    "breaks": "<p>" + "a<br>" * 50_000,
    "cells": "<table><tr>" + "<td>x" * 50_000,
    "wide": "<table><tr><td colspan=999999999>x<td>y</table>",
    "links": "<a href=x>y" * 30_000,
    "accents": "<p>" + "e<i>&#x301;</i>" * 20_000,
}


@pytest.mark.timed
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_takes_linear_time(name: str) -> None:
    """However deep or long, it ends in a sound article within seconds."""
    start = process_time()
    article = walked(HOSTILE[name])

    assert faults(article) == []
    assert process_time() - start < 10
