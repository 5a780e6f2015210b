"""Numbers as newspapers write them in five languages: digits, and words up to ninety-nine."""

import re
from collections.abc import Mapping
from functools import cache

_UNITS: Mapping[str, str] = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen",
    "id": "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze"
    " seize dix-sept dix-huit dix-neuf",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
    " dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés"
    " veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve",
    "ru": "ноль одна две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать"
    " тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
}
_TENS: Mapping[str, tuple[str, str]] = {
    "en": ("twenty thirty forty fifty sixty seventy eighty ninety", "-"),
    "fr": ("vingt trente quarante cinquante soixante", "-"),
    "es": ("- treinta cuarenta cincuenta sesenta setenta ochenta noventa", " y "),
    "ru": (
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
        " ",
    ),
}
_ORDINALS: Mapping[str, str] = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    "id": "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan kesepuluh"
    " kesebelas",
    "fr": "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième"
    " dixième onzième douzième",
    "es": "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo undécimo"
    " duodécimo",
    "ru": "первым вторым третьим четвёртым пятым шестым седьмым восьмым девятым десятым"
    " одиннадцатым двенадцатым",
}


_OBLIQUE = (
    "двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати"
    " четырнадцати пятнадцати"
)
"""Russian numbers after a preposition, from two up."""


@cache
def _cardinals(language: str) -> Mapping[str, int]:
    words = {word: value for value, word in enumerate(_UNITS[language].split())}
    if language == "id":
        digits = list(words)[:10]
        for value in range(2, 10):
            words[f"{digits[value]} belas"] = value + 10
            words[f"{digits[value]} puluh"] = value * 10
            words |= {
                f"{digits[value]} puluh {unit}": value * 10 + more
                for more, unit in enumerate(digits)
                if more
            }
        return words
    if language == "ru":
        words |= {"один": 1, "два": 2}
        words |= {word: value for value, word in enumerate(_OBLIQUE.split(), start=2)}
    tens, link = _TENS[language]
    units = {unit: value for unit, value in words.items() if 0 < value < 10}
    for value, ten in enumerate(tens.split(), start=2):
        words[ten] = value * 10
        words |= {f"{ten}{link}{unit}": value * 10 + more for unit, more in units.items()}
    return words


@cache
def number_pattern(language: str) -> str:
    """A regular expression for a cardinal number from two up."""
    words = sorted((w for w, n in _cardinals(language).items() if n > 1), key=len, reverse=True)
    return rf"(?i:\d{{1,3}}|{'|'.join(map(re.escape, words))})"


@cache
def ordinal_pattern(language: str) -> str:
    """A regular expression for an ordinal number."""
    digits = {
        "en": r"\d{1,3}(?:st|nd|rd|th)",
        "id": r"ke-?\s?\d{1,3}",
        "fr": r"\d{1,3}(?:e|ème|er)",
        "es": r"\d{1,3}(?:\.?[ºª°]|\.º)",
        "ru": r"\d{1,3}-(?:м|й|ым|им|ой)",
    }[language]
    words = "|".join(sorted(_ORDINALS[language].split(), key=len, reverse=True))
    return rf"(?i:{digits}|{words})"


def value_of(written: str, language: str) -> int:
    """The value of what one of the two patterns matched; 0 where it is no number."""
    digits = re.search(r"\d+", written)
    if digits:
        return int(digits[0])
    low = re.sub(r"\s+", " ", written.casefold())
    ordinals = _ORDINALS[language].split()
    return ordinals.index(low) + 1 if low in ordinals else _cardinals(language).get(low, 0)
