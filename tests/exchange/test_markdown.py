"""Markdown: what a CommonMark parser and a YAML parser read in it, whatever the notes hold."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from ruamel.yaml import YAML

from reader.exchange.format import ExportOptions
from reader.exchange.markdown import render
from tests.exchange.notes import document, lines, words

PASSAGES = st.lists(
    st.tuples(
        words.filter(str.strip),
        st.one_of(lines, words),
        st.lists(words.filter(str.strip), max_size=2, unique=True).map(tuple),
    ),
    min_size=1,
    max_size=3,
)


def _quotes(text: str) -> list[str]:
    """The outermost block quotes that begin a note's block, as plain text."""
    found: list[str] = []
    tokens = MarkdownIt("commonmark").parse(text)
    for at, token in enumerate(tokens):
        if token.type == "blockquote_open" and token.level == 0 and _is_ours(tokens, at):
            end = next(
                n
                for n in range(at, len(tokens))
                if tokens[n].type == "blockquote_close" and tokens[n].level == 0
            )
            found.append(
                "\n\n".join(_plain(each) for each in tokens[at:end] if each.type == "inline")
            )
    return found


def _is_ours(tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1] if at else None
    return bool(before and before.type == "html_block" and "reader:note" in before.content)


def _plain(token: Token) -> str:
    parts = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(parts.get(child.type, child.content) for child in token.children or [])


@settings(max_examples=200, deadline=None)
@given(PASSAGES)
def test_every_quote_comes_back_word_for_word(
    passages: list[tuple[str, str, tuple[str, ...]]],
) -> None:
    """Markdown syntax, HTML and wiki links in a passage are text."""
    text = render([document(passages)], ExportOptions()).partition("\n---\n")[2]

    assert _quotes(text) == [passage for passage, _, _ in passages]


@settings(max_examples=200, deadline=None)
@given(words.filter(str.strip))
def test_the_front_matter_gives_the_title_back(title: str) -> None:
    """A YAML parser reads what was meant, and nothing breaks the fence."""
    text = render([document([("x", "", ())], title)], ExportOptions())
    front = text.split("\n---\n", 1)[0].removeprefix("---\n")
    fields = YAML(typ="safe", pure=True).load(front)

    assert fields["title"] == " ".join(title.split())


@settings(max_examples=50, deadline=None)
@given(PASSAGES)
def test_the_same_notes_give_the_same_bytes(
    passages: list[tuple[str, str, tuple[str, ...]]],
) -> None:
    """Nothing of the day or the machine is in the file."""
    one, other = (render([document(passages)], ExportOptions()) for _ in range(2))

    assert one == other


def test_an_address_in_a_quote_stays_as_it_is() -> None:
    """Programs that make links of addresses take what stands there."""
    address = "https://example.org/~me/a_b/page#part_2"
    text = render([document([(f"See {address} #now", "", ())])], ExportOptions())

    assert f"> See {address} \\#now\n" in text


def test_an_address_that_runs_into_a_tag_is_no_link() -> None:
    """Its end would take the backslash before the tag along, and the tag would be one."""
    text = render(
        [document([("https://a.example/b<i> www.a.example<i>", "", ())])], ExportOptions()
    )

    assert "> https\\://a.example/b\\<i> www\\.a.example\\<i>\n" in text
