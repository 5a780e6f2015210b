"""The language of a text, and what states are called in it."""

import pytest

from reader.entities.language import guess_language
from reader.entities.names import capital, state_name
from tests.entities.test_seed import TEXT


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TEXT, "id"),
        ("The leaders of the two countries met in the capital and agreed to talk.", "en"),
        ("Beliau berkata demikian kepada pemberita selepas mesyuarat itu manakala", "ms"),
        ("Лидеры двух стран встретились в столице и договорились, что это так.", "ru"),
        ("Les dirigeants des deux pays se sont rencontrés dans la capitale.", "fr"),
        ("Los líderes de los dos países se reunieron en la capital y acordaron.", "es"),
        ("Os líderes dos dois países não se reuniram na capital e não falaram.", "pt"),
        ("Die Führer der beiden Länder trafen sich in der Hauptstadt und sprachen.", "de"),
        ("1234 5678", ""),
        ("", ""),
        ("語 語 語", ""),
    ],
)
def test_a_language_is_told_from_its_function_words(text: str, expected: str) -> None:
    """Eight languages, and none where none is likely."""
    language = guess_language(text)

    assert language == expected


@pytest.mark.parametrize(
    ("iso", "language", "name", "seat"),
    [
        ("RU", "id", "Rusia", "Moskow"),
        ("RU", "ru", "Россия", "Москва"),
        ("BY", "id", "Belarusia", "Minsk"),
        ("KG", "en", "Kyrgyzstan", "Bishkek"),
        ("SU", "id", "Uni Soviet", ""),
        ("CS", "en", "Czechoslovakia", ""),
        ("YU", "de", "Jugoslawien", ""),
        ("DD", "fr", "Allemagne de l'Est", ""),
        ("FR", "xx", "France", "Paris"),
        ("ZZ", "id", "ZZ", ""),
    ],
)
def test_states_and_seats_are_named_in_the_language(
    iso: str, language: str, name: str, seat: str
) -> None:
    """As its newspapers write them; in English where there is no table; else the code."""
    assert (state_name(iso, language), capital(iso, language)) == (name, seat)
