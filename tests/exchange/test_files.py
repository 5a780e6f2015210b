"""Exporting again: the owner's words, edits, order and removals stay; edits come back."""

import os
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from reader.exchange import files
from reader.exchange.document import ExportDocument
from reader.exchange.files import write
from reader.exchange.format import ExchangeError, ExportOptions, Flavour
from reader.exchange.incoming import note_changes
from reader.exchange.markdown import FORMAT, render
from reader.exchange.merge import Merged, merge
from reader.exchange.old_file import parse_file
from reader.exchange.registry import FORMATS, find_format
from tests.exchange.notes import document
from tests.exchange.test_markdown import PASSAGES

THREE = [("First passage.", "One.", ("a",)), ("Second passage.", "Two.", ()), ("Third.", "", ())]


def _write(path: Path, exported: ExportDocument) -> str:
    write(path, [exported], FORMAT, ExportOptions())
    return path.read_text("utf-8")


def test_what_its_owner_wrote_around_the_notes_stays(tmp_path: Path) -> None:
    """Before, between and after them, and in the front matter."""
    path = tmp_path / "notes.md"
    text = _write(path, document(THREE[:2]))
    text = text.replace('title: "T"\n', 'title: "T"\nrating: 5 # of five\n')
    text = text.replace("# T\n", "# T\n\nMy own introduction.\n\n- with a list\n")
    path.write_text(f"{text}\nBelow it all.\n", "utf-8")
    again = _write(path, document(THREE))

    for words in ("rating: 5 # of five", "My own introduction.", "- with a list", "Below it all."):
        assert words in again
    assert "> Third." in again and "notes: 3" in again
    assert _write(path, document(THREE)) == again


def test_an_edited_note_stays_and_is_told(tmp_path: Path) -> None:
    """Until its edit is taken in; then it is as ours again."""
    path = tmp_path / "notes.md"
    text = _write(path, document(THREE))
    path.write_text(text.replace("Two.", "Two and a half."), "utf-8")
    [written] = write(path, [document(THREE)], FORMAT, ExportOptions())
    note = document(THREE).notes[1].annotation.id

    assert "Two and a half." in path.read_text("utf-8")
    assert written.edited == (note,)
    changes = {each.note.id: each for each in note_changes(path.read_text("utf-8"))}
    assert dict(changes[note].fields) == {"body": "Two and a half."}
    assert all(not each.fields for key, each in changes.items() if key != note)


def test_an_edited_tag_is_a_tag(tmp_path: Path) -> None:
    """And the words stay."""
    text = render([document(THREE)], ExportOptions()).replace("Tags: a ·", "Tags: a, b ·")
    [first, *_] = note_changes(text)

    assert dict(first.fields) == {"tags": ("a", "b")}


def test_a_note_that_was_taken_out_stays_out(tmp_path: Path) -> None:
    """And an import takes it out of the notebook."""
    path = tmp_path / "notes.md"
    text = _write(path, document(THREE))
    start, end = (
        text.index(f"<!-- reader:note {each.annotation.id}") for each in document(THREE).notes[:2]
    )
    path.write_text(text[:start] + text[end:], "utf-8")
    again = _write(path, document(THREE))

    assert "> First passage." not in again
    assert [each.is_removed for each in note_changes(again)] == [False, False, True]


def test_a_moved_note_stays_where_it_was_put(tmp_path: Path) -> None:
    """Order is the owner's."""
    path = tmp_path / "notes.md"
    text = _write(path, document(THREE))
    starts = [
        text.index(f"<!-- reader:note {each.annotation.id}") for each in document(THREE).notes
    ]
    end = text.index("<!-- reader:end")
    first, second, third = (
        text[starts[0] : starts[1]],
        text[starts[1] : starts[2]],
        text[starts[2] : end],
    )
    path.write_text(text[: starts[0]] + third + first + second + text[end:], "utf-8")
    again = _write(path, document(THREE))

    assert again.index("> Third.") < again.index("> First passage.") < again.index("> Second")


def test_a_deleted_note_leaves_the_file(tmp_path: Path) -> None:
    """With its block, and nothing else."""
    path = tmp_path / "notes.md"
    _write(path, document(THREE))
    exported = document(THREE)
    fewer = ExportDocument(exported.id, exported.article, exported.notes[1:])
    again = _write(path, fewer)

    assert "> First passage." not in again and "> Second passage." in again


def test_another_file_is_never_written_over(tmp_path: Path) -> None:
    """One clear line, and the file as it was."""
    path = tmp_path / "notes.md"
    path.write_text("# My diary\n")
    with pytest.raises(ExchangeError, match="not written by reader"):
        _write(path, document(THREE))

    assert path.read_text() == "# My diary\n"


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "markdown"])
def test_a_file_of_another_make_is_left_alone(tmp_path: Path, name: str) -> None:
    """In every format; an export is written over by the next one."""
    form, options = find_format(name), ExportOptions()
    path, mine = tmp_path / "notes", tmp_path / "mine"
    mine.write_text("* My diary\n")
    changed = []
    for passages in (THREE, THREE[:2]):
        [written] = write(path, [document(passages)], form, options)
        changed.append(written.is_changed)
    with pytest.raises(ExchangeError, match="left alone"):
        write(mine, [document(THREE)], form, options)

    assert (mine.read_text(), changed) == ("* My diary\n", [True, True])


