"""The reader's corrections of what was recognised."""

from reader.entities.corrections import Correction, corrected
from reader.entities.mention import Mention
from reader.entities.recogniser import recognise
from tests.benchmarks.entities_tool import article

TEXT = "Moskow dan Rusia. Moskow menolak. Budi setuju dengan Budiman."
ARTICLE = article(TEXT, "id")


def after(*corrections: Correction) -> list[tuple[str, str]]:
    """Name and entity of each mention once the corrections are applied."""
    recognition = corrected(recognise(ARTICLE, "2024-06-25"), ARTICLE, corrections)
    return [(TEXT[m.start : m.end], m.entity) for m in recognition.mentions if m.start < 34]


def test_not_an_entity_here_takes_one_mention_away() -> None:
    """The other mentions of the name stay."""
    assert after(Correction("Moskow", "none", start=0)) == [
        ("Rusia", "state:RU"),
        ("Moskow", "place:moskow"),
    ]


def test_not_an_entity_anywhere_takes_all_mentions_away() -> None:
    """All mentions of the name in the article."""
    assert after(Correction("Moskow", "none")) == [("Rusia", "state:RU")]


def test_a_name_may_be_said_to_be_another_thing() -> None:
    """The kind and the entity are the reader's."""
    assert after(Correction("Moskow", "state", iso="RU")) == [
        ("Moskow", "state:RU"),
        ("Rusia", "state:RU"),
        ("Moskow", "state:RU"),
    ]


def test_a_later_correction_wins() -> None:
    """Corrections hold in the order in which they were made."""
    corrections = (Correction("Moskow", "none"), Correction("Moskow", "org", start=0))

    assert after(*corrections) == [("Moskow", "org:moskow"), ("Rusia", "state:RU")]


def test_a_correction_speaks_of_whole_words() -> None:
    """`Budi` is not the beginning of `Budiman`."""
    recognition = corrected(
        recognise(ARTICLE, "2024-06-25"), ARTICLE, [Correction("Budi", "person")]
    )
    first = TEXT.index("Budi")

    assert Mention(first, first + 4, "person", "person:budi") in recognition.mentions
    assert recognition.entities["person:budi"].count == 1


def test_a_correction_survives_json() -> None:
    """`from_json` gives what `to_json` took, and leaves out what it does not know."""
    correction = Correction("Moskow", "state", iso="RU", start=18)

    assert Correction.from_json({**correction.to_json(), "later": 1}) == correction
