"""Mutated inputs for each loader: an article or a clear error must come of each.

`python -m tests.loading.fuzzing FORMAT COUNT [SEED]` tries as many as one likes.
"""

import random
import resource
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from time import process_time

from reader.loading.errors import LoadError
from reader.loading.open import article_of, open_article
from reader.loading.piped import packed
from reader.loading.seeds import seed_articles
from reader.loading.source import Raw
from tests.loading.cases import CASES, faults
from tests.loading.test_rtf import RUNS, WORD
from tests.loading.web.server import PAGE

PRODUCED = CASES / "produced"
SLOWEST = 10.0
"""Seconds of CPU that one input may take."""
ROOM = 2 << 30
"""Bytes of address space that all inputs together may take."""

_TOKENS = (
    b"<table><tr><td>",
    b"<blockquote>",
    b"</p>",
    b"<li>",
    b"<pre>",
    b"&#0;",
    b"&#x202e;",
    b"<b>",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b"\x1b[31m",
    b"\xe2\x80\xa8",
    b"\xcc\x81",
    b"[a]: b",
    b"```",
    b"> ",
    b"- ",
    b"| a | b |\n|-|-|\n",
    b"---\n",
    b"[^1]:",
    b"<!--",
    b"]]>",
    b"<!DOCTYPE x [",
    b"{\\rtf1",
    b"\\u-10179?",
    b"\\'e9",
    b"\\bin9 ",
    b"{\\footnote ",
    b"\\s1 ",
    b"\\b ",
    b"{\\field{\\*\\fldinst HYPERLINK ",
    b"{\\fldrslt ",
    b"=?utf-8?b?!?=",
    b"boundary=",
    b"Content-Type: ",
    b"charset=utf-7",
    b"\n\n",
    b"<item>",
    b"<?xml version='1.0' encoding='utf-16'?>",
    b"stream\n",
    b"colspan=99999",
    b"<svg><p>",
    b"<ol start=-99999999999>",
    b"<ol type=i reversed><li value=9>",
    b"<sup><a href=#n>1</a></sup>",
    b"<li id=n>",
    b"<td rowspan=99>",
    b"<br><br>",
    b"<q>",
    b" hidden",
    b"<time>5 May 2022",
    b"+++\n",
    b"<a href='http://['>",
    b"&lt;",
    b"%PDF-",
)

SAMPLES: dict[str, tuple[str, list[bytes]]] = {
    "plaintext": (".txt", [seed_articles()[0].read_bytes(), b"Line one\nline two\n\nMore.\n" * 9]),
    "markdown": (
        ".md",
        [path.read_bytes() for path in seed_articles()[1:]]
        + [(CASES / "markdown.txt").read_bytes()],
    ),
    "html": (
        ".html",
        [PAGE.encode(), (CASES / "markup.txt").read_bytes(), (CASES / "shapes.txt").read_bytes()],
    ),
    "epub": (".epub", [(PRODUCED / "pandoc3.epub").read_bytes()]),
    "docx": (".docx", [(PRODUCED / "pandoc.docx").read_bytes()]),
    "rtf": (
        ".rtf",
        [(PRODUCED / "pandoc.rtf").read_bytes(), WORD.encode(), RUNS.encode()],
    ),
    "pdf": (".pdf", [(PRODUCED / "libreoffice.pdf").read_bytes()]),
    "mhtml": (".mhtml", [(PRODUCED / "chromium.mhtml").read_bytes()]),
    "eml": (
        ".eml",
        [
            b"From: =?utf-8?q?J?= <j@x.org>\nSubject: x\nDate: Tue, 25 Jun 2024 10:00:00 +0700\n"
            b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n'
            b"Content-Type: text/plain; format=flowed\n\nplain \ntext\n--b\n"
            b"Content-Type: text/html; "
            b"charset=cp1252\nContent-Transfer-Encoding: quoted-printable\n\n<p>caf=E9</p>\n--b--"
        ],
    ),
    "piped": (".piped", [packed(open_article(str(path))) for path in seed_articles()]),
    "newsboat": ("", [(CASES / "newsboat-article").read_bytes()]),
    "feed": (
        ".rss",
        [
            b'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>One'
            b"</title><link>https://x.org/1</link><pubDate>Tue, 25 Jun 2024 10:00:00 GMT</pubDate>"
            b"<description>&lt;p&gt;A &lt;b&gt;bold&lt;/b&gt; word.</description></item></channel>"
            b"</rss>"
        ],
    ),
}


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes after a few changes: flipped, cut, doubled, moved, or with something put in."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(out) + 1)
        end = min(len(out), at + chance.choice((1, 2, 8, 64, 512)))
        deed = chance.randrange(6)
        if deed == 0 and at < len(out):
            out[at] = chance.randrange(256)
        elif deed == 1:
            del out[at:end]
        elif deed == 2:
            out[at:at] = out[at:end] * chance.choice((1, 2, 50))
        elif deed == 3:
            out[at:at] = chance.choice(_TOKENS) * chance.choice((1, 1, 3, 200))
        elif deed == 4:
            piece = out[at:end]
            del out[at:end]
            to = chance.randrange(len(out) + 1)
            out[to:to] = piece
        else:
            out[at:end] = chance.randbytes(end - at)
    return bytes(out)


def _mutated_archive(data: bytes, chance: random.Random) -> bytes:
    """An archive with some of its entries mutated before they are packed."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(packed, "w") as target:
        for info in source.infolist():
            body = source.read(info)
            if chance.random() < 0.3:
                body = mutated(body, chance)
            target.writestr(info.filename, body)
    return packed.getvalue()


def inputs(kind: str, count: int, seed: int) -> Iterator[bytes]:
    """So many mutated inputs for one loader; the same for the same seed."""
    chance = random.Random(f"{kind} {seed}")
    _, samples = SAMPLES[kind]
    for _ in range(count):
        data = chance.choice(samples)
        if data.startswith(b"PK") and chance.random() < 0.7:
            yield _mutated_archive(data, chance)
        else:
            yield mutated(data, chance)


def tried(kind: str, data: bytes) -> str:
    """What is wrong with how an input was read; nothing is."""
    suffix, _ = SAMPLES[kind]
    start = process_time()
    name = f"https://x.org/a{suffix}" if kind == "html" else f"/x{suffix}"
    try:
        found = faults(article_of(Raw(name, data[: 1 << 16], iter([data[1 << 16 :]]))))
    except LoadError as error:
        found = [] if str(error).isprintable() else [f"an unprintable message: {error!r}"]
    if process_time() - start > SLOWEST:
        found.append("too slow")
    return "; ".join(found)


def main() -> None:
    """Try what the command line says."""
    kind, count, *rest = sys.argv[1:]
    seed = int(rest[0]) if rest else 0
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    for number, data in enumerate(inputs(kind, int(count), seed)):
        wrong = tried(kind, data)
        if wrong:
            sys.exit(f"{kind} {number}: {wrong}\n{data[:500]!r}")
    print(f"{kind}: {count} inputs, none wrong")


if __name__ == "__main__":
    main()
