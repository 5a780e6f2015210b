"""The classes of single words."""

import pytest

from reader.entities.lexicon import lexicon
from reader.entities.tables import table_rows


@pytest.mark.parametrize(
    ("table", "language"),
    [("latin", "id"), ("id", "id"), ("wiki", "en"), ("en", "en"), ("cyrillic", "ru"), ("ru", "ru")],
)
def test_each_word_of_a_table_has_its_class(table: str, language: str) -> None:
    """Also the first and the last with an initial."""
    rows = {kind: words.split(" ") for kind, words in table_rows("lexicon", f"{table}.tsv")}
    known = lexicon(language)
    missed = [
        (kind, word)
        for kind, words in rows.items()
        for word in words
        if word.isalpha() and not (len(word) > 3 and word.isupper())
        if kind not in known.classes(word)
    ]

    assert missed == []


@pytest.mark.parametrize(
    ("word", "expected"), [("Xqzv", ("rare",)), ("yang", ("small",)), ("7", ()), ("漢", ("rare",))]
)
def test_a_word_of_no_list_is_small_or_rare(word: str, expected: tuple[str, ...]) -> None:
    """A word of letters is one or the other."""
    assert lexicon("id").classes(word) == expected
