"""One call of the command line, as argparse reads it."""

import argparse
import os
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence, Set
from difflib import get_close_matches
from typing import Any, NoReturn

from reader.cli.commands import COMMANDS, NAMES, Command
from reader.cli.failure import USAGE
from reader.cli.help import EPILOGS, WIDTH, overview, version
from reader.cli.options import ARGUMENTS, HOUSE, date

VALUED = frozenset({"--data-dir", "--as-of", "--encoding", "--format", "--at"})
"""Options that take the next argument along."""


class Parser(ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        """Leave with the usage status."""
        self.exit(USAGE, f"{self.prog}: {message} (see {self.prog} --help)\n")


def parse(arguments: Sequence[str]) -> Namespace:
    """The arguments of one call; `handler` names the function that does the work."""
    first = _first_word(arguments)
    if first not in NAMES and not _asks_of_program(arguments, first):
        arguments = ["open", *arguments]
    parser = build()
    given, rest = parser.parse_known_args(list(arguments))
    if not rest:
        return given
    near = [] if _is_file(first) else get_close_matches(first, NAMES, 1)
    if near and first not in NAMES:
        parser.error(f"there is no command {first!r}; did you mean {near[0]!r}?")
    if given.name == "open" and not any(each.startswith("-") for each in rest):
        parser.error(f"one source is opened at a time: {given.source!r} or {rest[0]!r}")
    parser.error(f"unknown argument: {' '.join(rest)}")


def _is_file(word: str) -> bool:
    return "." in word or "/" in word or os.path.exists(word)


def _asks_of_program(arguments: Sequence[str], first: str) -> bool:
    return not first and bool({"-h", "--help", "--version"} & set(arguments))


def _first_word(arguments: Sequence[str]) -> str:
    rest = iter(arguments)
    for argument in rest:
        if argument in VALUED:
            next(rest, None)
        elif argument == "-" or not argument.startswith("-"):
            return argument
    return ""


class _Overview(argparse.Action):
    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        print(overview(), end="")
        parser.exit()


def build() -> Parser:
    """The whole parser."""
    parser = Parser(prog="reader", add_help=False, allow_abbrev=False)
    parser.add_argument("-h", "--help", action=_Overview, nargs=0, help="show this and leave")
    parser.add_argument("--version", action="version", version=version(), help="show the version")
    _house(parser, "", frozenset(_ABOUT))
    chosen = parser.add_subparsers(metavar="COMMAND", parser_class=Parser)
    for command in COMMANDS:
        _add(chosen, command)
    return parser


def _add(chosen: "argparse._SubParsersAction[Parser]", command: Command) -> None:
    parser = chosen.add_parser(
        command.name,
        help=command.summary,
        description=f"{command.summary[0].upper()}{command.summary[1:]}.",
        epilog=EPILOGS.get(command.name, ""),
        allow_abbrev=False,
        formatter_class=_formatter,
    )
    ARGUMENTS[command.name](parser)
    _house(parser, argparse.SUPPRESS, HOUSE[command.name])
    parser.set_defaults(handler=command.handler, name=command.name)


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, max_help_position=28, width=WIDTH)


def _house(parser: ArgumentParser, default: str, told: Set[str]) -> None:
    # Understood before and after any command, and told of where they matter; the later one wins.
    group = parser.add_argument_group("options of several commands")

    def add(option: str, usual: Any = "", **how: Any) -> None:
        about = _ABOUT[option] if option in told else argparse.SUPPRESS
        group.add_argument(option, default=default or usual, help=about, **how)

    add("--data-dir", metavar="DIR")
    add("--as-of", metavar="DATE", type=date)
    add("--encoding", metavar="NAME")
    add("--no-network", False, action="store_true")
    add("--format", "text", choices=["text", "json"])


_ABOUT = {
    "--data-dir": "where notes and the library live",
    "--as-of": "the date of the rosters",
    "--encoding": "the encoding of the source",
    "--no-network": "open pages from their kept copies only",
    "--format": "how to print",
}
