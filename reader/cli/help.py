"""The words of the help: the overview of all commands, and what follows a command's options."""

from itertools import groupby

from reader.cli.commands import COMMANDS

WIDTH = 80
"""The width of all help, in columns."""

EPILOGS = {
    "open": "Without a terminal to show it on, the text of the article is printed.",
    "organisation": "reader organisation list         lists the organisations on record\n"
    "reader organisation of AM        how a state stands in each of them\n"
    "reader organisation of AM RU     those of which both are members\n"
    "reader organisation new ID       writes a file of your own to fill in\n"
    "reader organisation check        reads your own files, and counts the record",
    "note": "Prints the id of the note. A line break in TEXT matches any white space.",
    "notes": "reader notes restore               lists the daily copies of all notes\n"
    "reader notes restore SOURCE        lists those of one article\n"
    "reader notes restore SOURCE COPY   brings its notes back to a copy, by day or file\n"
    "reader notes restore FILE          takes in a file of notes that could not be saved",
    "export": "Several articles are written to a folder. Without -o, one is printed.\n\n"
    "markdown    nothing is lost; can be edited, exported to again, and imported\n"
    "w3c         nothing is lost; can be imported; so with hypothesis and jsonl\n"
    "csv         colour, links to states and the exact place are lost; can be imported\n"
    "org         the exact place and the spelling of tags are lost; is not imported",
    "import": "Formats: Markdown that reader export wrote (of a folder, each such file), W3C\n"
    "annotations, Hypothesis JSON, CSV of Readwise, JSON Lines, Kindle clippings.\n"
    "Not Org, and nothing that a template made.\n\n"
    "A note comes in once, however often its file is read. Pages that were not\n"
    "read yet are not fetched: their notes find their places when you open them.",
    "sync": "The token is taken from $READER_HYPOTHESIS_TOKEN, or from the keyring:\n"
    "keyring set article-reader SERVER. Without a group, notes are for you alone.\n"
    "What was changed on both sides stays side by side until you choose.",
    "completion": "For instance: reader completion bash > ~/.local/share/bash-completion/"
    "completions/reader",
}
"""Command to the lines below its options."""


def version() -> str:
    """The name and version of the program, as installed."""
    from importlib.metadata import version as installed

    return f"reader {installed('article-reader')}"


def overview() -> str:
    """What `reader --help` prints."""
    lines = ["Read news about states and their alliances, and keep notes on it.", ""]
    lines += [
        "reader                     open the library; at first, a sample article",
        "reader SOURCE              open a file, a URL, or - for standard input",
        "reader COMMAND …           as below; reader COMMAND --help tells more",
    ]
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        lines += ["", group]
        lines += [f"  {command.name:<14} {command.summary}" for command in commands]
    lines += ["", "Options everywhere"]
    lines += [f"  {option:<24} {meaning}" for option, meaning in _OPTIONS]
    lines += ["", "Exit status: 0 done, 1 failed, 2 wrong usage, 3 an extra is missing,"]
    lines += ["4 nothing found, 130 interrupted. A file named like a command is opened"]
    lines += ["as ./notes."]
    return "\n".join(lines) + "\n"


_OPTIONS = (
    ("--as-of DATE", "rosters as of YYYY, YYYY-MM or YYYY-MM-DD"),
    ("--format text|json", "how listings are printed"),
    ("--encoding NAME", "the encoding of the source, where it is not found out"),
    ("--no-network", "open pages from their kept copies only"),
    ("--data-dir DIR", "where notes live (also $READER_DATA_DIR)"),
    ("-h, --help", "show this, or a command's help"),
    ("--version", "show the version"),
)
