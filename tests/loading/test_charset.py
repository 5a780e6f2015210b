"""Bytes become text."""

import codecs

import pytest

from reader.loading.charset import CHUNK, decode, is_binary, known
from reader.loading.errors import LoadError

RUSSIAN = "Организация Договора о коллективной безопасности объединяет шесть государств. " * 5
FRENCH = "L’Organisation européenne a déclaré vendredi que les négociations étaient terminées. " * 3
JAPANESE = "東南アジア諸国連合は東南アジア十一か国が加盟する地域共同体である。" * 5


def text_of(data: bytes, encoding: str = "", declared: str = "") -> str:
    """The text of bytes that come in chunks."""
    chunks = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)]
    return "".join(decode(chunks, "x.txt", encoding, declared))


ENCODED = [
    (RUSSIAN.encode(), RUSSIAN),
    (codecs.BOM_UTF8 + RUSSIAN.encode(), RUSSIAN),
    (RUSSIAN.encode("utf-16"), RUSSIAN),
    (FRENCH.encode("utf-16-be"), FRENCH),
    (FRENCH.encode("utf-16-le"), FRENCH),
    (RUSSIAN.encode("utf-32"), RUSSIAN),
    (RUSSIAN.encode("cp1251"), RUSSIAN),
    (RUSSIAN.encode("koi8-r"), RUSSIAN),
    (FRENCH.encode("cp1252"), FRENCH),
    (JAPANESE.encode("shift_jis"), JAPANESE),
    (JAPANESE.encode("euc_jp"), JAPANESE),
    (b"caf\xe9", "café"),
    (b"", ""),
]


@pytest.mark.parametrize(("data", "expected"), ENCODED)
def test_the_encoding_is_found(data: bytes, expected: str) -> None:
    """By mark, by validity, or by guess."""

    assert expected == text_of(data)


def test_the_readers_word_goes_before_all_else() -> None:
    """`encoding` overrides a valid reading as UTF-8."""

    assert text_of("é".encode(), encoding="latin-1") == "Ã©"


def test_the_senders_word_goes_before_the_guess() -> None:
    """A declared encoding is taken unless the bytes have a mark."""

    assert (
        text_of(b"\xe6", declared="windows-1251"),
        text_of(codecs.BOM_UTF8 + "ж".encode(), declared="windows-1251"),
    ) == ("ж", "ж")


def test_utf16_without_a_mark_is_little_endian() -> None:
    """As the WHATWG's encoding standard reads the name."""

    assert text_of("é".encode("utf-16-le"), declared="utf-16") == "é"


def test_an_unknown_declared_encoding_is_passed_over() -> None:
    """Senders make them up."""

    assert text_of("é".encode(), declared="x-unknown") == "é"


@pytest.mark.parametrize("name", ["no-such", "rot13", "base64", "undefined", "a\0b", "zlib"])
def test_an_encoding_that_cannot_be_used_is_an_error(name: str) -> None:
    """Only text encodings are taken."""

    assert not known(name)
    with pytest.raises(LoadError, match="unknown encoding"):
        text_of(b"x", encoding=name)


def test_a_character_on_the_border_of_two_chunks_is_whole() -> None:
    """The decoder keeps the first half."""
    text = "a" * (CHUNK - 1) + "é" * 10

    assert text == text_of(text.encode())


def test_a_little_damage_leaves_utf8() -> None:
    """One bad byte among many good ones becomes U+FFFD."""

    assert text_of(RUSSIAN.encode() + b"\xff") == RUSSIAN + "\ufffd"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (bytes(range(256)) * 10, True),
        (b"\x7fELF" + b"\0" * 100, True),
        (b"text with one \0 zero" * 1 + b" " * 100, False),
        ("é".encode("utf-16") * 50, False),
        (b"\x1b[1mcoloured\x1b[0m\n", False),
    ],
)
def test_binary_files_are_told_from_text(data: bytes, expected: bool) -> None:
    """By the share of control characters."""

    assert expected == is_binary(data)


def test_a_long_text_is_decoded_in_small_pieces() -> None:
    """All but the first, which tells how the text is wrapped; no character is cut in two."""
    text = "die „Ölförderung“ stieg 🛢\n" * 20_000
    data = text.encode()
    chunks = [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)]
    first, *others = decode(chunks, "-")

    assert first + "".join(others) == text
    assert len(first.encode()) > CHUNK - 4 > 2 * max(len(piece.encode()) for piece in others)
