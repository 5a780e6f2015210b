"""Three devices that share an article's notes agree in the end, whatever happened between."""

import json
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from reader.notes import files, merge
from reader.notes.anchor import create
from reader.notes.document import Document
from reader.notes.notebook import open_notebook

ARTICLE = "a-article"
TEXT = "Six states are members of the alliance today."
devices = st.integers(0, 2)
picks = st.integers(0, 20)


class Devices(RuleBasedStateMachine):
    """Three data directories, each with a window open on the article, and files carried between."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.folders = [self.root / name for name in "abc"]
        self.windows = [open_notebook(folder, ARTICLE) for folder in self.folders]
        self.written: set[tuple[str, str]] = set()
        self.replaced: set[tuple[str, str]] = set()
        self.carried = self.crashes = 0

    @rule(device=devices)
    def add(self, device: int) -> None:
        """A new note, with a text that no other has."""
        made = self.windows[device].add(create(TEXT, 0, 3), body=self._text())
        self._wrote(device, made.id)

    @rule(device=devices, pick=picks)
    def edit(self, device: int, pick: int) -> None:
        """A new text for a note."""
        if note := self._pick(device, pick):
            self._see(device, note)
            self.windows[device].edit(note, body=self._text())
            self._wrote(device, note)

    @rule(device=devices, pick=picks, tag=st.sampled_from("xyz"))
    def tag(self, device: int, pick: int, tag: str) -> None:
        """A tag, which is no change of the text."""
        if note := self._pick(device, pick):
            self.windows[device].edit(note, tags=[tag])
            self._wrote(device, note)

    @rule(device=devices, pick=picks)
    def delete(self, device: int, pick: int) -> None:
        """A note goes into the trash, with its text."""
        if note := self._pick(device, pick):
            self.windows[device].delete(note)
            self._wrote(device, note)

    @rule(device=devices, pick=picks)
    def restore(self, device: int, pick: int) -> None:
        """A note comes out of the trash."""
        trash = self.windows[device].trash
        if trash:
            self.windows[device].restore(trash[pick % len(trash)].id)

    @rule(device=devices, pick=picks)
    def choose(self, device: int, pick: int) -> None:
        """A conflict is settled by one of its texts."""
        conflicts = self.windows[device].conflicts
        if conflicts:
            conflict = conflicts[pick % len(conflicts)]
            note, bodies = conflict.annotation.id, conflict.bodies
            self.replaced |= {(note, body) for body in bodies}
            self.windows[device].choose(note, bodies[pick % len(bodies)])
            self._wrote(device, note)

    @rule(device=devices, back=st.booleans())
    def undo_or_redo(self, device: int, back: bool) -> None:
        """The last deed is taken back or done again, in sight of every text that is shown."""
        window = self.windows[device]
        before = {note.id: note.body for note in [*window.annotations, *window.trash]}
        if back:
            window.undo()
        else:
            window.redo()
        for note in [*window.annotations, *window.trash]:
            if note.body != before[note.id]:
                self.replaced.add((note.id, before[note.id]))
            self._wrote(device, note.id)

    @rule(device=devices)
    def reopen(self, device: int) -> None:
        """The window is closed and opened."""
        self.windows[device].close()
        self.windows[device] = open_notebook(self.folders[device], ARTICLE)

    @rule(device=devices, pick=picks)
    def crash(self, device: int, pick: int) -> None:
        """The program dies between its writing of the mirror and of the file."""
        window = self.windows[device]
        assert window.flush()
        if note := self._pick(device, pick):
            self._see(device, note)
            self.crashes += 1
            with patch.object(files, "replace", side_effect=OSError("it died")):
                window.edit(note, body=f"half written {self.crashes}")
                assert not window.flush()
                window._unsaved.clear()
        window.close()
        self.windows[device] = open_notebook(self.folders[device], ARTICLE)

    @rule(device=devices, part=st.floats(0, 1))
    def damage(self, device: int, part: float) -> None:
        """The note file is cut off by a crash of another program."""
        window = self.windows[device]
        window.close()
        main = self._main(device)
        if main.exists():
            data = main.read_bytes()
            main.write_bytes(data[: int(part * len(data))])
        self.windows[device] = open_notebook(self.folders[device], ARTICLE)

    @rule(device=devices, pick=picks)
    def write_in_a_second_window(self, device: int, pick: int) -> None:
        """Another window on the same file writes while the first has not looked."""
        self.windows[device].flush()
        other = open_notebook(self.folders[device], ARTICLE)
        live = other.annotations
        if live:
            note = live[pick % len(live)]
            self.replaced.add((note.id, note.body))
            text = self._text()
            other.edit(note.id, body=text)
            self.written.add((note.id, text))
        other.close()

    @rule(source=devices, other=devices)
    def carry(self, source: int, other: int) -> None:
        """A synchroniser puts one device's file beside another's."""
        if source == other:
            return
        self.windows[source].flush()
        self.windows[other].close()
        if self._main(source).exists():
            self.carried += 1
            self.folders[other].joinpath("notes").mkdir(parents=True, exist_ok=True)
            name = f"{ARTICLE}.sync-conflict-20261124-{self.carried:06}.json"
            shutil.copy(self._main(source), self._main(other).with_name(name))
        self.windows[other] = open_notebook(self.folders[other], ARTICLE)
        assert self.windows[other].flush()

    def teardown(self) -> None:
        """Everything is carried everywhere: all agree, and every text is there or was replaced."""
        for source, other in [(0, 1), (1, 2), (2, 0), (0, 1), (1, 2), (2, 0), (0, 1)]:
            self.carry(source, other)
        for window in self.windows:
            window.close()
        first, *others = (self._documents(device) for device in range(3))
        shutil.rmtree(self.root)

        assert [first] * 2 == others
        texts = {
            (note["id"], head["body"]) for note in first for head in (note, *merge.rivals(note))
        }
        assert set() == self.written - self.replaced - texts

    def _text(self) -> str:
        return f"text {len(self.written)}"

    def _pick(self, device: int, pick: int) -> str:
        live = self.windows[device].annotations
        return live[pick % len(live)].id if live else ""

    def _see(self, device: int, note: str) -> None:
        shown = self.windows[device].get(note)
        assert shown
        self.replaced.add((note, shown.body))

    def _wrote(self, device: int, note: str) -> None:
        shown = self.windows[device].get(note)
        assert shown
        self.written.add((note, shown.body))

    def _main(self, device: int) -> Path:
        return self.folders[device] / "notes" / f"{ARTICLE}.json"

    def _documents(self, device: int) -> list[Document]:
        if not self._main(device).exists():
            return []
        notes: dict[str, Document] = json.loads(self._main(device).read_bytes())["_default"]
        return sorted(notes.values(), key=lambda note: str(note["id"]))


def _run(examples: int) -> None:
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Devices,
        settings=settings(
            max_examples=examples,
            stateful_step_count=25,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=quiet,
        ),
    )


@pytest.mark.parametrize("examples", [60, pytest.param(400, marks=pytest.mark.slow)])
def test_devices_agree_and_no_text_is_lost(examples: int) -> None:
    """Whatever is done on three devices, in whatever order their files meet."""
    _run(examples)


def test_without_conflicts_a_text_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """A merge that keeps the newest text alone does not pass."""

    def newest(versions: list[Document]) -> Document:
        return max(versions, key=lambda head: (head["rev"], head["modified"], head["body"]))

    monkeypatch.setattr(merge, "_packed", newest)

    with pytest.raises(AssertionError):
        _run(200)
