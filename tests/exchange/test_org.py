"""Org: a headline a note, and nothing that a note says is taken for another."""

from __future__ import annotations

import re

from hypothesis import given, settings

from reader.exchange.format import ExportOptions
from reader.exchange.org import render
from tests.exchange.notes import document
from tests.exchange.test_markdown import PASSAGES

OPTIONS = ExportOptions()
NOTE = """\
** “* CSTO: enam negara” :a_b:
:PROPERTIES:
:ID: 01HZZZZZZZZZZZZZZZZZZZZZ00
:COLOUR: yellow
:MADE: 2026-11-24
:OPEN: reader open /a/b.txt --at 01HZZZZZZZZZZZZZZZZZZZZZ00
:END:

#+begin_quote
\u200b* CSTO: enam
negara
#+end_quote

Benar?
\u200b#+end_quote
"""


def test_a_note_is_a_headline_with_its_quote_and_words() -> None:
    """Lines that would be structure are guarded."""
    text = render([document([("* CSTO: enam\nnegara", "Benar?\n#+end_quote", ("a b",))])], OPTIONS)

    assert text.startswith("* T\n:PROPERTIES:\n:SOURCE: /a/b.txt\n:ARTICLE: article\n:END:\n")
    assert text.rpartition("\n# reader:end ")[0].endswith(NOTE)


@settings(max_examples=100, deadline=None)
@given(PASSAGES)
def test_the_structure_is_ours_alone(passages: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """As many headlines, drawers and quotes as there are notes, and each quote in one piece."""
    text = render([document(passages)], OPTIONS)
    quotes = re.findall(r"^#\+begin_quote\n(.*?)\n#\+end_quote$", text, re.DOTALL | re.MULTILINE)

    assert [each.replace("\u200b", "") for each in quotes] == [
        passage.strip("\n").replace("\u200b", "") for passage, _, _ in passages
    ]
    assert len(re.findall(r"^\*+ ", text, re.MULTILINE)) == len(passages) + 1
    assert len(re.findall(r"^:END:$", text, re.MULTILINE)) == len(passages) + 1
