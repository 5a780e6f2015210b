"""Plain text becomes an article."""

import textwrap

import pytest

from reader.loading.plaintext import from_pieces
from tests.loading.cases import faults

LONG = "The leaders of the Association of Southeast Asian Nations met in Jakarta. " * 5


def test_each_line_is_a_paragraph() -> None:
    """As in the first seed article."""
    article = from_pieces(["One.\nTwo.\n\n\n\nThree.  \n \n"])

    assert (article.text, len(article.blocks)) == ("One.\nTwo.\n\nThree.", 3)


def test_wrapped_paragraphs_are_joined() -> None:
    """A hard-wrapped text has its paragraphs on one line each."""
    paragraphs = [LONG.strip(), LONG[80:].strip(), LONG[30:].strip()]
    wrapped = "\n\n".join(textwrap.fill(each, 72) for each in paragraphs)

    assert "\n\n".join(paragraphs) == from_pieces([wrapped]).text


@pytest.mark.parametrize(
    "text",
    [
        "Roses are red,\nviolets are blue,\n\nsugar is sweet,\nand so are you.",
        "Members:\n- Russia\n- Belarus\n\nObservers:\n- none",
        LONG + "\n" + LONG + "\n\n" + LONG,
        "one line",
    ],
)
def test_other_lines_stay_apart(text: str) -> None:
    """Verse, lists and long lines were not broken at a width."""

    assert "\n".join(map(str.rstrip, text.split("\n"))) == from_pieces([text]).text


def test_a_poem_in_a_wrapped_text_stays() -> None:
    """The lines of one paragraph may be short in a text that is wrapped elsewhere."""
    prose = textwrap.fill(LONG, 72)
    poem = "Short lines\nof a poem\nstand here"
    text = from_pieces([f"{prose}\n\n{poem}\n\n{prose}\n"]).text

    assert poem in text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("NATO gets a new member\n\n" + LONG, "NATO gets a new member"),
        ("Aliansi menambah anggota\n" + LONG, "Aliansi menambah anggota"),
        ("BRUSSELS, 4 April. The first sentence.\n" + LONG, ""),
        ("only one line", ""),
        (LONG + "\n" + LONG, ""),
        ("lower case\n\n" + LONG, ""),
    ],
)
def test_a_headline_is_a_title(text: str, title: str) -> None:
    """The first line is a title only where it looks like one."""

    assert title == from_pieces([text]).title


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_the_pieces_make_no_difference(size: int) -> None:
    """However the text arrives, the article is the same."""
    text = "é“One”.\r\n\r\n\r\n\r\nTwo \r\nthree\r\n" * 20
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    one, other = from_pieces([text]), from_pieces(pieces)

    assert (one.text, list(one.blocks), []) == (other.text, list(other.blocks), faults(other))


def test_blocks_can_be_sliced_and_counted_from_the_end() -> None:
    """The columns behave as any sequence does."""
    blocks = from_pieces(["a\nb\nc"]).blocks

    assert (blocks[2], list(blocks)[1:], 3) == (blocks[-1], blocks[1:], len(blocks))
