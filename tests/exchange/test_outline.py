"""The Logseq flavour: blocks whose ids stay, and a page that its owner may go on writing in."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings

from reader.exchange.document import ExportDocument
from reader.exchange.files import write
from reader.exchange.format import ExchangeError, ExportOptions
from reader.exchange.incoming import note_changes
from reader.exchange.markdown import FORMAT, render
from reader.exchange.merge import merge
from reader.exchange.old_file import parse_file
from reader.exchange.outline import block_id
from tests.exchange.notes import document
from tests.exchange.test_markdown import PASSAGES

LOGSEQ = ExportOptions("logseq")
THREE = [
    ("First *passage*.", "One.\n\n- a\n- b", ("a", "b, c")),
    ("Second passage.", "Two.", ()),
    ("# Third.", "", ()),
]
PAGE = """\
title:: T
source:: /a/b.txt
article:: article
notes:: 3

- id:: 018fffff-ffff-ffff-ffff-fffffffffc00
  tags:: a, [[b, c]]
  colour:: yellow
  made:: 2026-11-24
  open:: `reader open /a/b.txt --at 01HZZZZZZZZZZZZZZZZZZZZZ00`
  > First \\*passage\\*.
\t- One.

\t  - a
\t  - b
- id:: 018fffff-ffff-ffff-ffff-fffffffffc01
"""


def _write(path: Path, exported: ExportDocument) -> str:
    write(path, [exported], FORMAT, LOGSEQ)
    return path.read_text("utf-8")


def _changes(text: str) -> list[dict[str, object]]:
    return [dict(each.fields) for each in note_changes(text)]


def test_a_page_has_properties_and_a_block_a_note() -> None:
    """The words are blocks below their quote."""
    text = render([document(THREE)], LOGSEQ)

    assert text.startswith(PAGE)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("00000000000000000000000001", "00000000-0000-0000-0000-000000000001"),
        ("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "ffffffff-ffff-ffff-ffff-ffffffffffff"),
        ("8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "7a1a299d-2e19-59b6-92e8-7e3f3ab6ae14"),
    ],
)
def test_a_block_has_the_128_bits_of_its_note(note: str, expected: str) -> None:
    """An id that is no ULID has a digest."""

    assert (block_id(note), str(UUID(block_id(note)))) == (expected, expected)


def test_what_its_owner_wrote_around_the_notes_stays(tmp_path: Path) -> None:
    """In blocks of their own and in the page's properties."""
    path = tmp_path / "notes.md"
    text = _write(path, document(THREE[:2]))
    text = text.replace("title:: T\n", "title:: T\nrating:: 5\n", 1)
    text = text.replace("- id::", "- My own block\n  id:: 1\n\t- and below it\n- id::", 1)
    path.write_text(f"{text}- Below it all.\n", "utf-8")
    again = _write(path, document(THREE))

    for words in ("rating:: 5\n", "- My own block\n  id:: 1\n\t- and below it\n", "\n- Below it"):
        assert words in again
    assert "> \\# Third." in again and "notes:: 3" in again
    assert _write(path, document(THREE)) == again


def test_a_page_that_logseq_wrote_anew_is_not_edited() -> None:
    """It indents by tabs, and marks what is folded."""
    text = render([document(THREE)], LOGSEQ)
    theirs = text.replace("\t  - ", "\t\t- ").replace(
        "  colour::", "  collapsed:: true\n  colour::"
    )
    old = parse_file(theirs)
    assert old is not None

    assert _changes(theirs) == [{}, {}, {}]
    assert merge(old, document(THREE), LOGSEQ).text == theirs


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("\t- Two.", "\t- Two and a half."), [{}, {"body": "Two and a half."}, {}]),
        (("\t- Two.", "\t- Two.\n\t- Three."), [{}, {"body": "- Two.\n- Three."}, {}]),
        (("\t- Two.", "\t- Two.\n\t\t- Three."), [{}, {"body": "Two.\n- Three."}, {}]),
        (("tags:: a, [[b, c]]", "tags:: [[b, c]], d"), [{"tags": ("b, c", "d")}, {}, {}]),
        (("> \\# Third.", "> \\# Third.\n\t- New."), [{}, {}, {"body": "New."}]),
    ],
)
def test_an_edit_is_told(change: tuple[str, str], expected: list[dict[str, object]]) -> None:
    """Words and tags, each where they were changed."""
    text = render([document(THREE)], LOGSEQ).replace(*change, 1)

    assert _changes(text) == expected


def test_an_edited_note_stays_and_a_removed_one_stays_away(tmp_path: Path) -> None:
    """Until they are taken in."""
    path = tmp_path / "notes.md"
    text = _write(path, document(THREE)).replace("\t- Two.", "\t- Half.")
    start, end = (text.index(f"- id:: {block_id(_id(number))}") for number in (0, 1))
    path.write_text(text[:start] + text[end:], "utf-8")
    [written] = write(path, [document(THREE)], FORMAT, LOGSEQ)

    assert (written.edited, written.removed) == ((_id(1),), (_id(0),))
    assert "\t- Half." in path.read_text("utf-8")
    assert "First" not in path.read_text("utf-8").partition("<!--")[0]


def _id(number: int) -> str:
    return document(THREE).notes[number].annotation.id


@pytest.mark.parametrize("space", [" ", "\t", "\u2028", "\u00a0 \n "])
def test_white_space_at_the_end_of_words_changes_no_file(tmp_path: Path, space: str) -> None:
    """A second export leaves the file alone."""
    exported = document([("First passage.", f"One.{space}", ())])
    path = tmp_path / "notes.md"
    changed = [write(path, [exported], FORMAT, LOGSEQ)[0].is_changed for _ in range(2)]

    assert changed == [True, False]


def test_a_file_of_another_flavour_is_left_alone(tmp_path: Path) -> None:
    """What was written in it would not fit."""
    path = tmp_path / "notes.md"
    text = _write(path, document(THREE))
    with pytest.raises(ExchangeError, match="another flavour"):
        write(path, [document(THREE)], FORMAT, ExportOptions("obsidian"))

    assert path.read_text("utf-8") == text


@settings(max_examples=100, deadline=None)
@given(PASSAGES)
def test_an_export_is_read_back_as_it_was_made(
    passages: list[tuple[str, str, tuple[str, ...]]],
) -> None:
    """Nothing counts as edited, and a second export changes no byte."""
    exported = document(passages)
    text = render([exported], LOGSEQ)
    old = parse_file(text)
    assert old is not None

    assert merge(old, exported, LOGSEQ).text == text
    changes = note_changes(text)
    assert [each.note for each in changes] == [each.annotation for each in exported.notes]
    assert not any(each.fields or each.is_removed for each in changes)
