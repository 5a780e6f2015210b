"""Pages are fetched within limits, and every failure is one clear line."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from reader.loading.errors import LoadError
from reader.loading.open import open_article
from reader.loading.web.address import address_of
from reader.loading.web.fetch import fetch
from tests.loading.cases import faults
from tests.loading.web.server import Handler, running


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a running server."""
    with running() as address:
        yield address


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the pages kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


class Stop(Exception):
    """The reader has had enough."""


def unheard(arrived: int, expected: int) -> None:
    """Take no notice."""


GOOD = ["page", "redirect/5", "cookie", "refresh", "gzip", "deflate", "to?/page", "to?../page#x"]


@pytest.mark.parametrize("path", GOOD)
def test_a_page_is_read_however_it_comes(site: str, path: str) -> None:
    """Directly, over redirects, with a cookie, refreshed, or packed."""
    article = open_article(f"{site}/{path}")

    assert (article.title, article.language, article.source) == ("A story", "en", f"{site}/{path}")
    assert faults(article) == []
    assert "joint statement about security" in article.text


def test_links_are_seen_from_where_the_page_was_found(site: str) -> None:
    """A relative link is resolved against the last address."""
    article = open_article(f"{site}/to?/page/deep/er")

    assert [mark.target for mark in article.marks if mark.kind == "link"] == [
        f"{site}/page/other?x=1"
    ]


@pytest.mark.parametrize(
    ("path", "title"),
    [("latin", "Une dépêche"), ("liar", "Une dépêche"), ("meta", "Союз")],
)
def test_the_encoding_is_right(site: str, path: str, title: str) -> None:
    """By the header, by the bytes where the header lies, or by the page's `meta`."""

    assert open_article(f"{site}/{path}").title == title


def test_text_and_markdown_are_told_by_their_type(site: str) -> None:
    """A page need not be HTML."""
    kinds = [open_article(f"{site}/{path}").blocks[0].kind for path in ("text", "markdown")]

    assert kinds == ["paragraph", "heading"]


def test_the_pages_of_an_article_are_joined(site: str) -> None:
    """Where `rel=next` leads to the same address with the next number."""
    article = open_article(f"{site}/parts?x=1")
    said = [f"statement of part {number}" in article.text for number in (1, 2, 3)]

    assert (said, article.text.count("A story"), faults(article)) == ([True] * 3, 1, [])
    assert [article.text[mark.start : mark.end] for mark in article.marks] == ["the other page"] * 3


def test_another_article_is_not_joined(site: str) -> None:
    """A link to the next story is no page of this one."""

    assert open_article(f"{site}/other_parts").text == open_article(f"{site}/page").text


@pytest.mark.parametrize("address", ["row/detik", "row/kompas", "row/arrow", "row/wordpress/story"])
def test_pages_are_joined_by_the_row_of_their_numbers(site: str, address: str) -> None:
    """Where no `rel=next` names them."""
    Handler.asked.clear()
    article = open_article(f"{site}/{address}{'' if 'story' in address else '?x=1'}")
    said = [f"statement of part {number}" in article.text for number in (1, 2, 3)]

    assert (said, len(Handler.asked), faults(article)) == ([True] * 3, 3, [])


def test_pages_of_comments_are_not_joined(site: str) -> None:
    """The story stands on the second again; the third is not even asked for."""
    Handler.asked.clear()

    assert open_article(f"{site}/comments").text == open_article(f"{site}/page").text
    assert len(Handler.asked) == 2


BAD = {
    "missing": "there is no such page (404)",
    "status/500": "the server says 500 Internal Server Error",
    "status/403": "the server says 403 Forbidden",
    "loop/a": "leads round in a circle",
    "redirect/12": "leads on more than 10 times",
    "nowhere": "leads nowhere",
    "to?ftp://127.0.0.1/x": "only http and https addresses are fetched",
    "to?file:///etc/passwd": "only http and https addresses are fetched",
    "to?http://10.0.0.1/": "leads into a private network",
    "to?http://localhost:1/": "leads into a private network",
    "to?http://[::1]/": "leads into a private network",
    "to?http://[::ffff:127.0.0.1]/": "leads into a private network",
    "to?http://169.254.169.254/latest": "leads into a private network",
    "to?http://[": "leads to what is not a web address",
    "damaged": "is damaged",
    "brotli": "is packed with br, which is not read",
    "bomb": "is larger than 20 MiB",
    "huge": "is larger than 20 MiB",
    "endless": "is larger than 20 MiB",
    "short": "the server broke off in the middle of the page",
    "picture": "is a picture, not text",
}


