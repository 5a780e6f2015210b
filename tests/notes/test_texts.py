"""Kept texts: what comes back is what was kept, or nothing."""

import zlib
from hashlib import sha256
from pathlib import Path

import pytest

from reader.notes.texts import keep_text, kept_text


@pytest.mark.parametrize("text", ["", "one\ntwo", "Минск 𝄞", "\udcff lone", "x" * 1_000_000])
def test_a_text_comes_back_by_its_digest(tmp_path: Path, text: str) -> None:
    """Whatever is in it."""
    digest = keep_text(tmp_path, text)

    assert digest == sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    assert kept_text(tmp_path, digest) == text


def test_a_text_is_kept_once(tmp_path: Path) -> None:
    """However often a note is made on it."""
    digest = keep_text(tmp_path, "text")
    path = tmp_path / "texts" / f"{digest}.z"
    before = path.stat().st_mtime_ns, path.stat().st_ino
    keep_text(tmp_path, "text")

    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [b"", b"text", zlib.compress(b"other"), b"\x00" * 40])
def test_a_damaged_text_is_not_given_out(tmp_path: Path, damage: bytes) -> None:
    """It would lead the notes astray."""
    digest = keep_text(tmp_path, "text")
    (tmp_path / "texts" / f"{digest}.z").write_bytes(damage)

    assert kept_text(tmp_path, digest) is None


@pytest.mark.parametrize("digest", ["", "0" * 64, "../texts/x", "a/b", "\x00"])
def test_what_was_never_kept_is_not_there(tmp_path: Path, digest: str) -> None:
    """Nor does a digest lead to another folder."""
    assert kept_text(tmp_path, digest) is None
