"""Notes from elsewhere in a notebook: placed, known again, and no text lost."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reader.article import Article, Block
from reader.exchange.format import Incoming
from reader.exchange.reading.recognise import read_notes
from reader.exchange.reading.taking import Taker
from reader.notes.notebook import Notebook, open_notebook

TEXT = "Enam negara\n\nCSTO kini beranggotakan enam\nnegara. Kini “enam” dan 𝄞 enam."
ARTICLE = Article(
    TEXT, [Block("heading", 0, 11, 1), Block("paragraph", 13, len(TEXT))], title="Enam negara"
)
URL = "https://example.org/csto"


def w3c(*rows: dict[str, Any]) -> str:
    """A file of annotations with what each must have."""
    must = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}
    return json.dumps([{**must, **row} for row in rows])


def quoted(number: int, exact: str, words: str = "", **more: str) -> dict[str, Any]:
    """An annotation on a quote."""
    selector = {"type": "TextQuoteSelector", "exact": exact, **more}
    body = {"body": {"type": "TextualBody", "value": words}} if words else {}
    target = {"source": URL, "selector": selector}
    return {"id": f"https://example.org/anno/{number}", "target": target, **body}


def row(name: str, text: str, exact: str = "enam negara", **more: Any) -> dict[str, Any]:
    """An annotation of Hypothesis."""
    selectors = [
        {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]"},
        {"type": "TextPositionSelector", "start": 4, "end": 15},
        {"type": "TextQuoteSelector", "exact": exact, "prefix": "an ", "suffix": "."},
    ]
    return {
        "id": name,
        "created": "2022-05-03T22:11:12.123456+00:00",
        "updated": "2022-05-03T22:11:12.123456+00:00",
        "user": "acct:me@hypothes.is",
        "uri": URL,
        "text": text,
        "tags": ["csto"],
        "target": [{"source": URL, "selector": selectors}],
        "document": {"title": ["Enam negara"]},
        **more,
    }


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """An empty notebook."""
    return open_notebook(tmp_path, "article")


def take(notebook: Notebook, text: str, article: Article | None = ARTICLE) -> Counter[str]:
    """Take all notes of a file in."""
    return take_all(notebook, list(read_notes(text)), article)


def take_all(
    notebook: Notebook, notes: list[Incoming], article: Article | None = ARTICLE
) -> Counter[str]:
    """Take notes in, and count what became of them."""
    taker, done = Taker(notebook, article), Counter[str]()
    for incoming in notes:
        step = taker.step(incoming)
        step.deed()
        done[step.outcome] += 1
    return done


PLACES = [
    (quoted(1, "enam negara"), "enam\nnegara"),
    (quoted(1, "enam  negara. Kini"), "enam\nnegara. Kini"),
    (quoted(1, "enam", prefix="dan 𝄞 ", suffix="."), "enam"),
    ({"id": "urn:a:1", "target": URL, "bodyValue": "Semua."}, "Enam negara"),
]


@pytest.mark.parametrize(("annotation", "exact"), PLACES)
def test_a_quote_is_found_whatever_its_white_space(
    notebook: Notebook, annotation: dict[str, Any], exact: str
) -> None:
    """And a note on the whole article stands on its headline."""
    take(notebook, w3c(annotation))
    [note] = notebook.annotations

    anchor = note.anchor
    assert (anchor.exact, TEXT[anchor.start : anchor.end]) == (exact, exact)
    assert anchor.digest == ARTICLE.digest


def test_the_words_around_a_quote_choose_among_several(notebook: Notebook) -> None:
    """As the selector means them."""
    take(notebook, w3c(quoted(1, "enam", prefix="Kini “", suffix="” dan")))
    [note] = notebook.annotations

    assert note.anchor.start == TEXT.index("“enam") + 1


def test_a_quote_that_cannot_be_placed_is_kept(notebook: Notebook) -> None:
    """As an orphan, with its quote."""
    done = take(notebook, w3c(quoted(1, "tujuh belas kapal selam", "Mana?")))
    [note] = notebook.annotations

    assert (done["added"], note.anchor.exact, note.body) == (1, "tujuh belas kapal selam", "Mana?")


def test_hypothesis_rows_bring_words_tags_and_replies(notebook: Notebook) -> None:
    """A reply stands on the passage that it replies to."""
    reply = row("b", "Ya.", references=["a"], target=[{"source": URL}], tags=[])
    take(notebook, json.dumps({"total": 2, "rows": [row("a", "Benar?"), reply]}))

    told = [(note.anchor.exact, note.body, note.tags) for note in notebook.annotations]
    assert sorted(told) == [("enam\nnegara", "Benar?", ("csto",)), ("enam\nnegara", "Ya.", ())]


FILES = {
    "w3c": w3c(quoted(1, "enam negara", "Benar?"), quoted(2, "tidak ada di sini sama sekali")),
    "hypothesis": json.dumps({"rows": [row("a", "Benar?"), row("b", "", "CSTO")]}),
    "csv": "Highlight,Title,Author,URL,Note,Location,Date\nenam negara,T,,,Benar?,,\nCSTO,T,,,,,\n",
    "kindle": (
        "T\n- Your Highlight on Location 1-2 | Added on Tuesday, May 3, 2022 1:00:00 AM\n\nCSTO\n"
        "==========\n"
    ),
}


@pytest.mark.parametrize("text", FILES.values(), ids=FILES)
def test_the_same_file_twice_changes_nothing(notebook: Notebook, text: str) -> None:
    """Whatever its format."""
    take(notebook, text)
    before = notebook.annotations
    done = take(notebook, text)

    assert (set(done), notebook.annotations) == ({"kept"}, before)


def test_the_same_note_from_two_programs_is_one(notebook: Notebook) -> None:
    """Told by its quote, its words and its place; new tags are added to it."""
    take(notebook, FILES["w3c"])
    done = take(notebook, FILES["hypothesis"])

    assert done == {"changed": 1, "added": 1}
    assert [note.tags for note in notebook.annotations if note.body == "Benar?"] == [("csto",)]


def test_the_same_words_in_two_places_are_two_notes(notebook: Notebook) -> None:
    """Two highlights of a name."""
    annotations = (
        quoted(1, "enam", prefix="beranggotakan ", suffix=" negara"),
        quoted(2, "enam", prefix="dan 𝄞 ", suffix="."),
    )

    assert take(notebook, w3c(*annotations)) == {"added": 2}


def test_what_was_changed_elsewhere_is_changed_here(notebook: Notebook) -> None:
    """Where nothing was changed here."""
    take(notebook, w3c(quoted(1, "enam negara", "Benar?")))
    done = take(notebook, w3c(quoted(1, "enam negara", "Benar.")))

    assert (done, [note.body for note in notebook.annotations]) == ({"changed": 1}, ["Benar."])


def test_what_was_changed_on_both_sides_stays_side_by_side(notebook: Notebook) -> None:
    """As a conflict, which a further import does not open again once it was settled."""
    take(notebook, w3c(quoted(1, "enam negara", "Benar?")))
    [note] = notebook.annotations
    notebook.edit(note.id, body="Kurang satu.")
    theirs = w3c(quoted(1, "enam negara", "Benar."))
    done = take(notebook, theirs)
    [conflict] = notebook.conflicts

    assert (done, conflict.bodies) == ({"in conflict": 1}, ("Kurang satu.", "Benar."))
    assert take(notebook, theirs) == {"kept": 1}
    notebook.choose(note.id, "Kurang satu.")
    assert (take(notebook, theirs), notebook.conflicts) == ({"kept": 1}, [])


def test_a_note_in_the_trash_stays_there(notebook: Notebook) -> None:
    """Its file may be read again."""
    take(notebook, FILES["w3c"])
    for note in notebook.annotations:
        notebook.delete(note.id)

    assert (take(notebook, FILES["w3c"]), notebook.annotations) == ({"in the trash": 2}, [])


def test_notes_on_an_unread_article_wait_for_it(notebook: Notebook) -> None:
    """They find their places when it is opened, and are not taken in twice."""
    take(notebook, FILES["hypothesis"], None)
    quotes = sorted(note.anchor.exact for note in notebook.annotations)

    assert quotes == ["CSTO", "enam negara"]
    assert set(take(notebook, FILES["hypothesis"])) == {"kept"}