def test_org_that_its_owner_has_written_in_is_left_alone(tmp_path: Path) -> None:
    """Its edits do not come back, so they stay."""
    path = tmp_path / "notes.org"
    write(path, [document(THREE)], find_format("org"), ExportOptions())
    path.write_text(path.read_text("utf-8").replace("One.", "Mine."), "utf-8")
    with pytest.raises(ExchangeError, match="was written in"):
        write(path, [document(THREE)], find_format("org"), ExportOptions())

    assert "Mine." in path.read_text("utf-8")


def test_an_unchanged_file_is_left_alone(tmp_path: Path) -> None:
    """Programs that watch the folder see nothing."""
    path = tmp_path / "notes.md"
    _write(path, document(THREE))
    before = path.stat().st_mtime_ns, path.stat().st_ino
    [written] = write(path, [document(THREE)], FORMAT, ExportOptions())

    assert not written.is_changed
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before


@settings(max_examples=150, deadline=None)
@given(PASSAGES)
def test_an_export_is_read_back_as_it_was_made(
    passages: list[tuple[str, str, tuple[str, ...]]],
) -> None:
    """Nothing counts as edited, and a second export changes no byte."""
    exported = document(passages)
    text = render([exported], ExportOptions())
    old = parse_file(text)
    assert old is not None

    assert merge(old, exported, ExportOptions()).text == text
    changes = note_changes(text)
    assert [each.note for each in changes] == [each.annotation for each in exported.notes]
    assert not any(each.fields or each.is_removed for each in changes)


def test_words_that_were_replaced_all_over_the_file_are_taken() -> None:
    """In our own copy of them too, and by several lines."""
    text = render([document(THREE)], ExportOptions()).replace("Two.", "Two,\nand {a} half.")
    changes = [dict(each.fields) for each in note_changes(text)]

    assert changes == [{}, {"body": "Two,\nand {a} half."}, {}]


def test_an_edited_quote_stays_and_is_no_edit_of_the_note(tmp_path: Path) -> None:
    """Nor is a block that was taken away news once its note is gone."""
    path = tmp_path / "notes.md"
    text = _write(path, document(THREE)).replace("> Second passage", "> ==Second== passage")
    start, end = (text.index(f"<!-- reader:note {each}") for each in (_id(0), _id(1)))
    path.write_text(text[:start] + text[end:], "utf-8")
    exported = document(THREE)
    [written] = write(path, [exported], FORMAT, ExportOptions())
    [again] = write(path, [replace(exported, notes=exported.notes[1:])], FORMAT, ExportOptions())

    assert (written.edited, written.removed, written.requoted) == ((), (_id(0),), (_id(1),))
    assert (again.edited, again.removed, again.requoted) == ((), (), (_id(1),))
    assert "> ==Second== passage" in path.read_text("utf-8")


def _id(number: int) -> str:
    return document(THREE).notes[number].annotation.id


OWN = [("obsidian", "Tags: #b-c"), ("commonmark", "Tags: b c"), ("logseq", "tags:: b c")]


@pytest.mark.parametrize(("flavour", "told"), OWN)
def test_the_words_and_tags_of_an_edited_block_are_taken(flavour: Flavour, told: str) -> None:
    """Also words that begin with a quote of their own, and tags that a flavour cannot spell."""
    exported = document([("Passage.", "> A reply.\n\nOne.", ("b c", '"'))])
    text = render([exported], ExportOptions(flavour))
    again = text.partition("reader:end")[0].replace("One.", "Two.").replace(told, f"{told}, #d")
    [change] = note_changes(again + text[text.index("reader:end") :])

    assert change.fields["body"] == "> A reply.\n\nTwo."
    assert {"b c", "d"} <= {tag.strip("#") for tag in change.fields["tags"]}


def test_a_full_disk_leaves_no_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor a scratch file; where there is room, the mode is that of any new file."""

    def refuse(_: int) -> None:
        raise OSError(ENOSPC, "No space left on device")

    other = tmp_path / "other"
    other.touch()
    with monkeypatch.context() as full, pytest.raises(OSError, match="No space"):
        full.setattr(os, "fsync", refuse)
        _write(tmp_path / "x.md", document(THREE))
    assert [*tmp_path.iterdir()] == [other]
    _write(tmp_path / "x.md", document(THREE))

    assert (tmp_path / "x.md").stat().st_mode == other.stat().st_mode


def test_what_its_owner_saves_while_we_merge_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is merged in turn, not written over."""
    path = tmp_path / "x.md"
    _write(path, document(THREE[:2]))

    def merged(*given: Any) -> Merged:
        if "Just now." not in path.read_text("utf-8"):
            path.write_text(path.read_text("utf-8") + "\nJust now.\n", "utf-8")
        return merge(*given)

    monkeypatch.setattr(files, "merge", merged)
    again = _write(path, document(THREE))

    assert "Just now." in again and "> Third." in again


def test_a_file_that_never_rests_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And that is said."""
    path = tmp_path / "x.md"
    _write(path, document(THREE[:2]))

    def merged(*given: Any) -> Merged:
        path.write_text(path.read_text("utf-8") + "\nMore.\n", "utf-8")
        return merge(*given)

    monkeypatch.setattr(files, "merge", merged)
    with pytest.raises(OSError, match="another program"):
        _write(path, document(THREE))
    assert "> Third." not in path.read_text("utf-8")
