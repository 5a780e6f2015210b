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


MARKS = """\
[emphasis] anggota
[strong] Alexander Lukashenko
[emphasis] Vladimir Putin
[strong] kota Minsk, ibu kota
[emphasis] Minsk
[link] kantor berita -> https://example.org/berita?id=7&bagian=2#isi
[emphasis] Belta
[strong] Rusia
[emphasis] Belarus
[link] Belarus -> https://example.org/by
[link] Ukraina dan Moldova -> https://example.org/ua
[strong] Ukraina
[strong] Посол
[emphasis] да
[strong] Armenia
[link] 1992 -> https://example.org/am
[emphasis] Rusia
[link] mailto:redaksi@example.org -> mailto:redaksi@example.org
[link] piagam -> https://example.org/piagam
[strong] lama"""


@pytest.mark.parametrize("name", ["pandoc-marks.rtf", "libreoffice-marks.rtf", "abiword-marks.rtf"])
def test_bold_italics_and_links_of_other_programs_are_kept(name: str) -> None:
    """In paragraphs, items, cells and notes, and one in the other; a heading's own bold is none."""
    article = open_article(str(CASES / "produced" / name))
    marks = [line for line in described(article).split("\n") if line.startswith("[")]
    # To pandoc the title is a bold paragraph.
    expected = ["[strong] Enam negara anggota"] * name.startswith("pandoc") + MARKS.split("\n")

    assert sorted(marks) == sorted(expected)
    assert faults(article) == []


RUNS = (
    r"{\rtf1\ansi\deff0{\stylesheet{\s1\b heading 1;}{\*\cs15\b\i Strong;}}"
    r"\pard\plain\ltrpar\s1 {\rtlch\fcs1 \ab\af0 \ltrch\fcs0 \b\f0 "
    r"The {\*\bkmkstart a}{\i six}}\par"
    r"\pard\plain {\rtlch\ab \ltrch\fcs0 \insrsid1 Kept }"
    r"{\b\rquote Bold {\*\xe {\b0 index}}still\b0  not}"
    r"\b , on \plain off \i\'e9t\'e9\i0 .\par "
    r"{\field\fldedit{\*\fldinst {\fs24  HYPERLINK "
    r'"https://x.org/a" \\l "top" \\o "A tip" }{{\*\datafield 00d0}}}'
    r"{\fldrslt {\cs15\ul see {\b here}}}}, "
    r'{\field{\*\fldinst HYPERLINK \\l "_Toc1"}{\fldrslt inside}}, '
    r'{\field{\*\fldinst HYPERLINK "javascript:alert(1)"}{\fldrslt script}}, '
    r"{\field{\*\fldinst {\lang1 PAGE }}{\fldrslt 7}}, "
    r"{\field{\*\fldinst HYPERLINK https://y.org }{\fldrslt bare}}.\par}"
)


def test_runs_as_word_writes_them_keep_their_look(tmp_path: Path) -> None:
    """Switched on and off, in groups and over them; a group that is not shown changes nothing."""
    path = tmp_path / "a.rtf"
    path.write_text(RUNS)

    assert described(open_article(str(path))) == (
        "heading1: The six\nparagraph: Kept ’Bold still not, on off été.\n"
        "paragraph: see here, inside, script, 7, bare.\n[emphasis] six\n"
        "[strong] ’Bold still\n[strong] , on \n[emphasis] été\n"
        "[link] see here -> https://x.org/a#top\n[strong] here\n[link] bare -> https://y.org"
    )


def test_the_bytes_of_a_picture_are_no_words(tmp_path: Path) -> None:
    """Be they those of bold text: just as many are passed over as there are."""
    path = tmp_path / "a.rtf"
    path.write_text(r"{\rtf1 A{\pict\bin12 {\b1 x}}\i y z} {\b bold} end}")

    assert described(open_article(str(path))) == "paragraph: A bold end\n[strong] bold"


HOSTILE = {
    "styles": r"{\rtf1 " + r"{\s1 heading " * 30_000,
    "open notes": r"{\rtf1 " + r"{\footnote x" * 30_000,
    "notes": r"{\rtf1 " + r"{\footnote x}" * 10_000,
    "cells": r"{\rtf1 x" + r"\par}" * 50_000 + r"\cell",
    "ranks": r"{\rtf1{\s1 heading 1;}" + r"\s1 " * 50_000 + "x",
    "titles": r"{\rtf1 x\par " + r"{\title x" * 20_000,
    "looks": r"{\rtf1 " + r"\b x\b0 y{\i z}" * 25_000,
    "fields": r"{\rtf1 x " + r"{\field{\*\fldinst HYPERLINK " * 15_000,
    "links": r"{\rtf1 " + r'{\field{\*\fldinst HYPERLINK "https://x.org"}{\fldrslt x}}' * 8_000,
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
