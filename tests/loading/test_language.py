"""Language codes as documents write them."""

import pytest

from reader.loading.language import language_code


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("id-ID", "id"),
        ("in", "id"),
        ("en_US.UTF-8", "en"),
        ("pt-br", "pt-BR"),
        ("zh-hant-TW", "zh-Hant"),
        (" FR ", "fr"),
        ("English", ""),
        ("", ""),
        ("x" * 99, ""),
    ],
)
def test_a_code_is_made_the_programs(written: str, code: str) -> None:
    """Regions count only where a language is written differently in them."""

    assert language_code(written) == code
