"""Opening a source: an article or one clear line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.loading.errors import LoadError
from reader.loading.open import open_article
from reader.loading.seeds import seed_articles
from tests.loading.cases import faults


def test_the_seed_articles_open() -> None:
    """The first is the text of its file, line by line."""
    first, *others = seed_articles()
    article = open_article(str(first))

    assert first.read_text("utf-8").strip() == article.text
    assert (10, str(first), 2) == (len(article.blocks), article.source, len(others))


def test_each_seed_names_its_sources() -> None:
    """Beside each article of our own stands a file of sources."""
    _, *own = seed_articles()

    assert [path.name for path in own if not path.with_suffix(".sources").is_file()] == []


@pytest.mark.parametrize("path", seed_articles(), ids=lambda path: path.stem)
def test_a_seed_is_a_sound_article(path: Path) -> None:
    """Blocks are in order and hold all of the text."""

    assert faults(open_article(str(path))) == []


def refused(source: str, encoding: str = "") -> str:
    """The line that is said when a source cannot be opened."""
    with pytest.raises(LoadError) as caught:
        open_article(source, encoding=encoding)
    return str(caught.value)


def test_what_cannot_be_read_is_one_clear_line(tmp_path: Path) -> None:
    """Each failure says which source and why."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\n")
    (tmp_path / "binary").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    reasons = {
        "none.txt": "no such file",
        "empty.txt": "is empty",
        "blank.txt": "holds no text",
        "binary": "is a binary file, not text",
        "picture.txt": "is a picture, not text",
        "": "is a directory",
        "empty.txt/x": "not a directory",
        "n" * 300: "file name too long",
        "a\0b": "no such file",
    }

    assert reasons == {
        name: refused(os.path.join(tmp_path, name)).rpartition(": ")[2] for name in reasons
    }


def test_a_device_is_refused() -> None:
    """An endless one would never stop."""

    assert refused("/dev/zero") == "/dev/zero: is a device"


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    """Even where the file would have opened."""
    path = tmp_path / "a.txt"
    path.write_text("text")

    assert f"{path}: unknown encoding 'klingon'" == refused(str(path), encoding="klingon")


def test_no_escape_sequence_of_a_file_name_is_said(tmp_path: Path) -> None:
    """The line can be printed as it is."""
    line = refused(str(tmp_path / "\x1b[2J\n\udcff"))

    assert (line.isprintable(), line.endswith(r"\x1b[2J\n\udcff: no such file")) == (True, True)


def test_the_format_is_told_by_the_content(tmp_path: Path) -> None:
    """Without a suffix, headings make Markdown."""
    path = tmp_path / "article"
    path.write_text("# Title\n\nText")

    assert open_article(str(path)).blocks[0].kind == "heading"


def test_a_file_address_and_a_home_path_are_paths(tmp_path: Path) -> None:
    """Both name the same file."""
    path = tmp_path / "a b.txt"
    path.write_text("text")

    assert str(path) == open_article(path.as_uri()).source


@pytest.mark.parametrize(
    ("given", "code", "expected"),
    [(b"text\n", 0, "text"), (b"", 1, "-: is empty"), (b"\0\1\2" * 9, 1, "-: is a binary file")],
)
def test_standard_input_is_read(given: bytes, code: int, expected: str) -> None:
    """A pipe is a source."""
    program = (
        "import sys\n"
        "from reader.loading.open import LoadError, open_article\n"
        "try: print(open_article('-').text)\n"
        "except LoadError as error: sys.exit(str(error))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], input=given, capture_output=True)

    assert code == done.returncode
    assert (done.stdout + done.stderr).decode().startswith(expected)


def test_a_named_pipe_is_read(tmp_path: Path) -> None:
    """As the shell's `<(…)` makes them."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["sh", "-c", f"printf text > '{pipe}'"]):
        article = open_article(str(pipe))

    assert article.text == "text"


def test_opening_text_imports_no_parser() -> None:
    """Plain text costs neither Markdown nor charset detection nor TinyDB."""
    program = (
        "import sys; from reader.loading.open import open_article\n"
        f"open_article({str(seed_articles()[0])!r})\n"
        "heavy = {'markdown_it', 'charset_normalizer', 'tinydb', 'trafilatura', 'textual', 'rich',"
        " 'ruamel', 'asyncio', 'urllib.request'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert done.stdout == "[]\n"
