"""The commands by name: what each does in a few words, and the function that does it.

Nothing heavier than this table is loaded to tell a command from a file.
"""

from typing import NamedTuple


class Command(NamedTuple):
    """One command of the command line."""

    name: str
    """The word that calls it."""
    group: str
    """The heading that it stands under in the help."""
    summary: str
    """What it does, in one line."""
    handler: str
    """`module:function`; the function takes the parsed arguments and returns the exit status."""


COMMANDS = (
    Command("open", "Read", "open an article in the terminal", "reader.cli.open:open_app"),
    Command("text", "Read", "print the text of an article", "reader.cli.read:text"),
    Command("entities", "Read", "list who and what it names", "reader.cli.read:entities"),
    Command("states", "Read", "show the organisations and their members", "reader.cli.read:states"),
    Command(
        "organisation",
        "Read",
        "show one organisation; make yours",
        "reader.cli.organisation:organisation",
    ),
    Command("note", "Notes", "make a note on a passage", "reader.cli.annotate:note"),
    Command("notes", "Notes", "list and search the notes", "reader.cli.annotate:notes"),
    Command("export", "Notes", "write the notes to a file", "reader.cli.transfer:export"),
    Command("import", "Notes", "take notes in from a file", "reader.cli.importing:import_notes"),
    Command("sync", "Notes", "keep notes in step with a server", "reader.cli.sync:sync"),
    Command("library", "House", "list and search the articles", "reader.cli.library:library"),
    Command("config", "House", "show or make the settings file", "reader.cli.house:config"),
    Command("doctor", "House", "look for what may be amiss", "reader.cli.doctor:doctor"),
    Command("completion", "House", "print a completion script", "reader.cli.house:completion"),
)

NAMES = frozenset(command.name for command in COMMANDS)
"""The words that are commands; a file of such a name is opened as `./notes`."""
