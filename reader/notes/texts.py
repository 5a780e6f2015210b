"""The canonical text of every annotated revision, compressed and named by its sha256.

With the old text at hand, a note finds its passage in a changed article far more surely than by
its quote alone.
"""

import zlib
from hashlib import sha256
from pathlib import Path

from reader.notes.files import make_folder, replace


def keep_text(directory: Path, text: str) -> str:
    """Keep a text in the data directory and return its digest; a text that is kept costs a look.

    Raises:
        OSError: it cannot be written.
    """
    data = text.encode("utf-8", "surrogatepass")
    digest = sha256(data).hexdigest()
    path = _path(directory, digest)
    if not path.exists():
        make_folder(path.parent)
        replace(path, zlib.compress(data))
    return digest


def kept_text(directory: Path, digest: str) -> str | None:
    """The text of that digest, or None where it is not kept, or no longer what it was."""
    if not digest.isalnum():
        return None
    try:
        data = zlib.decompress(_path(directory, digest).read_bytes())
    except (OSError, zlib.error):
        return None
    return data.decode("utf-8", "surrogatepass") if sha256(data).hexdigest() == digest else None


def keep_piped(directory: Path, digest: str, data: bytes, suffix: str) -> Path:
    """Keep what came through a pipe, by the digest of its text; gives the file that it is in.

    Raises:
        OSError: it cannot be written.
    """
    path = directory / "piped" / f"{digest}{suffix}"
    if not path.exists():
        make_folder(path.parent)
        replace(path, data)
    return path


def texts_folder(directory: Path) -> Path:
    """The folder of the kept texts."""
    return directory / "texts"


def _path(directory: Path, digest: str) -> Path:
    return texts_folder(directory) / f"{digest}.z"
