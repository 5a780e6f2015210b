"""Files made to do harm are refused in one line, or read harmlessly, in bounded time."""

import base64
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from time import process_time

import pytest

from reader.loading.archive import entry_path
from reader.loading.errors import LoadError, install_line
from reader.loading.open import open_article

CONTAINER = '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>'
PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>'
    '<item id="a" href="{href}" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine></package>'
)
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)


def archive(**entries: str | bytes) -> bytes:
    """A zip archive; `__` in a name is a slash, `_` a dot."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in entries.items():
            file.writestr(name.replace("__", "/").replace("_", "."), data)
    return packed.getvalue()


def epub(chapter: str | bytes, href: str = "a.xhtml", **more: str | bytes) -> bytes:
    """An EPUB of one chapter."""
    return archive(
        META__INF__x="",
        **{"META-INF__container_xml": CONTAINER, "c_opf": PACKAGE.format(href=href)},
        a_xhtml=chapter,
        **more,
    )


def docx(document: str | bytes) -> bytes:
    """A Word document of one part."""
    return archive(word__document_xml=document)


def encrypted_zip() -> bytes:
    """An archive whose entry says that it is encrypted."""
    data = bytearray(epub("<p>x"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    return bytes(data)


def short_styles() -> bytes:
    """A Word document whose styles are said to be longer than the whole file."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type="{}" Target="{}"/></Relationships>'
    )
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("_rels/.rels", relation.format(f"{office}/officeDocument", "word/d.xml"))
        file.writestr("word/_rels/d.xml.rels", relation.format(f"{office}/styles", "styles.bin"))
        file.writestr("word/d.xml", WORDS)
        file.writestr("word/document.xml", WORDS)
        file.writestr("word/styles.bin", "<a/>")
        styles = file.getinfo("word/styles.bin")
        styles.compress_size = styles.file_size = 1 << 20
    return packed.getvalue()


WORDS = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>"
)
ENCRYPTION = (
    '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#'
    'aes128-cbc"/></EncryptedData></encryption>'
)
FONTS = (
    '<encryption><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></encryption>'
)
LOCKED_PDF = base64.b64decode(
    "JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+ZW5kb2JqCjIgMCBvYmo8PC9UeXBlL1Bh"
    "Z2VzL0tpZHNbXS9Db3VudCAwPj5lbmRvYmoKdHJhaWxlcjw8L1Jvb3QgMSAwIFIvRW5jcnlwdCA5IDAgUj4+Cg=="
)

REFUSED = {
    "bomb.epub": (epub(b"\0" * (100 << 20)), "unpacks to too much"),
    "bomb.docx": (docx(b" " * (100 << 20)), "unpacks to too much"),
    "entities.docx": (docx(BOMB + "<x>&m;</x>"), "is a damaged Word document"),
    "drm.epub": (epub("<p>x", **{"META-INF__encryption_xml": ENCRYPTION}), "is encrypted"),
    "locked.epub": (encrypted_zip(), "is encrypted"),
    "outside.epub": (epub("<p>x", href="../../../etc/passwd"), "holds no text"),
    "cut.epub": (epub("<p>x")[:-30], "is a damaged archive"),
    "none.epub": (archive(x="y"), "is a damaged EPUB"),
    "cut.docx": (b"PK\x03\x04word/" + bytes(50), "is a damaged archive"),
    "text.docx": (docx("not XML"), "is a damaged Word document"),
    "short.docx": (short_styles(), "is a damaged Word document"),
    "none.docx": (archive(word__x="y"), "is a damaged Word document"),
    "office.zip": (archive(x="y"), "is an archive, not text"),
    "old.doc": (
        b"\xd0\xcf\x11\xe0" + bytes(99),
        "is an old or encrypted Office file, not text",
    ),
    "cut.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 9, "is a damaged PDF file"),
    "locked.eml": (
        b"Subject: x\nContent-Type: multipart/encrypted\n\nx",
        "is encrypted",
    ),
    "none.mhtml": (b"MIME-Version: 1.0\nSubject: x\n\ntext", "holds no web page"),
    "none.rss": (b"<rss><channel><title>x</title></channel></rss>", "is a feed without entries"),
    "deep.eml": (
        b"Subject: x\n"
        + b"".join(
            b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)
        ),
        "is too deeply nested",
    ),
}


@pytest.mark.timed
@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    """Each in its own words, within seconds."""
    data, reason = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(data)
    start = process_time()
    with pytest.raises(LoadError) as caught:
        open_article(str(path))

    assert str(caught.value) == f"{path}: {reason}"
    assert process_time() - start < 10


READ = {
    "fonts.epub": epub("<html><body><p>x</p></body></html>", **{"META-INF__encryption_xml": FONTS}),
    "entities.epub": epub(BOMB + "<html><body><p>x&nope;&m;</p></body></html>"),
    "broken.epub": epub("<html><body><p>x<b></p>"),
    "feed.rss": f"{BOMB}<rss><channel><item><title>x</title></item></channel></rss>".encode(),
    "page.html": (BOMB + "<p>x").encode(),
    "nested.eml": b"Subject: a\nContent-Type: text/plain; charset=no-such\n\nx",
    "odd.eml": b"Subject: =?no-such?b?!!!?=\nDate: never\nFrom: <<<\n\nx",
    "link.rtf": rb"{\rtf1 x" + rb'{\field{\*\fldinst{HYPERLINK "a"' * 20_000,
}


@pytest.mark.timed
@pytest.mark.parametrize("name", READ)
def test_a_harmless_one_is_read(tmp_path: Path, name: str) -> None:
    """What does no harm is no reason to refuse."""
    path = tmp_path / name
    path.write_bytes(READ[name])
    start = process_time()

    assert "x" in open_article(str(path)).text
    assert process_time() - start < 10


@pytest.mark.parametrize(
    ("base", "reference", "expected"),
    [
        ("OPS/c.opf", "a.xhtml#x", "OPS/a.xhtml"),
        ("OPS/c.opf", "../b%20c", "b c"),
        ("OPS/c.opf", "../../etc/passwd", ""),
        ("c.opf", "/etc/passwd", ""),
        ("c.opf", "%2e%2e/x", ""),
    ],
)
def test_no_reference_leads_out_of_an_archive(base: str, reference: str, expected: str) -> None:
    """Paths are resolved within it."""

    assert entry_path(base, reference) == expected


@pytest.mark.parametrize(
    ("name", "data", "extra"),
    [
        ("a.pdf", b"%PDF-1.7", "pdf"),
        ("a.docx", docx("<x/>"), "docx"),
        ("a.rtf", b"{\\rtf1 x}", "rtf"),
        ("a.rss", b"<rss/>", "feeds"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    tmp_path: Path, name: str, data: bytes, extra: str
) -> None:
    """In an interpreter that cannot import it."""
    path = tmp_path / name
    path.write_bytes(data)
    program = (
        "import sys\n"
        "for name in ('pypdfium2', 'mammoth', 'striprtf', 'feedparser'): sys.modules[name] = None\n"
        "from reader.loading.errors import MissingExtra\n"
        "from reader.loading.open import open_article\n"
        f"try: open_article({str(path)!r})\n"
        "except MissingExtra as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert done.stdout.strip().endswith(f"this needs the extra {extra!r}: {install_line(extra)}")
    assert f"{sys.executable} -m pip install" in done.stdout and ">=" in done.stdout
