"""Files that real programs made are opened with their structure."""

import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from reader.article import Article
from reader.loading.open import open_article
from tests.loading.cases import CASES, described, faults

PRODUCED = CASES / "produced"

CHAPTERS = """\
heading1: First chapter
paragraph: The Collective Security Treaty Organization met in Astana on Thursday, as its site \
says. It has “six” members – no more.
quote quote: Security is collective, or it is not.
item item •: Russia
item item •: Belarus
item item item •: Minsk
item item •: Armenia
item item 1.: first
item item 2.: second
heading1: Second chapter
table: State→Year⏎Russia→1992⏎Armenia→1992
code: code here⏎  more
[strong] Collective Security Treaty Organization
[emphasis] Astana
[link] its site -> https://odkb-csto.example/a"""


def opened(name: str) -> Article:
    """One of the produced files as an article."""
    return open_article(str(PRODUCED / name))


@pytest.mark.parametrize("name", ["pandoc2.epub", "pandoc3.epub", "calibre.epub"])
def test_an_epub_has_its_chapters(name: str) -> None:
    """Headings, quotes, nested lists, tables, code and marks, and who wrote it."""
    article = opened(name)
    blocks = re.sub(r"table \(\w+\)", "table", described(article))

    assert blocks.partition("heading1: First")[2] == CHAPTERS.partition("heading1: First")[2]
    assert (article.title, article.author, article.language) == ("Six members", "Jane Doe", "en")
    assert faults(article) == []


@pytest.mark.parametrize("name", ["pandoc.docx", "libreoffice.docx"])
def test_a_word_document_has_its_structure(name: str) -> None:
    """What both programs write: headings, quote, lists, table, code."""
    article = opened(name)
    kinds = [(block.kind, block.level) for block in article.blocks]

    assert kinds[3:] == [
        ("heading", 1),
        ("paragraph", 0),
        ("quote", 0),
        *[("item", 0)] * 6,
        ("heading", 1),
        ("table", 0),
        ("code", 0),
    ]
    assert (article.title, article.author, faults(article)) == ("Six members", "Jane Doe", [])


@pytest.mark.parametrize("name", ["pandoc.rtf", "libreoffice.rtf"])
def test_a_rich_text_has_its_words_and_items(name: str) -> None:
    """Typographic characters and list markers come through."""
    article = opened(name)
    items = [block.marker for block in article.blocks if block.kind == "item"]

    assert "It has “six” members – no more." in article.text
    assert (len(items), faults(article)) == (6, [])


def test_a_saved_page_is_its_article() -> None:
    """Chromium's MHTML: navigation and footer are left out."""
    article = opened("chromium.mhtml")

    assert [block.kind for block in article.blocks] == [
        *("heading", "paragraph", "quote", "heading"),
        *("item", "item", "item", "paragraph"),
    ]
    assert (article.title, article.published) == ("Six members", "2024-06-25")
    assert "Copyright" not in article.text


def test_a_pdf_has_headings_and_items() -> None:
    """By the size of its print, and by bullets."""
    article = opened("libreoffice.pdf")
    headings = [article.text[block.start : block.end] for block in article.headings()]

    assert headings == ["Six members", "First chapter", "Second chapter"]
    assert [block.marker for block in article.blocks if block.kind == "item"][:2] == ["•", "•"]


@pytest.mark.parametrize("name", ["weasyprint-columns.pdf", "chromium-columns.pdf"])
def test_a_pdf_of_two_columns_is_read_in_column_order(name: str) -> None:
    """Word for word against its source: F1 of the words in order."""
    source = re.findall(r"\w+", (PRODUCED / "columns.txt").read_text())
    article = opened(name)
    found = re.findall(r"\w+", article.text)
    blocks = SequenceMatcher(None, source, found, autojunk=False).get_matching_blocks()
    score = 2 * sum(block.size for block in blocks) / (len(source) + len(found))

    assert score >= 0.99
    assert "The Journal of Alliances" not in article.text
    assert len(article.headings()) == 7


