"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentences import sentence_after, sentence_at, sentence_before, sentences

CASES = [
    "Satu kalimat.|Dua kalimat!|Tiga kalimat?",
    "Menurut dr. Ahmad, harga naik.|Ia benar.",
    "Prof. Dr. H. Boediono, M.Sc. hadir di Jakarta.|Ia bicara.",
    "Harganya Rp. 1.000 saja.|Murah.",
    "Harganya Rp 1.000.000 saja.|Murah.",
    "Pada Selasa (25/6) ia pergi.|Pada Rabu (26/6) ia pulang.",
    "“Armenia adalah sekutu kami.|Itu hak kedaulatan,” ungkapnya.|Ia pergi.",
    "“Apa kabar?” tanya Budi.|Lalu ia pergi.",
    '"Saya setuju!" kata Nikol.|Ia pergi.',
    "W. S. Rendra menulis puisi.|J.K. Rowling menulis buku.",
    "Mr. Smith met Mrs. Jones at 5 p.m. in St. Petersburg.|They talked.",
    "The U.S. Army left.|The U.S. left NATO.|He returned.",
    "He left the U.S. in May.|He left the U.S.|They stayed.",
    "Minum vitamin C.|Ia sehat.",
    "He works for Acme Inc. and sings.|She works for Acme Inc.|They met.",
    "Lihat no. 5 dan hlm. 12.|Selesai.",
    "Dan lain-lain (dll.) itu penting.|Ya.",
    "Ia membeli apel, jeruk, dll. di pasar.|Lalu pulang.",
    "Tunggu... lalu ia pergi.|Selesai.",
    "Tunggu…|Ia pergi.",
    "See example.com/a.b for more.|Thanks.",
    "Versi 2.0 terbit.|Versi 3.0 menyusul.",
    "На улице им. Ленина тихо.|Да.",
    "第一句。|第二句！|「第三句。」|第四句",
    "هذا سؤال؟|نعم.",
    "यह वाक्य है।|यह दूसरा है।",
    "(Ini dalam kurung.)|Ini tidak.",
    "Nilainya 5.|Nilai lain 6.",
    "John F. Kennedy spoke.|Vladimir V. Putin replied.",
    "Baris satu\n|Baris dua",
    "Finland joined in 2023.[1]|Sweden did in 2024.[2][note 3]|He left (late).[4]|They stayed.",
    "Ia pergi.¹²|Mereka tinggal.",
    "“Ia pergi.”[1]|Benarkah?[citation needed]|Ya.",
    "Menurut dr.[1] Ahmad itu benar.|Ya.",
    "Lihat pasal 5.[1] dan seterusnya.|Ya.",
]


def _parted(case: str) -> tuple[str, list[str]]:
    parts = case.split("|")
    gapless = any(char in case for char in "。！")
    return ("" if gapless else " ").join(parts), [part.strip() for part in parts]


@pytest.mark.parametrize("case", CASES)
def test_text_falls_into_sentences(case: str) -> None:
    """A bar in the case is where a sentence ends."""
    text, expected = _parted(case)
    found = [text[span.start : span.end] for span in sentences(text)]

    assert expected == found


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_is_the_same_from_each_of_its_offsets(case: str) -> None:
    """What is found from the middle is what is found from the start."""
    text, _ = _parted(case)
    expected = list(sentences(text))
    found = [
        sentence_at(text, offset, 0, len(text))
        for span in expected
        for offset in (span.start, (span.start + span.end) // 2, span.end - 1)
    ]

    assert [span for span in expected for _ in range(3)] == found


@pytest.mark.parametrize("case", CASES)
def test_neighbours_are_neighbours_both_ways(case: str) -> None:
    """Forward and back again is where one came from."""
    text, _ = _parted(case)
    pairs = list(pairwise(sentences(text)))
    forward = [sentence_after(text, one.start, 0, len(text)) for one, _ in pairs]
    back = [sentence_before(text, other.start, 0, len(text)) for _, other in pairs]

    assert ([other for _, other in pairs], [one for one, _ in pairs]) == (forward, back)


@given(st.text(alphabet=st.sampled_from("aA1 .!?”“(\n。…")))
def test_sentences_hold_every_letter_once_and_in_order(text: str) -> None:
    """Only blanks stand between sentences."""
    found = "".join(text[span.start : span.end] for span in sentences(text))

    assert "".join(text.split()) == "".join(found.split())


def test_a_sentence_is_found_in_a_huge_paragraph_without_reading_it_all() -> None:
    """Ten million characters cost no more than a few thousand."""
    text = "Ini sebuah kalimat biasa. " * 400_000
    span = sentence_at(text, len(text) // 2, 0, len(text))

    assert text[span.start : span.end] == "Ini sebuah kalimat biasa."
