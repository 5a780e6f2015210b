"""The README's table of keys, made from the table of commands: `python -m tests.readme_keys`."""

from pathlib import Path

from reader.ui.command import WHERE
from reader.ui.commands import COMMANDS
from reader.ui.keymap import parse_keys

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- keys -->\n", "<!-- end of keys -->\n"


def key_table() -> str:
    """The table in Markdown, one row a command."""
    rows = ["| keys | where | what they do | command |", "|---|---|---|---|"]
    for command in COMMANDS:
        keys = (" ".join(sequence) for sequence in parse_keys(command.keys))
        cell = " ".join(f"`{key}`" for key in keys).replace("comma", ",")
        rows.append(f"| {cell} | {WHERE[command.where]} | {command.title} | `{command.id}` |")
    return "\n".join(rows) + "\n"


def with_table(readme: str) -> str:
    """The README with the table as it should be."""
    before, _, rest = readme.partition(BEGIN)
    return before + BEGIN + key_table() + END + rest.partition(END)[2]


if __name__ == "__main__":
    README.write_text(with_table(README.read_text("utf-8")), "utf-8")
