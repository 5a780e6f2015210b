"""The commands that make, list and search notes."""

import re
import sys
import unicodedata
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence

from reader.article import Span
from reader.cli.failure import DONE, NOTHING_FOUND, USAGE, Failure
from reader.cli.following import follow
from reader.cli.listing import heading, note_lines
from reader.cli.printing import say, say_json, tell
from reader.cli.read import open_session
from reader.cli.records import note_record
from reader.cli.shelf import sessions
from reader.notes.annotation import Annotation, Link, PlacedAnnotation
from reader.notes.index import Query
from reader.notes.tags import bare_tag


def note(given: Namespace) -> int:
    """`reader note SOURCE --quote TEXT`."""
    body = sys.stdin.read().strip("\n") if given.body == "-" else given.body
    if body and given.source == "-" == given.body:
        raise Failure("standard input cannot be both the article and the note")
    session = open_session(given)
    span = _find(session.article.text, given.quote, given.occurrence)
    follow(session)
    made = session.annotate(
        span,
        motivation="commenting" if body else "highlighting",
        body=body,
        tags=tuple(dict.fromkeys(tag for each in given.tag if (tag := bare_tag(each)))),
        colour=given.colour,
        links=(Link("state", given.state),) if given.state else (),
    )
    session.close()
    tell(session.notebook.notices())
    if trouble := session.notebook.trouble:
        raise Failure(f"the note could not be saved: {trouble}")
    if given.format == "json":
        placed = session.annotation(made.id)
        say_json(note_record(placed) if placed else None)
    else:
        say(made.id)
    return DONE


def _find(text: str, quote: str, occurrence: int) -> Span:
    # White space in a quote that was typed or copied is seldom that of the article.
    words = unicodedata.normalize("NFC", quote).split()
    if not words:
        raise Failure("the quote is empty")
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = [Span(*match.span()) for match in pattern.finditer(text)]
    if not found:
        raise Failure("the quote is not in the article", NOTHING_FOUND)
    if occurrence > len(found):
        raise Failure(f"the quote is in the article {len(found)} times only", NOTHING_FOUND)
    return found[occurrence - 1]


def notes(given: Namespace) -> int:
    """`reader notes [SOURCE]`; `reader notes restore …` is a command of its own."""
    if given.source == "restore":
        from reader.cli.restoring import restore_notes

        return restore_notes(given)
    if given.copy:
        raise Failure(f"one source at a time, not {' '.join(given.copy)!r} as well", USAGE)
    torn: dict[str, tuple[str, ...]] = {}
    headings: dict[str, str] = {}
    wanted = [each for each in _placed(given, torn, headings) if chosen(given)(each.annotation)]
    if given.orphans:
        wanted = [each for each in wanted if each.place.status == "orphan"]
    if given.search:
        wanted = [each for each in wanted if _holds(each.annotation, given.search)]
    if given.format == "json":
        say_json([note_record(each, torn.get(each.annotation.id, ())) for each in wanted])
    elif wanted:
        say("\n\n".join(_blocks(wanted, torn, headings)))
    else:
        print("reader: no notes", file=sys.stderr)
    return DONE if wanted else NOTHING_FOUND


def _blocks(
    wanted: Sequence[PlacedAnnotation],
    torn: Mapping[str, tuple[str, ...]],
    headings: Mapping[str, str],
) -> Iterator[str]:
    """The notes as a person reads them, those of each article below what it is called."""
    last = ""
    for each in wanted:
        note = each.annotation
        if note.article != last and (heading := headings.get(note.article)):
            yield heading
        last = note.article
        yield "\n".join(note_lines(each, torn.get(note.id, ())))


def _placed(
    given: Namespace, torn: dict[str, tuple[str, ...]], headings: dict[str, str]
) -> Iterator[PlacedAnnotation]:
    """The notes that are asked for.

    The other texts of those with several go into `torn`, what articles are called into `headings`.
    """
    tag, colour = bare_tag(given.tag), given.colour or ""
    wanted = Query(given.search, tag, given.state, colour)
    for session in sessions(given, None if wanted == Query() else wanted):
        tell(session.notebook.notices())
        torn |= {each.annotation.id: each.bodies[1:] for each in session.conflicts}
        headings[session.id] = heading(session.article)
        yield from session.annotations()


def chosen(given: Namespace) -> Callable[[Annotation], bool]:
    """Whether a note is among those that the options ask for."""
    tag, since = bare_tag(given.tag).casefold(), given.since

    def is_chosen(note: Annotation) -> bool:
        return (
            (not tag or tag in {each.casefold() for each in note.tags})
            and (not given.state or Link("state", given.state) in note.links)
            and (not given.colour or note.colour == given.colour)
            and (not since or note.modified >= since)
        )

    return is_chosen


def _holds(note: Annotation, words: str) -> bool:
    held = "\n".join((note.anchor.exact, note.body, *note.tags)).casefold()
    return all(word in held for word in words.casefold().split())
