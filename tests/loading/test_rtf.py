"""Rich Text has its headings, footnotes and tables, and hostile input takes linear time."""

from pathlib import Path
from time import process_time

import pytest

from reader.loading.open import open_article
from tests.loading.cases import CASES, described, faults

WORD = (
    r"{\rtf1\ansi\ansicpg1251{\stylesheet{\s0 Normal;}{\s1\ql\b heading 1;}{\s12\ql Title;}"
    r"{\s3\sbasedon0 heading 3;}}{\info{\title \'cf\'f0\'ee}{\author J. \'cf}}"
    r"\pard\plain \s12 Six members\par \pard\plain \s3\ql\b Members\par"
    r"\pard\plain \s0 They met{\super\chftn{\footnote \pard\plain {\super\chftn} In Astana {a}.}}"
    r" and agreed{\*\footnote Twice.}.\par \pard \outlinelevel1 {\b Two}\par"
    r"\trowd\cellx9\cellx99\intbl {a\par}\cell {b\par}\cell\row\pard end\par}"
)


def test_what_word_writes_has_its_structure(tmp_path: Path) -> None:
    """Headings by style and by outline, footnotes at the end, a title in a code page."""
    path = tmp_path / "a.rtf"
    path.write_text(WORD)
    article = open_article(str(path))

    assert described(article) == (
        "heading1: Six members\nheading3: Members\nparagraph: They met[1] and agreed[2].\n"
        "heading2: Two\ntable (ll): a→b\nparagraph: end\n"
        "footnote [1]: In Astana a.\nfootnote [2]: Twice."
    )
    assert (article.title, article.author, faults(article)) == ("Про", "J. П", [])


@pytest.mark.parametrize("name", ["pandoc.rtf", "libreoffice.rtf"])
def test_what_other_programs_write_has_its_structure(name: str) -> None:
    """Chapters and a table."""
    article = open_article(str(CASES / "produced" / name))
    headings = [article.text[each.start : each.end] for each in article.headings()]
    [table] = [each for each in article.blocks if each.kind == "table"]

    assert headings[-2:] == ["First chapter", "Second chapter"]
    assert article.text[table.start : table.end] == "State\tYear\nRussia\t1992\nArmenia\t1992"


HOSTILE = {
    "styles": r"{\rtf1 " + r"{\s1 heading " * 30_000,
    "open notes": r"{\rtf1 " + r"{\footnote x" * 30_000,
    "notes": r"{\rtf1 " + r"{\footnote x}" * 10_000,
    "cells": r"{\rtf1 x" + r"\par}" * 50_000 + r"\cell",
    "ranks": r"{\rtf1{\s1 heading 1;}" + r"\s1 " * 50_000 + "x",
    "titles": r"{\rtf1 x\par " + r"{\title x" * 20_000,
}


@pytest.mark.timed
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_rich_text_takes_linear_time(tmp_path: Path, name: str) -> None:
    """Some 500 KB of each."""
    path = tmp_path / "a.rtf"
    path.write_text(HOSTILE[name] + " end}")
    start = process_time()

    assert faults(open_article(str(path))) == []
    assert process_time() - start < 10
