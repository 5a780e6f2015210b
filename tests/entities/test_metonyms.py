"""Which seats of government stand for the government."""

import pytest

from reader.entities.recogniser import recognise
from tests.benchmarks.entities_tool import article


@pytest.mark.parametrize(
    ("text", "language", "acting"),
    [
        ("Washington dan Teheran berunding di Muscat.", "id", ["Washington", "Teheran"]),
        ("Langkah itu diprotes Beijing.", "id", ["Beijing"]),
        ("Ia berbicara seperti dikutip, Jakarta, Senin (24/6).", "id", []),
        ("Presiden mengunjungi Seoul lalu menuju Beijing.", "id", []),
        ("Rapat di Sekretariat ASEAN, Jakarta akhir bulan lalu, selesai.", "id", []),
        ("Moscow denied it, and Kyiv replied from Warsaw.", "en", ["Moscow", "Kyiv"]),
        ("The Astana Declaration and the Baghdad conference were named.", "en", []),
        ("Переговоры в городе Ташкенте прошли, Москва довольна.", "ru", ["Москва"]),
    ],
)
def test_a_seat_acts_where_no_place_is_told(text: str, language: str, acting: list[str]) -> None:
    """Not after `in` or a verb of going, not in a dateline, not in the name of a paper."""
    mentions = recognise(article(text, language), "2024-06-25").mentions

    assert [text[m.start : m.end] for m in mentions if m.metonym] == acting
