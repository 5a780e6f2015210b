"""Which mentions name the same entity."""

import pytest

from reader.entities.coreference import Document, slug
from reader.entities.finding import Finding
from reader.entities.mention import Mention
from reader.entities.recogniser import recognise
from tests.benchmarks.entities_tool import article


def people(text: str, language: str) -> dict[str, int]:
    """The ids of the people of a text and how often each is named."""
    entities = recognise(article(text, language), "2024-06-25").entities.values()
    return {entity.id: entity.count for entity in entities if entity.kind == "person"}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "President Vladimir Putin spoke.\n\nPutin left, and Putin's aide stayed.",
            "en",
            {"person:vladimir-putin": 3},
        ),
        (
            "Putin spoke.\n\nPresident Vladimir Putin left.",
            "en",
            {"person:vladimir-putin": 2},
        ),
        (
            "Menteri Luar Negeri Retno Marsudi hadir.\n\nMenurut Retno, itu benar.",
            "id",
            {"person:retno-marsudi": 2},
        ),
        (
            "Президент Владимир Путин прибыл.\n\nПоездка Путина была долгой.",
            "ru",
            {"person:владимир-путин": 2},
        ),
    ],
)
def test_a_part_of_a_name_is_the_person_named_in_full(
    text: str, language: str, expected: dict[str, int]
) -> None:
    """Before or after the full name, and in another case."""
    assert people(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "entity", "expected"),
    [
        ("Президент России прибыл. Он покинул Россию.", "ru", "state:RU", ("Россия", 2)),
        ("Саммит прошёл в Республике Беларусь.", "ru", "state:BY", ("Республика Беларусь", 1)),
        (
            "Саммит Шанхайской организации сотрудничества (ШОС) завершён.",
            "ru",
            "org:SCO",
            ("Шанхайская организация сотрудничества", 2),
        ),
        ("Он был в Астане. Из Астаны он уехал.", "ru", "place:астана", ("Астана", 2)),
        ("Die Regierung Frankreichs tagte.", "de", "state:FR", ("Frankreich", 1)),
        (
            "Er reiste in die Vereinigten Arabischen Emirate.",
            "de",
            "state:AE",
            ("Vereinigte Arabische Emirate", 1),
        ),
        ("Das Vereinigte Königreich trat aus.", "de", "state:GB", ("Vereinigtes Königreich", 1)),
        ("Großbritannien und Großbritanniens Heer.", "de", "state:GB", ("Großbritannien", 2)),
        ("Belarusia dan Belarus adalah satu.", "id", "state:BY", ("Belarusia", 2)),
        (
            "Он встретил Владимира Путина. Путин, Владимир Путин и В. Путин ушли.",
            "ru",
            "person:владимир-путин",
            ("Владимир Путин", 4),
        ),
    ],
)
def test_an_inflected_name_is_shown_as_a_dictionary_has_it(
    text: str, language: str, entity: str, expected: tuple[str, int]
) -> None:
    """One entity in all its cases; a spelling of the article's own stays."""
    found = recognise(article(text, language), "2024-06-25").entities
    assert entity in found, list(found)

    assert (found[entity].name, found[entity].count) == expected


def test_two_people_of_one_surname_stay_two() -> None:
    """A full name with another given name is another person."""
    text = "President Joe Biden spoke.\n\nFirst Lady Jill Biden left."

    assert people(text, "en") == {"person:joe-biden": 1, "person:jill-biden": 1}


def test_the_name_of_an_entity_is_its_fullest_form() -> None:
    """The longest of the forms in the article."""
    text = "CSTO menolak.\n\nOrganisasi Traktat Keamanan Kolektif (CSTO) menerima."
    entity = recognise(article(text, "id"), "2024-06-25").entities["org:CSTO"]

    assert (entity.name, entity.count) == ("Organisasi Traktat Keamanan Kolektif", 3)


def test_an_explained_acronym_names_what_its_long_form_names() -> None:
    """An organisation that no table knows, and a phrase that is no name at all."""
    text = (
        "The Institute for Northern Studies (INS) met.\n\nINS agreed.\n\n"
        "A movement control order (MCO) began. The MCO ended."
    )
    found = recognise(article(text, "en"), "2024-06-25")
    names = [text[m.start : m.end] for m in found.mentions]

    assert names.count("INS") == 2
    assert "MCO" not in names


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Xanana Gusmão", "xanana-gusmao"),
        ("Дмитрий Песков", "дмитрий-песков"),
        ("İstanbul", "istanbul"),
        ("Straße 17", "strasse-17"),
        ("한국", "한국"),
        ("…", ""),
    ],
)
def test_an_id_keeps_the_letters_of_other_scripts(name: str, expected: str) -> None:
    """Latin loses its accents; no other letter is taken apart."""
    assert slug(name) == expected


def test_a_person_named_by_a_mark_alone_is_one_too() -> None:
    """Code in an article may make the tagger take a lone backslash for a name."""
    mentions = list(
        Document().named([Finding(0, 1, "person", "\\"), Finding(2, 3, "person", "\\")])
    )

    assert mentions == [Mention(0, 1, "person", "person:"), Mention(2, 3, "person", "person:")]


@pytest.mark.parametrize("initial", ["К", "K"])
def test_an_initial_by_itself_is_known_again(initial: str) -> None:
    """A lone letter counts as a person, and as that of a full name which begins with it."""
    names = (initial, f"{initial}.С.Бакиев")
    mentions = [*Document().named(Finding(0, len(name), "person", name) for name in names)]

    assert len({mention.entity for mention in mentions}) == 1
