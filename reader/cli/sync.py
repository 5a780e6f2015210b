"""The command that keeps notes in step with a server."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from reader.cli.failure import DONE, USAGE, Failure
from reader.cli.following import follow
from reader.cli.printing import say, say_json
from reader.cli.read import open_session
from reader.cli.works import Work, page_session, unread_page
from reader.config import data_dir, load_settings
from reader.exchange.sync.hypothesis import SERVER, Hypothesis, Row
from reader.exchange.sync.server import Server, checked
from reader.exchange.sync.step import Meeting, bring_in_step
from reader.exchange.sync.token import token_for
from reader.library import Library
from reader.loading.open import is_address
from reader.notes.notebook import open_notebook
from reader.session import Session

_ALWAYS = ("added here", "changed here", "removed here")
_THERE = ("added there", "changed there", "removed there")


def sync(given: Namespace) -> int:
    """`reader sync hypothesis [SOURCE]`."""
    if given.no_network or not load_settings().network:
        raise Failure("the notes cannot be kept in step without the network", USAGE)
    there = _there(given)
    done: Counter[str] = Counter()
    for session, is_read, rows in _meetings(there, given, done):
        done += _meet(session, is_read, rows, there)
    _tell(done, given)
    return DONE


def _there(given: Namespace) -> Hypothesis:
    settings = load_settings().hypothesis
    url = checked(given.server or settings.get("server") or SERVER)
    return Hypothesis(Server(url, token_for(url)), given.group or settings.get("group", ""))


def _meetings(
    there: Hypothesis, given: Namespace, done: Counter[str]
) -> Iterator[tuple[Session, bool, Sequence[Row]]]:
    if given.source:
        session = open_session(given)
        if not _address(session):
            raise Failure(f"{given.source} has no web address to be known by", USAGE)
        yield session, True, there.rows(_address(session))
        return
    data = data_dir(given.data_dir)
    pages = _by_article(there.rows(), data)
    for session, is_read in _noted(data, done):
        _, rows = pages.pop(session.id, ("", []))
        yield session, is_read, rows
    for article, (uri, rows) in pages.items():
        if given.all or Library(data).entry(article):
            yield (*page_session(uri, _title(rows[0]), data), rows)
        else:
            done["not in the library"] += len(rows)


def _by_article(rows: Sequence[Row], data: Path) -> dict[str, tuple[str, list[Row]]]:
    library, ids = Library(data), dict[str, str]()
    found: dict[str, tuple[str, list[Row]]] = {}
    for row in rows:
        uri = str(row.get("uri"))
        if uri not in ids:
            ids[uri] = library.identify(unread_page(uri, ""))
        found.setdefault(ids[uri], (uri, []))[1].append(row)
    return found


def _noted(data: Path, done: Counter[str]) -> Iterator[tuple[Session, bool]]:
    """The articles that have notes, or had."""
    for entry in Library(data).entries():
        notebook = open_notebook(data, entry.id)
        if not notebook.annotations and not notebook.trash:
            notebook.close()
            continue
        session, is_read = page_session(entry.source, entry.title, data)
        session.id = entry.id
        session.notebook = notebook
        if _address(session):
            yield session, is_read
        else:
            done["not sent: their articles have no web address"] += len(notebook.annotations)
            notebook.close()


def _address(session: Session) -> str:
    found = session.article.url or session.article.source
    return found if is_address(found) and found.startswith(("http:", "https:")) else ""


def _meet(session: Session, is_read: bool, rows: Sequence[Row], there: Hypothesis) -> Counter[str]:
    if rows:
        Work(session, (), is_read).record()
    if is_read:
        follow(session)
    article = session.article if is_read else None
    meeting = Meeting(session.notebook, article, session.document, _address(session), rows)
    try:
        return bring_in_step(meeting, there)
    finally:
        session.close()
        if trouble := session.notebook.trouble:
            print(f"reader: the notes could not be saved: {trouble}", file=sys.stderr)


def _title(row: Row) -> str:
    document: Any = row.get("document")
    titles = document.get("title") if isinstance(document, Mapping) else None
    return str(titles[0]) if isinstance(titles, list) and titles else ""


def _tell(done: Counter[str], given: Namespace) -> None:
    counts = {name: done[name] for name in (*_ALWAYS, *_THERE)}
    if given.format == "json":
        quiet = {name: done[name] for name in ("kept", "unsettled")}
        say_json({name.replace(" ", "_"): count for name, count in (counts | quiet).items()})
    else:
        say(", ".join(f"{count} {name}" for name, count in counts.items()))
    if torn := done["unsettled"]:
        print(
            f"reader: {torn} in conflict: choose a text in the app, then sync again",
            file=sys.stderr,
        )
    for name in ("not in the library", "not sent: their articles have no web address"):
        if done[name]:
            print(f"reader: {done[name]} {name}", file=sys.stderr)
