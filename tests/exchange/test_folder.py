"""Several articles in a folder: a file each, wherever their owner puts it, and an index."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.exchange.document import ExportDocument
from reader.exchange.files import write
from reader.exchange.format import FLAVOURS, ExchangeError, ExportOptions, Flavour
from reader.exchange.incoming import note_changes
from reader.exchange.markdown import FORMAT
from reader.exchange.naming import file_name
from tests.exchange.notes import document, words

NEWS: list[tuple[str, str, tuple[str, ...]]] = [("First passage.", "One.", ("a",))]


def article(name: str, title: str = "News", **known: Any) -> ExportDocument:
    """An article of that id with a note."""
    made = document(NEWS, title)
    return replace(made, id=name, article=replace(made.article, **known))


def export(folder: Path, *articles: ExportDocument, flavour: Flavour = "commonmark") -> list[str]:
    """Write them to a folder; the names of the files that changed."""
    written = write(folder, articles, FORMAT, ExportOptions(flavour))
    return sorted(str(each.path.relative_to(folder)) for each in written if each.is_changed)


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_several_articles_have_a_file_each_and_an_index(tmp_path: Path, flavour: Flavour) -> None:
    """Two of one title are told apart, and a second time nothing is written."""
    one, other = article("one"), article("other")
    first = export(tmp_path / "vault", one, other, flavour=flavour)

    assert first == ["News other.md", "News.md", "index.md"]
    assert export(tmp_path / "vault", one, other, flavour=flavour) == []


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_file_is_found_where_its_owner_has_put_it(tmp_path: Path, flavour: Flavour) -> None:
    """Under another name, in another folder; its words stay and its edits are told."""
    one, other = article("one"), article("other", "Else")
    export(tmp_path, one, other, flavour=flavour)
    mine = tmp_path / "old" / "My own [name] (1).md"
    mine.parent.mkdir()
    (tmp_path / "News.md").rename(mine)
    mine.write_text(mine.read_text("utf-8").replace("One.", "Mine."), "utf-8")
    changed = export(tmp_path, one, other, flavour=flavour)

    assert changed == ([] if flavour == "logseq" else ["index.md"])
    assert not (tmp_path / "News.md").exists()
    assert [dict(each.fields) for each in note_changes(mine.read_text("utf-8"))] == [
        {"body": "Mine."}
    ]


def test_the_index_leads_to_every_file(tmp_path: Path) -> None:
    """By links that a parser follows; what its owner wrote there stays."""
    articles = [
        article("one", "A [title] (odd)", published="2024-06-25", site="Site"),
        article("two", "B & b", published="2025-01-01"),
    ]
    export(tmp_path, *articles)
    index = tmp_path / "index.md"
    text = index.read_text("utf-8").replace("# Articles with notes", "# My index\n\nMine.")
    index.write_text(text, "utf-8")
    export(tmp_path, *articles, article("three", "C"))
    tokens = MarkdownIt().parse(index.read_text("utf-8").partition("\n---\n")[2])
    texts = [token.children or [] for token in tokens if token.type == "inline"]
    links = [str(each.attrs["href"]) for child in texts for each in child if each.attrs]

    assert "# My index\n\nMine." in index.read_text("utf-8")
    assert links == ["B%20-%20b.md", "A%20-title-%20%28odd%29.md", "C.md"]
    assert ["".join(each.content for each in child) for child in texts][2:] == [
        "B & b · 2025-01-01 · 1 note",
        "A [title] (odd) · Site · 2024-06-25 · 1 note",
        "C · 1 note",
    ]


def test_files_of_somebody_else_are_left_alone(tmp_path: Path) -> None:
    """Under the names that ours would have."""
    for name in ("News.md", "index.md", "index of notes.md"):
        (tmp_path / name).write_text("# Mine\n")
    export(tmp_path, article("one"), article("two", "Else"))

    assert {path.name for path in tmp_path.iterdir() if path.read_text() != "# Mine\n"} == {
        "News one.md",
        "Else.md",
    }


PATTERNS = [
    ("{date} {title}", "2024-06-25 CSTO- 6 negara.md"),
    ("{year}/{site}/{title}", "2024/ANTARA/CSTO- 6 negara.md"),
    ("../{title}", "CSTO- 6 negara.md"),
    ("/{author}/{title}", "CSTO- 6 negara.md"),
    ("{author}", "notes.md"),
]


@pytest.mark.parametrize(("pattern", "expected"), PATTERNS)
def test_a_pattern_names_the_files(pattern: str, expected: str) -> None:
    """Fields that are empty leave nothing behind, and no file is outside of its folder."""
    made = article("one", "CSTO: 6 negara", published="2024-06-25", site="ANTARA")

    assert str(file_name(made, ".md", pattern)) == expected


def test_an_unknown_field_is_told() -> None:
    """In one line that names those that there are."""
    with pytest.raises(ExchangeError, match=r"no \{titel\} .* known: title"):
        file_name(article("one"), ".md", "{titel}")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200) | words, st.sampled_from(["{title}", "{site}/{title}"]))
def test_any_title_is_a_name_that_a_disk_takes(title: str, pattern: str) -> None:
    """Short enough in bytes, in no other folder, and no hidden file."""
    name = file_name(article("one", title, site=title), ".md", pattern)

    assert 0 < len(name.name.encode("utf-8")) <= 255
    assert not any(part.startswith(".") or part == "" for part in name.parts)
    assert len(name.parts) <= 2 and not name.is_absolute()


def test_letters_of_every_script_stay() -> None:
    """With their vowel signs."""

    assert str(file_name(article("one", "हिन्दी समाचार"), ".md")) == "हिन्दी समाचार.md"
