"""The pages that were read, kept so that they can be read again without a network."""

import json
import os
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from pathlib import Path

from reader.loading.web.fetch import Page


class PageStore:
    """A folder of pages, each in one file: a line of JSON and the body as it came."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _path(self, url: str) -> Path:
        return self._folder / f"{sha256(url.encode()).hexdigest()[:32]}.page"

    def get(self, url: str) -> Page | None:
        """The page that was last read at an address; None where there is none."""
        try:
            head, _, data = self._path(url).read_bytes().partition(b"\n")
            fields = json.loads(head)
            return Page(data=data, **{name: str(value) for name, value in fields.items()})
        except (OSError, ValueError, TypeError, AttributeError):
            return None

    def day(self, url: str) -> str:
        """The ISO day on which the page at an address was kept; empty where it cannot be told."""
        with suppress(OSError):
            return date.fromtimestamp(self._path(url).stat().st_mtime).isoformat()
        return ""

    def put(self, url: str, page: Page) -> None:
        """Keep a page; where the disk does not let us, it is not kept."""
        fields = {name: value for name, value in asdict(page).items() if name != "data"}
        path = self._path(url)
        scratch = path.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self._folder.mkdir(0o700, parents=True, exist_ok=True)
            try:
                scratch.write_bytes(json.dumps(fields).encode() + b"\n" + page.data)
                scratch.replace(path)
            finally:
                scratch.unlink(missing_ok=True)
