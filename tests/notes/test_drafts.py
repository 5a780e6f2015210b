"""Drafts: words that are being typed outlive a crash, and only that."""

from pathlib import Path

import pytest

from reader.notes.drafts import draft, drafts


@pytest.mark.parametrize("words", ["", "one\ntwo", "Да 𝄞 \u202e \x1b[31m", "x" * 100_000])
def test_kept_words_are_there_after_a_restart(tmp_path: Path, words: str) -> None:
    """As they were typed."""
    draft(tmp_path, "article", "note").keep(words)

    assert draft(tmp_path, "article", "note").text == words


def test_each_note_of_each_article_has_its_own_draft(tmp_path: Path) -> None:
    """Whatever their names, which lead to no other folder."""
    keys = [("a", "b"), ("a", "c"), ("../a", "b"), ("a/b", "c"), ("", "")]
    for number, key in enumerate(keys):
        draft(tmp_path, *key).keep(str(number))

    assert [draft(tmp_path, *key).text for key in keys] == ["0", "1", "2", "3", "4"]
    assert len(list((tmp_path / "drafts").iterdir())) == len(keys)


def test_what_was_left_unfinished_is_listed(tmp_path: Path) -> None:
    """By its article, whatever its name; blank drafts are none, and long names are short files."""
    for key in (("../ä @", "1-2"), ("b", "id 3"), ("b", "4-5"), ("b" * 300, "1-2")):
        draft(tmp_path, *key).keep(f"words of {key[1]}")
    draft(tmp_path, "b", "4-5").keep(" ")

    assert [(each.key, each.text) for each in drafts(tmp_path, "b")] == [("id 3", "words of id 3")]
    assert [each.key for each in drafts(tmp_path, "../ä @")] == ["1-2"]
    assert len(drafts(tmp_path)) == 3


def test_a_dropped_draft_is_gone(tmp_path: Path) -> None:
    """And may be dropped twice."""
    kept = draft(tmp_path, "article", "note")
    kept.keep("words")
    kept.drop()
    kept.drop()

    assert kept.text == "" and list((tmp_path / "drafts").iterdir()) == []


def test_a_draft_is_the_users_alone(tmp_path: Path) -> None:
    """Like the notes themselves."""
    kept = draft(tmp_path, "article", "note")
    kept.keep("words")

    assert kept.path.stat().st_mode & 0o777 == 0o600


def test_a_disk_that_refuses_costs_the_draft_alone(tmp_path: Path) -> None:
    """The editor still has the words."""
    (tmp_path / "drafts").write_text("a file where the folder should be")
    kept = draft(tmp_path, "article", "note")
    kept.keep("words")
    kept.drop()

    assert kept.text == ""


def test_a_damaged_draft_is_no_draft(tmp_path: Path) -> None:
    """Bytes that are no text are not shown."""
    kept = draft(tmp_path, "article", "note")
    kept.keep("words")
    kept.path.write_bytes(b"\xff\xfe\x00")

    assert kept.text == ""
