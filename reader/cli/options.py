"""The options and positional arguments of each command."""

import argparse
from argparse import ArgumentParser
from collections.abc import Callable


def date(text: str) -> str:
    """A date as it was given; raises ArgumentTypeError for what is none."""
    from reader.states.dates import days

    try:
        if text:
            days(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
    return text


def state(text: str) -> str:
    """The code of a state by its code or name; raises ArgumentTypeError for what is none."""
    from reader.entities.names import is_state, state_called

    if not text or text.startswith("x-"):
        return text
    code = state_called(text) or text.upper()
    if not is_state(code):
        told = f"no state {text!r}; give its ISO 3166-1 code or its name"
        raise argparse.ArgumentTypeError(told)
    return code


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 on")
    return int(text)


_SOURCE = "a file, a URL, the id of an article in the library, or - for standard input"


def _source(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help=_SOURCE)


def _some_source(parser: ArgumentParser) -> None:
    about = f"{_SOURCE}; all articles where none is given"
    parser.add_argument("source", metavar="SOURCE", nargs="?", default="", help=about)


def _open(parser: ArgumentParser) -> None:
    about = f"{_SOURCE}; the library where none is given"
    parser.add_argument("source", metavar="SOURCE", nargs="?", default="", help=about)
    parser.add_argument("--at", metavar="ID", default="", help="begin at this note")


def _organisation(parser: ArgumentParser) -> None:
    about = "the acronym: csto, nato, eu …; or what stands below"
    parser.add_argument("words", metavar="ID", nargs="+", help=about)
    parser.add_argument("--timeline", action="store_true", help="its dates, offices and history")
    _sources(parser)


def _states(parser: ArgumentParser) -> None:
    from reader.states.panel import ORDERS

    _source(parser)
    add = parser.add_argument
    add("--sort", choices=tuple(ORDERS), default="article", help="the order of members (article)")
    add("--only", metavar="WORDS", default="", help="only states that have these words")
    _sources(parser)


def _sources(parser: ArgumentParser) -> None:
    parser.add_argument("--sources", action="store_true", help="every page that was read")


def _note(parser: ArgumentParser) -> None:
    _source(parser)
    add = parser.add_argument
    add("--quote", metavar="TEXT", required=True, help="the passage, as the article has it")
    add("--occurrence", metavar="N", type=_number, default=1, help="which of several (from 1)")
    add("--body", metavar="TEXT", default="", help="your words, in Markdown; - reads them")
    add("--tag", metavar="TAG", action="append", default=[], help="a tag; may be repeated")
    _colour(parser, "yellow")
    _state(parser)


def _notes(parser: ArgumentParser) -> None:
    _some_source(parser)
    parser.add_argument("copy", metavar="COPY", nargs="*", help=argparse.SUPPRESS)
    _filters(parser)
    parser.add_argument("--orphans", action="store_true", help="only those without a place")
    parser.add_argument("--search", metavar="TEXT", default="", help="words, quotes and tags")


def _filters(parser: ArgumentParser) -> None:
    parser.add_argument("--tag", metavar="TAG", default="", help="only those with this tag")
    _state(parser)
    _colour(parser, "")
    parser.add_argument(
        "--since", metavar="DATE", default="", type=date, help="only those changed since"
    )


def _state(parser: ArgumentParser) -> None:
    about = "the state that it is about, by ISO 3166-1 code or name"
    parser.add_argument("--state", metavar="STATE", default="", type=state, help=about)


def _colour(parser: ArgumentParser, default: str) -> None:
    from reader.notes.annotation import COLOURS

    about = f"one of {', '.join(COLOURS)}"
    parser.add_argument(
        "--colour", metavar="COLOUR", choices=COLOURS, default=default or None, help=about
    )


def _export(parser: ArgumentParser) -> None:
    from reader.exchange.format import FLAVOURS
    from reader.exchange.registry import FORMATS

    _some_source(parser)
    add = parser.add_argument
    add("--to", choices=tuple(FORMATS), default="markdown", help="the format (markdown)")
    add("--flavour", choices=FLAVOURS, default=None, help="of Markdown (commonmark)")
    add("--full", action="store_true", help="the whole article, the notes as footnotes")
    add("--template", metavar="FILE", default="", help="a Jinja2 template of your own instead")
    about = "a file or folder; all articles go to the folder of the settings, one to stdout (-)"
    add("-o", "--output", metavar="PATH", default="", help=about)
    about = "how files in a folder are called, as '{date} {title}' (from the settings)"
    add("--name", dest="pattern", metavar="PATTERN", default="", help=about)
    add("--with-states", action="store_true", help="the rosters as well")
    _filters(parser)


def _import(parser: ArgumentParser) -> None:
    from reader.exchange.reading.recognise import SOURCES

    add = parser.add_argument
    add("file", metavar="FILE", help="a file of notes, a folder of exports, or - for stdin")
    about = "the article; the one that the file names where none is given"
    add("source", metavar="SOURCE", nargs="?", default="", help=about)
    about = "the format; told from the file where none is given"
    add("--from", dest="origin", choices=tuple(SOURCES), default="", help=about)
    add("--title", metavar="TEXT", default="", help="only notes on works with this in their title")
    add("--fetch", action="store_true", help="fetch pages that were not read before")
    add("--dry-run", action="store_true", help="only tell what would be done")


def _library(parser: ArgumentParser) -> None:
    from reader.library.order import ORDERS, PERIODS
    from reader.library.wanted import PROGRESS

    add = parser.add_argument
    about = "in title, site, date or text; also #tag state:AM org:CSTO site:tass is:unread"
    add("words", metavar="WORDS", nargs="*", help=about)
    about = "that name this state"
    add("--state", metavar="STATE", action="append", type=state, default=[], help=about)
    about = "that name this organisation"
    add("--organisation", metavar="ID", action="append", default=[], help=about)
    about = "that have a note with this tag"
    add("--tag", metavar="TAG", action="append", default=[], help=about)
    add("--site", metavar="NAME", default="", help="whose site begins so")
    add("--is", dest="progress", choices=PROGRESS, default="", help="how far they were read")
    add("--sort", choices=ORDERS, default=ORDERS[0], help="what comes first (opened)")
    add("--by", choices=PERIODS, default="", help="only count them, over time")
    add("--watch", metavar="DIR", default="", help="add a folder, and what comes into it")
    add("--unwatch", metavar="DIR", default="", help="watch a folder no more")
    add("--remove", metavar="ID", default="", help="take an article off; its notes stay")


def _sync(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("service", choices=["hypothesis"], help="the kind of server")
    about = "a page, or a file that names its address; all articles where none is given"
    add("source", metavar="SOURCE", nargs="?", default="", help=about)
    add("--server", metavar="URL", default="", help="where the API begins (from the settings)")
    add("--group", metavar="ID", default="", help="the group (from the settings; yours alone)")
    add("--all", action="store_true", help="also pages that are not in the library yet")


def _config(parser: ArgumentParser) -> None:
    parser.add_argument("deed", choices=["path", "show", "init"], nargs="?", default="show")


def _completion(parser: ArgumentParser) -> None:
    parser.add_argument("shell", choices=["bash", "zsh", "tcsh"], help="the shell")


def _nothing(parser: ArgumentParser) -> None:
    del parser


ARGUMENTS: dict[str, Callable[[ArgumentParser], None]] = {
    "open": _open,
    "text": _source,
    "entities": _source,
    "states": _states,
    "organisation": _organisation,
    "note": _note,
    "notes": _notes,
    "export": _export,
    "import": _import,
    "sync": _sync,
    "library": _library,
    "config": _config,
    "doctor": _nothing,
    "completion": _completion,
}
"""What each command takes, by its name."""

_READING = frozenset({"--data-dir", "--encoding", "--no-network"})
_DATA, _DATED, _PRINTED = frozenset({"--data-dir"}), frozenset({"--as-of"}), frozenset({"--format"})
HOUSE: dict[str, frozenset[str]] = {
    "open": _READING | _DATED,
    "text": _READING,
    "entities": _READING | _DATED | _PRINTED,
    "states": _READING | _DATED | _PRINTED,
    "organisation": _DATED | _PRINTED,
    "note": _READING | _PRINTED,
    "notes": _READING | _PRINTED,
    "export": _READING | _DATED,
    "import": _READING | _PRINTED,
    "sync": _DATA | _PRINTED,
    "library": _DATA | _PRINTED,
    "config": _DATA | _PRINTED,
    "doctor": _DATA | _PRINTED,
    "completion": frozenset(),
}
"""Which of the options that every command understands matter to it."""
