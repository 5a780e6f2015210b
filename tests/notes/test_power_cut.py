"""A power cut after any save: what was not flushed is gone, and every saved note is there.

A disk may lose the bytes of a file that was not flushed, and a name of a folder that was not.
The model takes it that it always does; no file system known is as bad.
"""

import os
import stat
from pathlib import Path

import pytest

from reader.notes import files
from reader.notes.document import Document
from reader.notes.merge import successor
from reader.notes.store import ArticleStore


class Disk:
    """What of a folder has been flushed: bytes by inode, and names by the folder's inode."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._bytes: dict[int, bytes] = {}
        self._names: dict[int, dict[str, int]] = {}
        self._open, self._fsync = os.open, os.fsync
        monkeypatch.setattr(os, "open", self._opened)
        monkeypatch.setattr(os, "fsync", self._flushed)

    def left(self, folder: Path, target: Path) -> None:
        """Put what a power cut now would leave of `folder` into `target`."""
        self._restore(folder.stat().st_ino, target)

    def _restore(self, inode: int, target: Path) -> None:
        target.mkdir(exist_ok=True)
        for name, inner in self._names.get(inode, {}).items():
            if inner in self._names:
                self._restore(inner, target / name)
            else:
                (target / name).write_bytes(self._bytes.get(inner, b""))

    def _opened(self, path: str, flags: int, mode: int = 0o777) -> int:
        handle = self._open(path, flags, mode)
        if flags & os.O_EXCL:
            # The inode of a file that is gone may be given to a new one.
            self._bytes.pop(os.fstat(handle).st_ino, None)
        return handle

    def _flushed(self, handle: int) -> None:
        self._fsync(handle)
        status = os.fstat(handle)
        path = f"/proc/self/fd/{handle}"
        if stat.S_ISDIR(status.st_mode):
            self._names[status.st_ino] = {each.name: each.inode() for each in os.scandir(path)}
        else:
            self._bytes[status.st_ino] = Path(path).read_bytes()


def _lost_after_some_save(root: Path, disk: Disk) -> bool:
    """Whether a power cut after one of many saves loses or changes a note."""
    folder = root / "notes"
    saved: dict[str, dict[str, Document]] = {"one": {}, "two": {}}
    stores = {article: ArticleStore(folder, article) for article in saved}
    for number in range(12):
        article = "one" if number % 3 else "two"
        old = saved[article].get(f"note {number % 4}")
        fields: Document = {"id": f"note {number % 4}", "body": f"text {number}"}
        changed = successor(old, fields) if old else fields
        saved[article] = stores[article].save([changed])
        left = root / f"left {number}"
        disk.left(folder, left)
        found = {name: ArticleStore(left, name).load() for name in saved}
        if found != saved:
            return True
    return False


pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="needs /proc")


def test_a_power_cut_after_a_save_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither of the note just saved nor of those before it."""
    (tmp_path / "notes").mkdir()

    assert not _lost_after_some_save(tmp_path, Disk(monkeypatch))


@pytest.mark.parametrize("safeguard", ["sync_folder", "replace"])
def test_a_store_that_does_not_flush_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, safeguard: str
) -> None:
    """Not its folders, or not its files."""
    (tmp_path / "notes").mkdir()
    disk = Disk(monkeypatch)
    if safeguard == "sync_folder":
        monkeypatch.setattr(files, "sync_folder", lambda folder: None)
    else:
        monkeypatch.setattr(files, "replace", _replace_without_flush)

    assert _lost_after_some_save(tmp_path, disk)


def _replace_without_flush(path: Path, data: bytes) -> None:
    files.replace_soon(path, data)
    files.sync_folder(path.parent)