def test_a_letter_is_read_by_its_html(tmp_path: Path) -> None:
    """Subject, sender and date are known; attached files are left out."""
    path = tmp_path / "a.eml"
    path.write_bytes(
        b"From: =?utf-8?q?J=C3=A4ne?= <j@x.org>\r\nTo: y@x.org\r\nSubject: =?utf-8?b?w4kg4oCT?=\r\n"
        b"Date: Tue, 25 Jun 2024 10:00:00 +0700\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n"
        b'--b\r\nContent-Type: text/html; charset="windows-1252"\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<h1>A</h1><p>caf=E9</p>\r\n"
        b"--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment\r\n\r\n<p>no\r\n--b--"
    )
    article = open_article(str(path))

    assert (article.title, article.author, article.published, article.text) == (
        "É –",
        "Jäne",
        "2024-06-25",
        "A\n\ncafé",
    )


def test_flowing_mail_is_joined(tmp_path: Path) -> None:
    """RFC 3676: a line that ends with a blank goes on."""
    path = tmp_path / "letter"
    path.write_bytes(
        b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n"
        b"One \ntwo.\nThree.\n"
    )

    assert open_article(str(path)).text == "One two.\nThree."


def test_a_message_that_is_sent_on_is_read_too(tmp_path: Path) -> None:
    """Under its own subject, whether it is enclosed or attached, and without its attachments."""
    path = tmp_path / "a.eml"
    path.write_bytes(
        b"Subject: Fwd\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        b"--b\nContent-Type: text/plain\n\nSee below.\n"
        b"--b\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n"
        b"Subject: Six members\nContent-Type: text/html\n\n"
        b"<p style='display:none'>not seen</p><ul><li>a<li>the <b>text</b></ul>\n--b--"
    )
    article = open_article(str(path))

    assert described(article) == (
        "paragraph: See below.\nheading1: Six members\nitem item •: a\nitem item •: the text\n"
        "[strong] text"
    )
    assert (article.title, faults(article)) == ("Fwd", [])


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><language>id</language>
<item><title>One &amp; two</title><link>https://x.org/1</link><author>J</author>
<pubDate>Tue, 25 Jun 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;A &lt;b&gt;bold&lt;/b&gt; word.&lt;/p&gt;</description></item>
<item><title>Three</title><link>javascript:alert(1)</link></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>One</title>
<link href="https://x.org/1"/><updated>2024-06-25T10:00:00Z</updated>
<content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>"""


def test_a_feed_is_a_list_of_articles(tmp_path: Path) -> None:
    """Each entry is a heading with its link, its day and its summary."""
    path = tmp_path / "feed.xml"
    path.write_text(RSS)
    article = open_article(str(path))

    assert described(article) == (
        "heading2: One & two\nparagraph: 2024-06-25 · J\nparagraph: A bold word.\nheading2: Three\n"
        "[link] One & two -> https://x.org/1\n[strong] bold"
    )
    assert (article.title, article.language) == ("News", "id")


def test_an_atom_feed_is_one_too(tmp_path: Path) -> None:
    """RFC 4287."""
    path = tmp_path / "feed"
    path.write_text(ATOM)

    assert described(open_article(str(path))) == (
        "heading2: One\nparagraph: 2024-06-25\nparagraph: Text\n[link] One -> https://x.org/1"
    )


def test_a_feed_of_messages_has_headings_and_whole_links(tmp_path: Path) -> None:
    """Titles may be HTML or missing; links may be relative to the site."""
    path = tmp_path / "a.rss"
    path.write_text(
        "<rss version='2.0'><channel><title>A &amp;amp; B</title><link>https://x.org/</link>"
        "<item><title>&lt;b&gt;One&lt;/b&gt;</title><link>/1</link></item>"
        "<item><description>They met &lt;a href='/2'&gt;there&lt;/a&gt;.</description></item>"
        "</channel></rss>"
    )
    article = open_article(str(path))

    assert described(article) == (
        "heading2: One\nheading2: They met there.\nparagraph: They met there.\n"
        "[link] One -> https://x.org/1\n[link] there -> https://x.org/2"
    )
    assert article.title == "A & B"


@pytest.mark.parametrize("reference", ["&#1;", "&#x1F", "&#0;", "&#xD800;", "&#99999999999;"])
def test_a_character_that_xml_does_not_have_is_left_out(tmp_path: Path, reference: str) -> None:
    """In the text and in the target of a link, where `&#9;` stays white space."""
    story = "They agreed on a joint statement about security in Central Asia. " * 9
    path = tmp_path / "a.html"
    body = f'<p>{story}</p><p>\\(x{reference}\\)&#9;<a href="/b{reference}/">the</a> end</p>'
    path.write_text(f"<html><body><article>{body}</article></body></html>")

    assert "the end" in open_article(str(path)).text
