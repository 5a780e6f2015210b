"""The generated tables of the entity room as text."""

import os

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


def table_text(folder: str, name: str) -> str:
    """The contents of a file of `reader/data`; empty where there is none of that name."""
    try:
        # Read as bytes: a text file looks for line ends, which takes five times as long.
        with open(os.path.join(_DATA, folder, name), "rb") as file:
            return file.read().decode()
    except FileNotFoundError:
        return ""


def table_rows(folder: str, name: str) -> list[list[str]]:
    """The rows of a table, cut at tabs."""
    return [line.split("\t") for line in table_text(folder, name).splitlines()]
