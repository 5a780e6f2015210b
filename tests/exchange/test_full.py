"""The whole article as Markdown: its text, its highlights and its notes as a parser reads them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from reader.article import Article, Block, Mark, MarkKind, Span
from reader.exchange.document import ExportDocument
from reader.exchange.files import write
from reader.exchange.footnotes import parse_footnote
from reader.exchange.format import ExportOptions, Flavour
from reader.exchange.incoming import note_changes
from reader.exchange.markdown import FORMAT, render
from reader.exchange.merge import merge
from reader.exchange.old_file import parse_file
from reader.loading.open import open_article
from tests.exchange.notes import placed, words

KINDS: tuple[MarkKind, ...] = ("strong", "emphasis", "code", "strike", "link")
FULL = ExportOptions(is_full=True)
ARTICLE = """\
# Title

One **bold *and italic* text**, `code`, a [link](https://example.org/a_b) and ~~gone~~.

> A quote

1. one
   - nested
2. two

| a | b |
|:--|--:|
| 1 | *2* |

```py
x = 1
```

The end.
"""


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


def _plain(token: Token) -> str:
    parts = {"softbreak": "\n", "hardbreak": "\n", "html_inline": "", "footnote_ref": ""}
    return "".join(parts.get(child.type, child.content) for child in token.children or [])


def _texts(text: str) -> tuple[list[str], list[str]]:
    """What a parser reads in the blocks of the article and in the footnotes."""
    body = text.partition("\n---\n")[2]
    found: tuple[list[str], list[str]] = ([], [])
    in_notes = 0
    for token in _parser().parse(body):
        in_notes += {"footnote_open": 1, "footnote_close": -1}.get(token.type, 0)
        if token.type == "inline":
            found[bool(in_notes)].append(_plain(token))
        elif token.type in ("fence", "code_block"):
            found[bool(in_notes)].append(token.content.removesuffix("\n"))
    return found


@st.composite
def _documents(draw: st.DrawFn) -> ExportDocument:
    """Paragraphs with markup and notes anywhere, across them too."""
    paragraphs = draw(
        st.lists(words.map(lambda text: " ".join(text.split())).filter(bool), min_size=1)
    )
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    offsets = st.integers(0, len(text) - 1)
    spans = st.tuples(offsets, st.integers(1, 30)).map(
        lambda pair: Span(pair[0], min(len(text), sum(pair)))
    )
    kinds = st.sampled_from(KINDS)
    marks = [
        Mark(kind, span.start, span.end, "https://example.org/" if kind == "link" else "")
        for kind, span in draw(st.lists(st.tuples(kinds, spans), max_size=4))
        if any(block.start <= span.start and span.end <= block.end for block in blocks)
    ]
    notes = [
        placed(text, span, number, f"words {number}", ())
        for number, span in enumerate(draw(st.lists(spans, min_size=1, max_size=4)))
        if text[span.start : span.end].strip()
    ]
    article = Article(text, blocks, sorted(marks, key=lambda mark: mark.start), source="/a/b.txt")
    return ExportDocument("article", article, notes)


def _document(*quotes: str, body: str = "Words.") -> ExportDocument:
    article = open_article_text()
    notes = []
    for number, quote in enumerate(quotes):
        start = article.text.index(quote)
        notes.append(placed(article.text, Span(start, start + len(quote)), number, body, ("t",)))
    return ExportDocument("article", article, notes)


def open_article_text() -> Article:
    """The article of the examples."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "article.md"
        path.write_text(ARTICLE, "utf-8")
        return replace(open_article(str(path)), source="/a/b.md")


def _body(document: ExportDocument, flavour: Flavour = "commonmark") -> str:
    text = render([document], ExportOptions(flavour, is_full=True))
    return text.partition("\n---\n")[2].partition("<!--")[0].strip("\n")


def test_an_article_without_notes_is_written_as_it_was() -> None:
    """Up to what Markdown may be spelt in two ways."""
    expected = ARTICLE.replace("(https://example.org/a_b)", "(<https://example.org/a_b>)")
    expected = expected.replace("|:--|--:|", "| :-- | --: |").strip("\n")

    assert _body(_document()) == expected


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        (["italic"], "One **bold *and <mark>italic</mark>*[^zzzz00] text**"),
        (["text, code"], "<mark>text</mark>**<mark>, `code`</mark>[^zzzz00], a"),
        (["bold and", "and italic"], "**<mark>bold *and[^zzzz00] italic*</mark>[^zzzz01] text**"),
        (["link"], "[<mark>link</mark>](<https://example.org/a_b>)[^zzzz00] and"),
        (["lin"], "[<mark>lin</mark>k](<https://example.org/a_b>)[^zzzz00] and"),
        (["ode"], "`c`<mark>`ode`</mark>[^zzzz00]"),
        (["gone"], "<mark>~~gone~~</mark>[^zzzz00]."),
        (["gone.\n\nA quote\n\none"], "1. <mark>one</mark>[^zzzz00]\n"),
        (["gone.\n\nA quote\n\none"], "> <mark>A quote</mark>\n"),
        (["2\n\nx"], "| 1 | <mark>*2*</mark> |\n\n```py\nx = 1\n```\n\n[^zzzz00]\n"),
        (["a\tb"], "| <mark>a</mark> | <mark>b</mark>[^zzzz00] |"),
        (["nested", "ted"], "   - <mark>nested</mark>[^zzzz00][^zzzz01]\n"),
        (["nes", "este"], "   - <mark>nes[^zzzz00]te</mark>[^zzzz01]d\n"),
    ],
)
def test_a_highlight_stands_in_the_text(quotes: list[str], expected: str) -> None:
    """Through markup, over the ends of blocks, in links, code and tables."""

    assert expected in _body(_document(*quotes)) + "\n"


