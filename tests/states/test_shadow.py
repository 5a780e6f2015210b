"""The shadow of a sentence: its mentions struck to signs, its places kept."""

from reader.article import Article, Block, Span
from reader.entities.mention import Entity, Mention, Recognition
from reader.states.shadow import shadows

TEXT = "Satu. NATO dan Rusia bertemu pada 2024."


def test_mentions_become_signs_that_lead_back_to_the_text() -> None:
    """A bare year is a date although no one saw it."""
    article = Article(TEXT, [Block("paragraph", 0, len(TEXT))])
    seen = Recognition(
        [Mention(6, 10, "org", "o"), Mention(15, 20, "state", "s")],
        {
            "o": Entity("o", "org", "NATO", 1, organisation="NATO"),
            "s": Entity("s", "state", "Rusia", 1, iso="RU"),
        },
    )
    shadow = list(shadows(article, seen))[-1]

    assert shadow.text == "Ⓞ dan Ⓢ bertemu pada Ⓓ."
    assert [each.value for each in shadow.struck.values()] == ["NATO", "RU", "2024"]
    assert shadow.span(0, 7) == Span(6, 20)
