"""Notes in step with a server: pulled, pushed, torn, broken off, and at rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from reader.article import Span
from reader.exchange.format import ExchangeError
from reader.exchange.sync.hypothesis import Hypothesis
from reader.exchange.sync.server import Server, checked
from reader.exchange.sync.step import Meeting, bring_in_step
from reader.notes.annotation import Annotation
from reader.session import Session
from tests.exchange.reading.test_taking import ARTICLE, URL
from tests.exchange.sync.server import TOKEN, USER, Store, running


@dataclass
class Pair:
    """A reader and a server."""

    session: Session
    store: Store
    pauses: list[float]

    def sync(self, group: str = "", patience: float = 5.0) -> Counter[str]:
        """Bring them in step once."""
        server = Server(self.store.url, TOKEN, self.pauses.append, patience)
        there = Hypothesis(server, group)
        meeting = Meeting(
            self.session.notebook, ARTICLE, self.session.document, URL, there.rows(URL)
        )
        return bring_in_step(meeting, there)

    def add(self, body: str = "Benar?", start: int = 13) -> Annotation:
        """A note here."""
        return self.session.annotate(Span(start, start + 4), body=body, tags=("csto",))

    @property
    def note(self) -> Annotation:
        """The only note here."""
        [note] = self.session.notebook.annotations
        return note

    @property
    def row(self) -> dict[str, Any]:
        """The only annotation there."""
        [row] = self.store.live()
        return row


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    """A reader without notes and a server without annotations."""
    with running() as store:
        yield Pair(Session(replace(ARTICLE, url=URL, source=URL), tmp_path), store, [])


def test_what_is_new_here_is_made_there_for_its_owner_alone(pair: Pair) -> None:
    """With quote, position, words and tags; a second run asks for nothing to be done."""
    pair.add()

    assert pair.sync() == {"added there": 1}
    row = pair.row
    assert (row["uri"], row["text"], row["tags"]) == (URL, "Benar?", ["csto"])
    assert row["permissions"] == {"read": [USER]}
    position, quote = row["target"][0]["selector"]
    assert (position["start"], position["end"], quote["exact"]) == (13, 17, "CSTO")
    assert set(pair.sync()) <= {"kept"}
    assert [asked for asked in pair.store.asked if asked.startswith("POST")] == [
        "POST /api/annotations"
    ]


def test_what_is_new_there_is_made_here_once(pair: Pair) -> None:
    """On its passage."""
    pair.store.put(URL, "Benar?", "enam negara", tags=["csto"])

    assert pair.sync() == {"added here": 1}
    assert (pair.note.anchor.exact, pair.note.tags) == ("enam\nnegara", ("csto",))
    assert set(pair.sync()) == {"kept"}


def test_changes_go_to_the_side_that_has_none(pair: Pair) -> None:
    """Words here and tags there, and the other way round."""
    pair.add()
    pair.sync()
    pair.session.edit(pair.note.id, body="Benar.")
    pair.row["tags"] = ["csto", "nato"]

    assert pair.sync() == {"changed here": 1, "changed there": 1}
    assert (pair.note.body, pair.note.tags) == ("Benar.", ("csto", "nato"))
    assert (pair.row["text"], pair.row["tags"]) == ("Benar.", ["csto", "nato"])
    assert set(pair.sync()) == {"kept"}


def test_words_changed_on_both_sides_stay_side_by_side(pair: Pair) -> None:
    """Nothing is sent before the conflict is settled; then the choice is."""
    pair.add()
    pair.sync()
    pair.session.edit(pair.note.id, body="Di sini.")
    pair.row["text"] = "Di sana."

    assert pair.sync() == {"in conflict": 1, "unsettled": 1}
    [conflict] = pair.session.notebook.conflicts
    assert (conflict.bodies, pair.row["text"]) == (("Di sini.", "Di sana."), "Di sana.")
    assert pair.sync() == {"kept": 1, "unsettled": 1}
    pair.session.notebook.choose(pair.note.id, "Di sini dan di sana.")
    assert pair.sync() == {"kept": 1, "changed there": 1}
    assert (pair.row["text"], pair.session.notebook.conflicts) == ("Di sini dan di sana.", [])


def test_what_was_deleted_on_one_side_is_deleted_on_the_other(pair: Pair) -> None:
    """There for good, here into the trash."""
    first, second = pair.add(), pair.add("Lain.", 26)
    pair.sync()
    pair.session.delete(first.id)
    lain = next(row for row in pair.store.live() if row["text"] == "Lain.")
    pair.store.rows[lain["id"]] = {}

    assert pair.sync() == {"removed there": 1, "removed here": 1}
    assert (pair.store.live(), pair.session.notebook.annotations) == ([], [])
    assert {note.id for note in pair.session.notebook.trash} == {first.id, second.id}
    assert pair.sync() == {}


def test_what_was_deleted_on_one_side_and_changed_on_the_other_lives(pair: Pair) -> None:
    """A change is worth more than a deletion."""
    first, _ = pair.add(), pair.add("Lain.", 26)
    pair.sync()
    lain = next(row for row in pair.store.live() if row["text"] == "Lain.")
    pair.store.rows[lain["id"]] = {}
    other = next(n for n in pair.session.notebook.annotations if n.body == "Lain.")
    pair.session.edit(other.id, body="Lain lagi.")
    pair.session.delete(first.id)
    pair.row["text"] = "Benar sekali."

    assert pair.sync() == {"added here": 1, "added there": 1}
    words = {"Benar sekali.", "Lain lagi."}
    assert {note.body for note in pair.session.notebook.annotations} == words
    assert {row["text"] for row in pair.store.live()} == words


def test_a_note_that_both_sides_have_is_made_on_neither(pair: Pair) -> None:
    """Told by its quote and its words."""
    pair.add()
    pair.store.put(URL, "Benar?", "CSTO", tags=["csto"])

    assert pair.sync() == {"kept": 1}
    assert (len(pair.store.live()), pair.note.body) == (1, "Benar?")


def test_an_answer_that_was_lost_makes_no_second_annotation(pair: Pair) -> None:
    """A POST is not sent again by itself; the next run finds what the first one made."""
    pair.add()
    pair.store.troubles = [("POST", 1)]
    with pytest.raises(ExchangeError):
        pair.sync()

    assert pair.sync() == {"kept": 1}
    assert pair.row["text"] == "Benar?"


def test_a_group_is_a_place_of_its_own(pair: Pair) -> None:
    """Its members may read the note; notes of another group stay where they are."""
    pair.store.put(URL, "Dunia.", "enam negara")
    pair.add()

    assert pair.sync("abc") == {"added there": 1}
    [row] = [row for row in pair.store.live() if row["group"] == "abc"]
    assert row["permissions"] == {"read": ["group:abc"]}


def test_long_searches_are_read_page_by_page(pair: Pair) -> None:
    """Each annotation once."""
    for number in range(450):
        pair.store.put(URL, f"{number}", "enam negara")

    assert pair.sync() == {"added here": 450}
    assert len([asked for asked in pair.store.asked if "/search" in asked]) == 3


PASSING = [("GET", 429), ("GET", 503), ("GET", 500), ("PATCH", 502), ("PATCH", 1), ("GET", 1)]


@pytest.mark.parametrize("trouble", PASSING)
def test_passing_troubles_are_waited_out(pair: Pair, trouble: tuple[str, int]) -> None:
    """As long as the server asks, or a second; then the work is done."""
    pair.add()
    pair.sync()
    pair.session.edit(pair.note.id, body="Benar.")
    pair.store.troubles = [trouble]

    assert pair.sync() == {"kept": 1, "changed there": 1}
    assert (pair.row["text"], pair.pauses) == ("Benar.", [7.0 if trouble[1] == 429 else 1.0])


LASTING = [
    ([("GET", 401)], "does not accept the token", []),
    ([("GET", 302)], "says 302", []),
    ([("GET", 400)], "says 400", []),
    ([("GET", 503)] * 4, "says 503", [1.0, 2.0, 4.0]),
    ([("POST", 500)], "says 500", []),
]


@pytest.mark.parametrize(("troubles", "words", "pauses"), LASTING)
def test_lasting_troubles_are_one_line(
    pair: Pair, troubles: list[tuple[str, int]], words: str, pauses: list[float]
) -> None:
    """Without the token in it; nothing here is lost, and the next run does the work."""
    pair.add()
    pair.store.troubles = list(troubles)
    with pytest.raises(ExchangeError, match=words) as caught:
        pair.sync()

    assert TOKEN not in str(caught.value) and len(str(caught.value).splitlines()) == 1
    assert (pair.pauses, pair.sync()) == (pauses, {"added there": 1})


def test_a_silent_server_is_given_up(pair: Pair) -> None:
    """When its time is over."""
    pair.store.troubles = [("GET", 0)] * 4
    with pytest.raises(ExchangeError, match="too long"):
        pair.sync(patience=0.1)

    assert len(pair.pauses) == 3


@pytest.mark.parametrize(
    "url", ["http://example.org/api", "ftp://example.org", "nothing", "http://10.0.0.1/api"]
)
def test_a_token_goes_over_no_open_line(url: str) -> None:
    """Plain http is for this machine."""
    with pytest.raises(ExchangeError):
        checked(url)

    assert checked("http://[::1]:5000/api/") == "http://[::1]:5000/api"


def test_a_search_that_shows_less_deletes_nothing(pair: Pair) -> None:
    """Only what the server says is gone is gone."""
    pair.add()
    pair.sync()
    pair.row["uri"] = "https://example.org/moved"

    assert pair.sync() == {}
    assert pair.note.body == "Benar?"
