"""The canonical form of text."""

import sys
import unicodedata
from time import process_time

import pytest

from reader.loading.canonical import canonical

FORMS = [
    ("a\r\nb\rc\n", "a\nb\nc\n"),
    ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
    ("\ufeffa\ufeffb", "ab"),
    ("a\x00b\x07c\x7fd\x9fe", "abcde"),
    ("a\tb", "a\tb"),
    ("e\u0301", "\u00e9"),
    ("e\u00ad\u0301", "\u00e9"),
    ("\u202eabc\u202c \u2066d\u2069 \u200ee\u200f\u061c", "abc d e"),
    ("x\ud800y\ufffez\U0010ffff", "x\ufffdy\ufffdz\ufffd"),
    ("می\u200cخواهم 👩\u200d🚀", "می\u200cخواهم 👩\u200d🚀"),
    ("\x1b[1;31mred\x1b[0m \x1b]8;;http://x\x07link\x1b]8;;\x1b\\ \x9b2Jend", "red link end"),
    ("\x1b]0;never ended", "0;never ended"),
    ("N\x08NA\x08A_\x08x", "NAx"),
    ("\U00020000 \U0001f1ee\U0001f1e9", "\U00020000 \U0001f1ee\U0001f1e9"),
]


@pytest.mark.parametrize(("given", "expected"), FORMS)
def test_each_form_is_made_canonical(given: str, expected: str) -> None:
    """The table above holds."""

    assert expected == canonical(given)


def test_every_code_point_comes_out_canonical() -> None:
    """Of all of Unicode no control but LF and tab, no surrogate and no bidi control is left."""
    text = canonical(" ".join(map(chr, range(sys.maxunicode + 1))))
    left = {char for char in text if unicodedata.category(char) in {"Cc", "Cs"}}
    bidi = {char for char in text if unicodedata.bidirectional(char) in _BIDI_CONTROLS}

    assert ({"\n", "\t"}, set(), True) == (
        left | {"\t"},
        bidi,
        unicodedata.is_normalized("NFC", text),
    )


_BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def test_it_is_idempotent_over_pairs_of_odd_characters() -> None:
    """Applying it twice changes nothing."""
    odd = "a\r\n\x1b[m]\x08\x07\u0301\u00ad\ufeff\u202e\u1100\u1161\u11a8\ud800\t "
    texts = [a + b + c for a in odd for b in odd for c in odd]

    assert [t for t in texts if canonical(canonical(t)) != canonical(t)] == []


@pytest.mark.timed
def test_a_run_of_marks_is_cut_at_thirty() -> None:
    """UAX #15's stream-safe limit: without it, sorting a run takes quadratic time."""
    start = process_time()
    text = canonical("a" + "\u0316\u0301" * 100_000)

    assert (len(text), process_time() - start < 2) == (30, True)


def test_slices_make_no_difference() -> None:
    """A text longer than a slice comes out as its lines do one by one."""
    lines = ["e\u0301\x1b[m“x”\r\n", "plain\n"] * 60_000

    assert "".join(map(canonical, lines)) == canonical("".join(lines))
