"""An export in somebody's vault: written in, moved, cut, renamed; and nothing of theirs is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange.document import ExportDocument
from reader.exchange.files import write
from reader.exchange.format import FLAVOURS, ExportOptions, Flavour
from reader.exchange.markdown import FORMAT, render
from reader.exchange.merge import merge
from reader.exchange.old_file import parse_file
from reader.exchange.reading.recognise import read_notes
from reader.exchange.reading.taking import Taker
from reader.exchange.taken import file_key
from reader.notes.annotation import PlacedAnnotation
from reader.notes.notebook import Notebook, open_notebook
from tests.exchange.notes import document

PASSAGES = [
    ("First passage.", "One.", ("a",)),
    ("Second passage.", "Two.", ()),
    ("Third passage.", "Three.", ("c",)),
    ("Fourth passage.", "", ()),
]
MADE = document(PASSAGES, "News")


def _blocks(text: str) -> tuple[str, list[str], str]:
    """What stands before the notes, the notes, and what stands after them."""
    old = parse_file(text)
    assert old is not None
    notes = [block.text for block in old.blocks if block.note]
    first, end = text.index(notes[0]), text.index(notes[-1]) + len(notes[-1])
    return text[:first], notes, text[end:]


class Owner:
    """Somebody with a notebook and a vault."""

    def __init__(self, folder: Path, flavour: Flavour) -> None:
        self.options = ExportOptions(flavour)
        self.vault = folder / "vault"
        self.vault.mkdir()
        self.notebook: Notebook = open_notebook(folder, "article")
        for placed in MADE.notes:
            note = placed.annotation
            self.notebook.add(note.anchor, note_id=note.id, body=note.body, tags=note.tags)

    @property
    def exported(self) -> ExportDocument:
        """The article with the notes as they are now."""
        held = {note.id: note for note in self.notebook.annotations}
        places = [(held.get(each.annotation.id), each.place) for each in MADE.notes]
        notes = [PlacedAnnotation(note, place) for note, place in places if note]
        return replace(MADE, notes=notes, torn=self.notebook.torn)

    def export(self) -> Path:
        """Bring the vault up to date; its only file."""
        write(self.vault, [self.exported], FORMAT, self.options)
        [path] = self.vault.rglob("*.md")
        return path

    def take_in(self, path: Path) -> Counter[str]:
        """Take the file in."""
        taker, done = Taker(self.notebook, MADE.article, file_key(path)), Counter[str]()
        for incoming in read_notes(path.read_text("utf-8")):
            step = taker.step(incoming)
            step.deed()
            done[step.outcome] += 1
        return done

    def words(self) -> list[str]:
        """The words of the notes."""
        return sorted(note.body for note in self.notebook.annotations)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_what_is_done_to_a_file_is_not_undone(tmp_path: Path, flavour: Flavour) -> None:
    """Edits outside and inside, a block deleted and one moved, the file renamed; all at once."""
    owner = Owner(tmp_path, flavour)
    path = owner.export()
    head, (first, second, third, fourth), tail = _blocks(path.read_text("utf-8"))
    joint = "\n" if flavour == "logseq" else "\n\n"
    mine = "- Mine." if flavour == "logseq" else "Mine."
    edited = third.replace("Three.", "Three and a half.")
    moved = joint.join([mine, fourth, edited, mine, first])
    path.write_text(f"{head}{moved}{tail}", "utf-8")
    renamed = owner.vault / "below" / "Mine.md"
    renamed.parent.mkdir()
    path.rename(renamed)
    before = _blocks(owner.export().read_text("utf-8"))[1]
    done = owner.take_in(renamed)
    again = owner.export()

    assert before == [fourth, edited, first]
    assert done == {"changed": 1, "removed": 1, "kept": 2}
    assert owner.words() == ["", "One.", "Three and a half."]
    assert again == renamed and again.read_text("utf-8").count("Mine.") == 2
    assert _blocks(again.read_text("utf-8"))[1] == [fourth, edited, first]
    assert second not in again.read_text("utf-8")
    assert owner.take_in(again) == {"kept": 4}


WAYS = [*map(ExportOptions, FLAVOURS), *(ExportOptions(f, is_full=True) for f in FLAVOURS[:2])]
SCRAPS = [
    "{}",
    "- {}",
    "# {}",
    "> {}",
    "key:: {}",
    "```\n{}\n```",
    "<!-- {} -->",
    "    {}",
    "| {} |",
]
scraps = st.lists(st.tuples(st.integers(0, 200), st.sampled_from(SCRAPS)), min_size=1, max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(WAYS), scraps, st.integers(0, len(PASSAGES)))
def test_nothing_that_is_put_in_anywhere_is_lost(
    options: ExportOptions, put_in: list[tuple[int, str]], count: int
) -> None:
    """Between blocks and within them, whatever has become of the notes; and the file is at rest."""
    lines = render([MADE], options).split("\n")
    for number, (at, scrap) in enumerate(put_in):
        first = lines.index("") + 1 if options.flavour == "logseq" else lines.index("---", 1) + 1
        end = next(n for n, line in enumerate(lines) if "reader:end" in line)
        lines.insert(first + at % (end - first + 1), scrap.format(f"MINE{number}"))
    news = replace(MADE, notes=MADE.notes[:count])
    old = parse_file("\n".join(lines))
    assert old is not None
    text = merge(old, news, options).text
    again = parse_file(text)
    assert again is not None

    assert [n for n in range(len(put_in)) if f"MINE{n}" not in text] == []
    assert merge(again, news, options).text == text


def _dos(text: str) -> str:
    return text.replace("\n", "\r\n")


def _marked(text: str) -> str:
    return f"\ufeff{text}"


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("change", [_dos, _marked])
def test_the_line_ends_of_another_system_are_no_edit(
    tmp_path: Path, flavour: Flavour, change: Callable[[str], str]
) -> None:
    """Nor is a byte order mark."""
    owner = Owner(tmp_path, flavour)
    path = owner.export()
    path.write_bytes(change(path.read_text("utf-8")).encode())
    text = path.read_bytes().decode()
    done = Counter(
        Taker(owner.notebook, MADE.article).step(each).outcome for each in read_notes(text)
    )
    written = write(owner.vault, [owner.exported], FORMAT, owner.options)

    assert done == {"kept": 4}
    assert [(each.path, each.is_changed, each.edited) for each in written] == [(path, False, ())]
