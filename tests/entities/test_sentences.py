"""Sentences in eight languages with their mentions marked by hand."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.entities.recogniser import recognise
from tests.benchmarks.entities_tool import article

CASES = Path(__file__).parent.parent / "cases" / "entities"
MARKED = re.compile(r"\[([^]|]+)\|(\w+):?([^]]*)\]")


def cases() -> Iterator[object]:
    """Language and marked sentence of each case; one that begins with `!` is known to fail."""
    for path in sorted(CASES.glob("??.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line and not line.startswith("#"):
                marks = [pytest.mark.xfail] if line.startswith("!") else []
                yield pytest.param(
                    path.stem, line.lstrip("! "), id=f"{path.stem}-{number}", marks=marks
                )


def marked(text: str, language: str) -> str:
    """The text with each recognised mention marked as in the case files."""
    found = recognise(article(text, language), "2024-06-25")
    pieces, at = [], 0
    for mention in found.mentions:
        entity = found.entities[mention.entity]
        by_kind = {"org": entity.organisation, "date": entity.value, "person": entity.id}
        link = by_kind.get(mention.kind, entity.iso)
        name = text[mention.start : mention.end]
        pieces += [text[at : mention.start], f"[{name}|{mention.kind}{':' if link else ''}{link}]"]
        at = mention.end
    return "".join([*pieces, text[at:]])


def comparable(sentence: str) -> str:
    """A case as `marked` writes it: people in full, and a kind without link where none is known."""
    return MARKED.sub(_in_full, sentence)


def _in_full(match: re.Match[str]) -> str:
    name, kind, link = match.groups()
    prefix = "person:" if kind == "person" and link else ""
    return f"[{name}|{kind}{':' if link else ''}{prefix}{link}]"


@pytest.mark.parametrize(("language", "sentence"), [*cases()])
def test_a_sentence_is_recognised_as_marked(language: str, sentence: str) -> None:
    """Kinds, edges and links are those of the case."""
    text = MARKED.sub(r"\1", sentence)

    assert marked(text, language) == comparable(sentence)
