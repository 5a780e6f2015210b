"""What is exported in a lossless format comes back as it was, whatever the notes hold."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Article, Block
from reader.exchange.document import ExportDocument
from reader.exchange.format import FLAVOURS, ExportOptions
from reader.exchange.reading.recognise import read_notes
from reader.exchange.reading.taking import Taker
from reader.exchange.registry import find_format
from reader.notes.anchor import create
from reader.notes.annotation import (
    COLOURS,
    Annotation,
    Link,
    LinkKind,
    Motivation,
    Place,
    PlacedAnnotation,
)
from reader.notes.notebook import open_notebook
from tests.exchange.notes import words

LOSSLESS = [
    *((name, ExportOptions()) for name in ("w3c", "jsonl", "hypothesis")),
    *(("markdown", ExportOptions(flavour)) for flavour in FLAVOURS),
    ("markdown", ExportOptions(is_full=True)),
    ("markdown", ExportOptions("obsidian", is_full=True)),
]

anything = st.text(st.characters(exclude_categories=()), max_size=30)
"""Text over all of Unicode, with controls, surrogates and what is not assigned."""
times = st.datetimes().map(lambda each: each.isoformat(timespec="milliseconds") + "Z")
extras = st.dictionaries(
    st.sampled_from(["future", "w3c", "hypothesis"]),
    st.dictionaries(st.sampled_from(["id", "a"]), st.one_of(anything, st.integers(), st.none())),
    max_size=2,
)
notes = st.builds(
    lambda start, end, **fields: (sorted((start, end)), fields),
    st.integers(0, 40),
    st.integers(0, 40),
    motivation=st.sampled_from(get_args(Motivation)),
    body=anything,
    tags=st.lists(anything, max_size=3, unique=True).map(tuple),
    colour=st.sampled_from(COLOURS),
    links=st.lists(st.builds(Link, st.sampled_from(get_args(LinkKind)), anything), max_size=2).map(
        tuple
    ),
    created=times,
    modified=times,
    extra=extras,
)


def exported(text: str, given_notes: list[tuple[list[int], dict[str, Any]]]) -> ExportDocument:
    """An article of at least fifty characters with notes on it."""
    whole = (text * 50)[:50]
    article = Article(whole, [Block("paragraph", 0, len(whole))], title="T", source="/a/b.txt")
    placed = []
    for number, ((start, end), fields) in enumerate(given_notes):
        anchor = create(whole, start, end + 1, ("A", "B"), article.digest)
        note = Annotation(f"01HZZZZZZZZZZZZZZZZZZZZZ{number:02}", "article", anchor)
        note = replace(note, **fields)
        placed.append(PlacedAnnotation(note, Place(start, end + 1, "ok", 1.0)))
    return ExportDocument("article", article, placed)


documents = st.builds(exported, words, st.lists(notes, min_size=1, max_size=3))


@pytest.mark.parametrize(("name", "options"), LOSSLESS)
@settings(max_examples=20, deadline=None)
@given(document=documents)
def test_every_field_of_every_note_comes_back(
    name: str, options: ExportOptions, document: ExportDocument
) -> None:
    """And counts neither as edited nor as removed."""
    text = find_format(name).render([document], options)
    back = read_notes(text)

    # Of a whole article, the notes that say nothing come last.
    found = sorted((each.annotation for each in back), key=lambda note: note.id)
    assert found == [each.annotation for each in document.notes]
    assert {each.source for each in back} == {"/a/b.txt"}
    assert not any(each.edits or each.is_removed or each.refused for each in back)


@pytest.mark.parametrize(("name", "options"), LOSSLESS)
@settings(max_examples=5, deadline=None)
@given(document=documents)
def test_a_notebook_that_takes_an_export_in_gives_the_same_bytes(
    name: str, options: ExportOptions, document: ExportDocument
) -> None:
    """All but the count of changes, which begins anew, is as it was; twice changes nothing."""
    form = find_format(name)
    text = form.render([document], options)
    with tempfile.TemporaryDirectory() as folder:
        notebook = open_notebook(Path(folder), "article")
        for outcome in ("added", "kept"):
            taker = Taker(notebook, document.article)
            for incoming in read_notes(text):
                step = taker.step(incoming)
                step.deed()
                assert step.outcome == outcome
        held = {note.id: note for note in notebook.annotations}
        notebook.close()

    places = [(held[each.annotation.id], each.place) for each in document.notes]
    again = [PlacedAnnotation(note, place) for note, place in places]
    assert form.render([replace(document, notes=again)], options) == text


@pytest.mark.parametrize(("name", "options"), LOSSLESS)
@settings(max_examples=5, deadline=None)
@given(document=documents)
def test_the_same_notes_give_the_same_bytes(
    name: str, options: ExportOptions, document: ExportDocument
) -> None:
    """Nothing of the day or the machine is in a file."""
    form = find_format(name)

    assert form.render([document], options) == form.render([document], options)
