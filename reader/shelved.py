"""The article of a library entry, whether its source can still be had or not, and how it can."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.article import Article, Block
from reader.library import Entry
from reader.loading.errors import LoadError
from reader.loading.open import open_article
from reader.loading.piped import SUFFIX, packed
from reader.notes.annotation import Annotation
from reader.notes.texts import keep_piped, kept_text


def shelved_article(entry: Entry, notes: Sequence[Annotation], data_dir: Path) -> Article:
    """The article as it is now, else with the text that its latest note was made on.

    Args:
        entry: what the library knows of it.
        notes: those on it.
        data_dir: where texts are kept.
    """
    # Pages are not fetched again for a listing: they are kept as they were last read.
    if entry.source not in {"", "-"}:
        with suppress(LoadError):
            return open_article(entry.source, is_offline=True)
    latest = max(notes, key=lambda note: note.modified, default=None)
    text = (kept_text(data_dir, latest.anchor.digest) if latest else None) or ""
    blocks = [Block("paragraph", 0, len(text))]
    bare = Article(text, blocks, title=entry.title, source=entry.source)
    return replace(bare, author=entry.author, site=entry.site, published=entry.published)


def lasting(article: Article, data_dir: Path) -> Article:
    """The article by a source that it can be opened from again: one from a pipe by its copy.

    Where the disk does not let us keep one, it is as it came.
    """
    if article.source != "-":
        return article
    with suppress(OSError):
        path = keep_piped(data_dir, article.digest, packed(article), SUFFIX)
        return replace(article, source=str(path))
    return article
