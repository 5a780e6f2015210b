"""The line that narrows a list of notes."""

import pytest

from reader.entities.names import state_code
from reader.notes.annotation import Anchor, Annotation, Link, Place, PlacedAnnotation, PlaceStatus
from reader.notes.filter import NoteFilter, parse_filter

LINES: list[tuple[str, NoteFilter]] = [
    ("", NoteFilter()),
    ("  two   words ", NoteFilter(words=("two", "words"))),
    ("#tag #Other", NoteFilter(tags=("tag", "Other"))),
    ("colour:Red state:am", NoteFilter(colour="red", states=("AM",))),
    ("treaty #tag state:AM", NoteFilter(words=("treaty",), tags=("tag",), states=("AM",))),
    ("#", NoteFilter(words=("#",))),
    ("https://example.org 12:30", NoteFilter(words=("https://example.org", "12:30"))),
    ("colour:", NoteFilter()),
    ("state:Armenia tag:a is: state:", NoteFilter(tags=("a",), states=("AM",))),
    ("colour:pink is:odd", NoteFilter(words=("colour:pink", "is:odd"))),
    ("is:Orphan treaty", NoteFilter(words=("treaty",), being="orphan")),
    ("state:am state:by", NoteFilter(states=("AM", "BY"))),
]


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_a_line_is_read(line: str, expected: NoteFilter) -> None:
    """What is no tag and no field is a word."""
    assert parse_filter(line, state_code) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", True),
        ("#a", True),
        ("#a #B", True),
        ("#a #c", False),
        ("#", False),
        ("BODY passage", True),
        ("body missing", False),
        ("colour:red", True),
        ("colour:", True),
        ("colour:blue", False),
        ("state:Armenia", True),
        ("state:am state:BY", True),
        ("state:AM state:RU", False),
    ],
)
def test_a_note_has_all_that_a_line_asks_for(line: str, expected: bool) -> None:
    """Each word, tag and state, in any case."""
    links = (Link("state", "AM"), Link("state", "BY"), Link("url", "RU"))
    anchor = Anchor("", 0, 7, "passage")
    note = Annotation("id", "x", anchor, "linking", "The body", ("A", "b"), "red", links)

    assert parse_filter(line, state_code).has(note) is expected


@pytest.mark.parametrize(
    ("line", "status", "is_torn", "expected"),
    [
        ("", "orphan", True, True),
        ("is:ok", "ok", True, True),
        ("is:orphan", "ok", False, False),
        ("is:conflict", "ok", True, True),
        ("is:conflict", "ok", False, False),
        ("is:ok word", "ok", False, False),
    ],
)
def test_a_note_fits_by_how_it_stands(
    line: str, status: PlaceStatus, is_torn: bool, expected: bool
) -> None:
    """With two texts it stands somewhere all the same."""
    note = Annotation("id", "article", Anchor("", 0, 1, "x"))
    placed = PlacedAnnotation(note, Place(0, 1, status, 1.0))

    assert parse_filter(line, state_code).fits(placed, is_torn) is expected


def test_the_index_is_asked_for_all_but_further_tags_and_states() -> None:
    """In its own terms."""
    query = parse_filter("two words #a #b colour:red state:am state:by", state_code).query()

    assert (query.text, query.tag, query.colour, query.state) == ("two words", "a", "red", "AM")