@pytest.mark.timed
@pytest.mark.parametrize("path", BAD)
def test_a_bad_page_is_one_clear_line(site: str, path: str) -> None:
    """Each ends as it should, soon, and names the address."""
    start = monotonic()
    with pytest.raises(LoadError) as caught:
        open_article(f"{site}/{path}")

    assert str(caught.value).endswith(f": {BAD[path]}")
    assert monotonic() - start < 10


@pytest.mark.timed
@pytest.mark.parametrize("path", ["drip", "dripping_head"])
def test_a_slow_page_is_cut_off(site: str, path: str) -> None:
    """However little comes however often, the whole has a deadline."""
    start = monotonic()
    with pytest.raises(LoadError, match="takes too long"):
        fetch(f"{site}/{path}", unheard, patience=0.5)

    assert monotonic() - start < 3


def test_a_server_that_speaks_no_http_is_a_clear_line(site: str) -> None:
    """Whatever it says."""
    with pytest.raises(LoadError, match="the server broke off"):
        open_article(f"{site}/rubbish")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1:1/", "cannot be reached (connection refused)"),
        ("http://no-such-host.invalid/", "there is no such host, or no network"),
        ("http://", "is not a web address"),
        ("http://a:99999/", "is not a web address"),
        ("http://a b/", "is not a web address"),
        ("ftp://x.org/", "only http and https addresses are fetched"),
        ("javascript://x", "only http and https addresses are fetched"),
        ("http://x/" + "a" * 9000, "the address is too long"),
        ("http://127.0.0.1\r\nX: y/", "is not a web address"),
    ],
)
def test_a_bad_address_is_one_clear_line(url: str, reason: str) -> None:
    """Nothing is asked of the network."""
    with pytest.raises(LoadError) as caught:
        open_article(url)

    assert str(caught.value).endswith(reason)
    assert str(caught.value).isprintable()


def test_an_address_is_made_ascii() -> None:
    """Hosts by IDNA, paths in percent signs, without user name and fragment."""
    address = address_of(" HTTPS://me:secret@BÜCHER.example:443/a b/ü?q=é%20#x ")

    assert str(address) == "https://xn--bcher-kva.example/a%20b/%C3%BC?q=%C3%A9%20"


def test_progress_is_told_and_can_end_the_fetching(site: str) -> None:
    """What it raises comes out."""
    told: list[tuple[int, int]] = []
    fetch(f"{site}/page", lambda *counts: told.append(counts))
    [*_, (arrived, expected)] = told

    def stop(arrived: int, expected: int) -> None:
        raise Stop

    assert arrived == expected
    with pytest.raises(Stop):
        fetch(f"{site}/endless", stop)


def test_a_page_is_kept_and_read_without_a_network(cache: Path) -> None:
    """Once the server is gone, and when no network is to be used."""
    with running() as site:
        first = open_article(f"{site}/page")
    again = open_article(f"{site}/page")
    offline = open_article(f"{site}/page", is_offline=True)

    assert (again.text, offline.text) == (first.text, first.text)
    with pytest.raises(LoadError, match="was not read before"):
        open_article(f"{site}/other", is_offline=True)


def test_an_unchanged_page_is_not_sent_again(site: str) -> None:
    """The sender's mark is shown to it."""
    first, again = open_article(f"{site}/etag"), open_article(f"{site}/etag")

    assert first.text == again.text


def test_a_cache_that_cannot_be_written_does_not_stop_reading(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is read, only not kept."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert open_article(f"{site}/page").title == "A story"