def test_obsidian_has_a_sign_of_its_own_for_highlights() -> None:
    """Two signs of equality."""

    assert "| 1 | ==*2*==[^zzzz00] |" in _body(_document("2"), "obsidian")


def test_a_bare_highlight_has_no_footnote() -> None:
    """There is nothing to say."""
    exported = _document("nested")
    [note] = exported.notes
    bare = replace(note.annotation, motivation="highlighting", body="", tags=())
    text = render([replace(exported, notes=[replace(note, annotation=bare)])], FULL)

    assert "<mark>nested</mark>\n" in text
    assert "[^" not in text


def test_a_footnote_holds_all_of_the_words() -> None:
    """Lists and code too."""
    text = render([_document("nested", body="One\n\n- a\n\n  ```\n  b\n  ```\n\nend")], FULL)

    assert [each.strip() for each in _texts(text)[1][:4]] == ["One", "a", "b", "end"]


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("x", "x <!-- -->"),
        ("one\ntwo", "one <!-- -->"),
        ("hard\\\nbreak", "hard <!-- -->\\"),
        ("hard  \nbreak", "hard <!-- -->  "),
        ("```\ncode\n```", "``` <!-- -->"),
        ("two words", "two words"),
        ("x <!-- --> y", "x <!-- --> <!-- --> y"),
    ],
)
def test_what_keeps_a_word_from_being_an_address_is_not_seen(body: str, first: str) -> None:
    """Neither in the file, but for a comment, nor by a parser; and it is no part of the words."""
    text = render([_document("nested", body=body)], FULL)
    old = parse_file(text)
    assert old is not None
    [block] = [each.text for each in old.blocks if each.note]

    assert block.split("\n")[2] == f"[^zzzz00]: {first}"
    assert parse_footnote(block, block[17:43], "commonmark").body == body


@pytest.mark.parametrize("body", ["NATO:", 'NATO "alliance"', '"NATO"', "NATO\n'b'", "(NATO)"])
def test_the_words_are_there_without_footnotes_too(body: str) -> None:
    """A parser that knows none takes no word of a note for the address of a link."""
    text = render([_document("nested", body=body)], FULL)
    html = MarkdownIt("commonmark").render(text)
    [change] = note_changes(text.replace("NATO", "OTAN"))

    assert "[^zzzz00]: " in html and "NATO" in html
    assert change.fields == {"body": body.replace("NATO", "OTAN")}


@pytest.mark.parametrize("flavour", ["commonmark", "obsidian"])
@settings(max_examples=100, deadline=None)
@given(exported=_documents())
def test_the_text_comes_back_word_for_word(flavour: Flavour, exported: ExportDocument) -> None:
    """Whatever is marked in it."""
    text = render([exported], ExportOptions(flavour, is_full=True))
    article, notes = _texts(text)
    signs = "==" if flavour == "obsidian" else ""

    expected = [exported.article.text[each.start : each.end] for each in exported.article.blocks]
    assert _without(article, signs) == _without(expected, signs)
    assert sorted(notes[::2]) == sorted(each.annotation.body for each in exported.notes)


def _without(texts: list[str], signs: str) -> list[str]:
    # CommonMark knows no sign for highlights: they are text to its parser.
    return [text.replace(signs[:1], "") for text in texts] if signs else texts


@settings(max_examples=60, deadline=None)
@given(_documents())
def test_an_export_is_read_back_as_it_was_made(exported: ExportDocument) -> None:
    """Nothing counts as edited, and a second export changes no byte."""
    text = render([exported], FULL)
    old = parse_file(text)
    assert old is not None

    assert merge(old, exported, FULL).text == text
    assert not any(each.fields or each.is_removed for each in note_changes(text))


def test_an_edited_footnote_stays_and_comes_back(tmp_path: Path) -> None:
    """While the article around it follows new highlights."""
    path = tmp_path / "full.md"
    write(path, [_document("nested", body="One.\n\nTwo.")], FORMAT, FULL)
    text = path.read_text("utf-8").replace("    Two.", "    Three.").replace("The end.", "My end.")
    path.write_text(text.replace("# Title\n", "# Title\n\nMy own words.\n"), "utf-8")
    [written] = write(path, [_document("nested", "two", body="One.\n\nTwo.")], FORMAT, FULL)
    again = path.read_text("utf-8")

    assert len(written.edited) == 1
    assert all(each in again for each in ("My own words.", "    Three.", "My end.", ">two</mark>["))
    assert "The end." not in again.partition("reader:end")[0]
    assert [dict(each.fields) for each in note_changes(again)] == [{"body": "One.\n\nThree."}, {}]


@pytest.mark.parametrize("title", ["A first line", "# C #", "*One* [two](x)", "1. What?"])
def test_a_first_line_that_is_the_title_is_said_once(title: str) -> None:
    """As the heading, with its highlights; a parser reads the words as they are."""
    text = f"{title}\n\nThe rest."
    end = len(title)
    blocks = [Block("paragraph", 0, end), Block("paragraph", end + 2, len(text))]
    article = Article(text, blocks, title=title, source="/a.txt")
    note = placed(text, Span(2, 5), 1)
    told = render([ExportDocument("one", article, [note])], FULL)
    tokens = _parser().parse(told.partition("---\n\n")[2].partition("<!-- reader:")[0])
    headings = [tokens[at + 1] for at, each in enumerate(tokens) if each.type == "heading_open"]

    assert [_plain(each) for each in headings] == [title]
    assert [_plain(each) for each in tokens if each.type == "inline"] == [title, "The rest."]
    assert "<mark>" in headings[0].content
