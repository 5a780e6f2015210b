"""What parsers that nobody here wrote read in the exports: commonmark.js, mldoc, markdownlint.

They run in Node: `npm install --prefix tests/exchange/parsers` brings them. Without them the
tests are skipped and say so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.article import Span
from reader.exchange.document import ExportDocument
from reader.exchange.files import write
from reader.exchange.format import FLAVOURS, ExportOptions, Flavour
from reader.exchange.markdown import FORMAT, render
from reader.exchange.outline import block_id
from reader.session import Session
from tests.exchange.notes import document, lines, words
from tests.ui.story import SEED

FOLDER = Path(__file__).parent / "parsers"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("node") and (FOLDER / "node_modules").exists()),
        reason="commonmark.js, mldoc and markdownlint are not here",
    ),
]

TRICKY = [
    *("---", "***", "```", "~~~", "# ", "- ", "+ ", "1. ", "> ", "    ", "| a | b |", "|--|", "$$"),
    *("[[wiki]]", "![[embed]]", "%%", "((ref))", "{{macro}}", "==", "^block-id", "#tag", "\\"),
    *("key:: value", "id:: 1", "collapsed:: true", "TODO ", "SCHEDULED: <2026-01-01>", "#+BEGIN"),
    *(
        "<b>",
        "<!--",
        "-->",
        "<script>",
        "<?",
        "&amp;",
        "&#10;",
        "[a](b)",
        "[a]: b",
        "[^1]",
        "![x](y)",
    ),
    *(
        "=1+1",
        "@x",
        "https://example.org/a_b_c",
        "a@example.org",
        "**",
        "__",
        "~~",
        "`",
        "\n",
        "\n\n",
    ),
]
passages = (
    st.lists(st.one_of(st.sampled_from(TRICKY), words), min_size=1, max_size=6)
    .map(lambda parts: "".join(parts).strip().strip("\ufeff"))
    .filter(bool)
)
tags = st.lists(words.filter(str.strip), max_size=2, unique=True).map(tuple)
bodies = st.one_of(lines, passages)
documents = st.builds(
    document, st.lists(st.tuples(passages, bodies, tags), min_size=1, max_size=3), passages
)


class Parsers:
    """The parsers, in a process that answers a file a line."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", "read.mjs"],
            cwd=FOLDER,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def read(self, text: str, flavour: Flavour) -> dict[str, Any]:
        """The notes that a parser finds, and the faults that a linter does."""
        pipe, answers = self._process.stdin, self._process.stdout
        assert pipe and answers
        print(json.dumps({"flavour": flavour, "text": text}), file=pipe, flush=True)
        told: dict[str, Any] = json.loads(answers.readline())
        return told

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


@pytest.fixture(scope="module")
def parsers() -> Iterator[Parsers]:
    """All of them."""
    started = Parsers()
    yield started
    started.close()


@pytest.mark.parametrize("flavour", FLAVOURS)
@settings(max_examples=200, deadline=None)
@given(exported=documents)
def test_every_quote_comes_back(
    parsers: Parsers, flavour: Flavour, exported: ExportDocument
) -> None:
    """Word for word, under the id of its note, and nothing else is taken for one."""
    found = parsers.read(render([exported], ExportOptions(flavour)), flavour)["notes"]

    notes = [each.annotation for each in exported.notes]
    if flavour == "logseq":
        expected = [[block_id(note.id), _trimmed(note.anchor.exact)] for note in notes]
    else:
        expected = [[note.id, note.anchor.exact] for note in notes]
    assert found == expected


def _trimmed(text: str) -> str:
    # Logseq has no way to write white space at the ends of a line.
    return "\n".join(line.strip(" \t\ufeff") for line in text.split("\n"))


@pytest.mark.parametrize("flavour", FLAVOURS)
@settings(max_examples=200, deadline=None)
@given(exported=documents)
def test_markdownlint_finds_no_fault(
    parsers: Parsers, flavour: Flavour, exported: ExportDocument
) -> None:
    """Whatever is quoted, in all that we write; the words of a note are Markdown of its owner's."""
    text = render([exported], ExportOptions(flavour))
    own = _own_lines(text, flavour)

    faults = parsers.read(text, flavour)["faults"]
    assert [each for each in faults if each[1] not in own] == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_whole_folder_is_without_fault(
    parsers: Parsers, tmp_path: Path, flavour: Flavour
) -> None:
    """With the rosters of the seed article, its whole text where there is one, and the index."""
    session = Session.open(str(SEED), tmp_path / "data")
    session.annotate(Span(19, 60), body="Benar?\n\n- satu", tags=("csto",))
    session.annotate(Span(70, 79))
    made = session.document(with_states=True)
    options = ExportOptions(flavour, is_full=flavour != "logseq")
    write(tmp_path / "vault", [made, replace(made, id="other")], FORMAT, options)
    faults = {
        path.name: parsers.read(path.read_text("utf-8"), flavour)["faults"]
        for path in (tmp_path / "vault").iterdir()
    }

    assert (len(faults), list(faults.values())) == (3, [[], [], []])


def _own_lines(text: str, flavour: Flavour) -> set[int]:
    """The numbers of the lines that hold the words of notes, and of the empty ones about them."""
    # The title of a Logseq page is a property, which is no Markdown.
    own, is_own = {1} if flavour == "logseq" else set[int](), False
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith("<!-- reader:"):
            is_own = False
        elif flavour == "logseq":
            is_own = line.startswith("\t") or (is_own and not line.startswith("-"))
        elif "`reader open" in line:
            is_own = False
        if is_own:
            own.add(number)
        if flavour != "logseq" and line.startswith(">"):
            is_own = True
    return own
