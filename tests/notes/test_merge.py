"""Merging: copies that met the same versions are equal, and no text is gone."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.notes.document import Document
from reader.notes.merge import chosen, fold, parted, rivals, settled, successor

NOTE: Document = {"id": "n1", "article": "a", "body": "first", "tags": ["a"], "rev": 1}


def _texts(document: Document) -> list[str]:
    return sorted([document["body"], *(head["body"] for head in rivals(document))])


MERGES: list[tuple[str, list[Document], list[str]]] = [
    ("one changed the text", [{"body": "mine"}, {}], ["mine"]),
    ("both changed it alike", [{"body": "same"}, {"body": "same"}], ["same"]),
    ("both changed it", [{"body": "mine"}, {"body": "theirs"}], ["mine", "theirs"]),
    ("three changed it", [{"body": "x"}, {"body": "y"}, {"body": "z"}], ["x", "y", "z"]),
    ("one deleted it", [{"deleted": True}, {}], ["first"]),
    ("one deleted what the other edited", [{"deleted": True}, {"body": "mine"}], ["mine"]),
]


@pytest.mark.parametrize(
    ("changes", "expected"), [each[1:] for each in MERGES], ids=[each[0] for each in MERGES]
)
def test_texts_of_which_none_was_seen_by_another_are_kept(
    changes: list[Document], expected: list[str]
) -> None:
    """In whatever order the copies meet."""
    copies = [successor(NOTE, change) if change else NOTE for change in changes]
    found = []
    for order in permutations(copies):
        whole = order[0]
        for copy in order[1:]:
            whole = fold(whole, copy)
        found.append(_texts(whole))

    assert found == [expected] * len(found)


def test_a_text_changed_beside_another_field_is_kept() -> None:
    """Whichever of the two was later."""
    whole = fold(successor(NOTE, {"body": "mine"}), successor(NOTE, {"colour": "red"}))

    assert "mine" in _texts(whole)


def test_an_edit_made_without_sight_of_the_delete_revives() -> None:
    """Words count for more than their absence, however late and often that was changed."""
    edited = successor(NOTE, {"body": "mine"})
    deleted = successor(successor(NOTE, {"colour": "red"}), {"deleted": True})
    whole = fold(deleted, edited)

    assert not settled(whole).get("deleted") and settled(whole)["body"] == "mine"


def test_a_delete_with_sight_of_the_edit_stays() -> None:
    """The old copy does not bring the note back."""
    edited = successor(NOTE, {"body": "mine"})
    deleted = successor(edited, {"deleted": True})

    assert fold(fold(deleted, edited), NOTE)["deleted"] is True


def test_tags_of_both_sides_are_united() -> None:
    """Where they agree on the text."""
    one, other = (successor(NOTE, {"tags": ["a", tag]}) for tag in "bc")

    assert sorted(settled(fold(one, other))["tags"]) == ["a", "b", "c"]


def test_a_choice_ends_the_conflict_for_every_copy() -> None:
    """Also for one that has not heard of it."""
    one, other = (successor(NOTE, {"body": body}) for body in ("mine", "theirs"))
    torn = fold(one, other)
    settled_once = chosen(torn, "both")
    whole = fold(fold(other, settled_once), torn)

    assert (_texts(whole), rivals(whole)) == (["both"], [])


def test_a_choice_taken_back_opens_the_conflict_again() -> None:
    """With the same texts."""
    torn = fold(*(successor(NOTE, {"body": body}) for body in ("mine", "theirs")))
    again = parted(chosen(torn, "both"), torn["body"], rivals(torn))

    assert _texts(again) == ["mine", "theirs"]


CHANGES = st.lists(
    st.fixed_dictionaries(
        {}, optional={"body": st.sampled_from("pqrs"), "colour": st.just("red")}
    ).filter(bool),
    max_size=3,
)


def _after(changes: list[Document]) -> Document:
    note = NOTE
    for change in changes:
        note = successor(note, change)
    return note


@given(st.tuples(CHANGES, CHANGES, CHANGES))
def test_the_order_of_merges_makes_no_difference(
    histories: tuple[list[Document], list[Document], list[Document]],
) -> None:
    """Commutative, associative and idempotent."""
    one, two, three = map(_after, histories)
    whole = fold(fold(one, two), three)

    assert whole == fold(one, fold(three, two)) == fold(whole, two)
