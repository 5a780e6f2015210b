"""Durable files: replaced in one step and on the disk before the caller goes on, under a lock."""

import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import NamedTuple

PATIENCE = 10.0
"""Seconds to wait for another process that holds the lock."""


class Signature(NamedTuple):
    """What tells one state of a file from the next without reading it."""

    device: int
    inode: int
    size: int
    changed: int


def signature(status: os.stat_result) -> Signature:
    """The signature in a file's status."""
    return Signature(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def signature_of(path: Path) -> Signature | None:
    """The signature of the file at `path`, or None where there is none."""
    try:
        return signature(os.stat(path))
    except (FileNotFoundError, NotADirectoryError):
        return None


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, for the user alone, each one durable."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(0o700)
    sync_folder(folder.parent)


def make_private(path: Path) -> None:
    """Make an empty file for the user alone, where there is none."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at `path`, whole or not at all, and wait for the disk.

    A symbolic link stays one, and the file that it names keeps its mode; a new file is the
    user's alone.
    """
    target = Path(os.path.realpath(path))
    _swap(target, data, durable=os.fsync)
    sync_folder(target.parent)


class ChangedError(OSError):
    """Another hand has written to a file since it was read."""


def replace_seen(path: Path, data: bytes, seen: Signature | None) -> None:
    """Put `data` in place of a file that others write to as well, as `replace` does.

    A new file has the mode that new files have here.

    Args:
        seen: the signature of the file when it was read; None where there was none.

    Raises:
        ChangedError: it is another one now, and was left alone.
    """
    target = Path(os.path.realpath(path))

    def check() -> None:
        if signature_of(target) != seen:
            raise ChangedError(f"{path} was written to by another program just now")

    _swap(target, data, durable=os.fsync, mode=0o666, check=check)
    sync_folder(target.parent)


def replace_with_mirror(path: Path, mirror: Path, data: bytes, spare: Sequence[Path] = ()) -> None:
    """Put `data` in place of a file and of its mirror, so that one of the two is always whole.

    Where the disk is full, the mirror and the `spare` files are given up for the file itself.
    """
    try:
        make_folder(mirror.parent)
        replace_soon(mirror, data)
        replace(path, data)
    except OSError as error:
        if error.errno not in (ENOSPC, EDQUOT):
            raise
        for each in (mirror, *spare):
            each.unlink(missing_ok=True)
        replace(path, data)
        with suppress(OSError):
            replace_soon(mirror, data)


def replace_soon(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at `path`, whole or not at all, when the disk has time."""
    _swap(path, data, durable=_in_its_time)


def _in_its_time(handle: int) -> None:
    """Leave it to the system when the bytes reach the disk."""


def _swap(
    target: Path,
    data: bytes,
    durable: Callable[[int], None],
    mode: int = 0o600,
    check: Callable[[], None] = lambda: None,
) -> None:
    scratch = target.with_name(f".{target.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
    try:
        try:
            _keep_mode(handle, target)
            _write(handle, data)
            durable(handle)
        finally:
            os.close(handle)
        check()
        os.rename(scratch, target)
    except BaseException:
        with suppress(OSError):
            scratch.unlink()
        raise


def _keep_mode(handle: int, target: Path) -> None:
    with suppress(FileNotFoundError):
        mode = stat.S_IMODE(target.stat().st_mode)
        if mode != stat.S_IMODE(os.fstat(handle).st_mode):
            os.fchmod(handle, mode)


def _write(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


@contextmanager
def locked(lock: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock file `lock` against other threads and processes.

    Raises:
        TimeoutError: someone else held it for `patience` seconds.
    """
    import fcntl

    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        deadline, pause = time.monotonic() + patience, 0.0005
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise TimeoutError(f"another program holds {lock}") from None
            time.sleep(pause)
            pause = min(0.01, pause * 1.5)
        yield
    finally:
        os.close(handle)
