"""Which articles a file of notes is about, and their sessions."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.article import Article, Block
from reader.cli.failure import USAGE, Failure
from reader.cli.fetching import opened
from reader.cli.shelf import find_source
from reader.config import data_dir
from reader.exchange.format import Incoming
from reader.library import Library
from reader.loading.errors import LoadError
from reader.loading.open import is_address
from reader.notes.texts import keep_text
from reader.session import Session


@dataclass(frozen=True, slots=True)
class Work:
    """One article that notes are about."""

    session: Session
    """Its session."""
    notes: Sequence[Incoming]
    """The notes."""
    is_read: bool = True
    """Whether its text is at hand."""

    def record(self) -> None:
        """See that the library has the article, and keep the text that notes are placed in."""
        session = self.session
        is_listed = any(entry.id == session.id for entry in session.library.entries())
        # What stands for an unread page must not write over what is known of it.
        if not is_listed and self.is_read:
            session.enlist()
        elif not is_listed and session.library.entry(session.id) is None:
            session.library.record(session.article, session.id)
        if self.is_read:
            keep_text(session.data_dir, session.article.text)


def works(notes: Sequence[Incoming], given: Namespace) -> Iterator[Work]:
    """The articles that notes are about, one after the other.

    Notes on what cannot be told are left out; raises `Failure` where that is all of them.
    """
    if given.source:
        session = opened(
            given.source, data_dir(given.data_dir), "", given.encoding, given.no_network
        )
        yield Work(session, _about(notes, session.described.title, given))
        return
    grouped: dict[tuple[str, str], list[Incoming]] = {}
    library = Library(data_dir(given.data_dir))
    for note in notes:
        source = _source(note, library)
        grouped.setdefault((source, "" if source else note.title), []).append(note)
    found = 0
    for (source, title), group in grouped.items():
        work = _work(source or _titled(title, given), group, given)
        found += work is not None
        if work:
            yield work
    if not found:
        raise Failure(f"{given.file} does not say which article it is about: name it", USAGE)


def _source(note: Incoming, library: Library) -> str:
    """What its article is opened by: where the file does not say, by its id if that is known."""
    if note.source not in ("", "-"):
        return note.source
    article = note.annotation.article
    return article if library.entry(article) else ""


def _about(notes: Sequence[Incoming], title: str, given: Namespace) -> Sequence[Incoming]:
    """Of the notes on several works, those on the one that was named."""
    titles = {note.title for note in notes if not note.source}
    if len(titles) < 2 or given.title:
        return notes
    about = [note for note in notes if note.source or _same(note.title, title)]
    if not about:
        raise Failure(f"{given.file} has notes on {len(titles)} works: choose one with --title")
    return about


def _work(source: str, notes: Sequence[Incoming], given: Namespace) -> Work | None:
    if not source:
        return None
    data = data_dir(given.data_dir)
    if not is_address(source):
        path = find_source(source, data, "")
        return Work(opened(path, data, "", given.encoding, given.no_network), notes)
    is_offline = given.no_network or not given.fetch
    session, is_read = page_session(source, notes[0].title, data, is_offline=is_offline)
    return Work(session, notes, is_read)


def page_session(
    address: str, title: str, data: Path, *, is_offline: bool = True
) -> tuple[Session, bool]:
    """The session of a page, and whether its text is at hand; nothing is fetched offline."""
    unread = unread_page(address, title)
    entry = Library(data).entry(Library(data).identify(unread))
    try:
        return opened(entry.source if entry else address, data, "", "", is_offline), True
    except LoadError:
        return Session(unread, data), False


def unread_page(address: str, title: str) -> Article:
    """What stands for a page that was not read yet."""
    # No two have the same text, or the library would take them for one article.
    text = f"{title or address}\n\n{address}"
    blocks = [Block("paragraph", 0, len(text))]
    return Article(text, blocks, title=title, source=address, url=address)


def _titled(title: str, given: Namespace) -> str:
    entries = Library(data_dir(given.data_dir)).entries()
    found = [entry for entry in entries if _same(title, entry.title)]
    return found[0].source if len(found) == 1 else ""


def _same(one: str, other: str) -> bool:
    left, right = (" ".join(title.split()).casefold() for title in (one, other))
    return bool(left) and left == right
