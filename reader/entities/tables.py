"""The generated tables of the entity room as text."""

import os

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


def table_text(folder: str, name: str) -> str:
    """The contents of a file of `reader/data`; empty where there is none of that name."""
    try:
        with open(os.path.join(_DATA, folder, name), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def table_rows(folder: str, name: str) -> list[list[str]]:
    """The rows of a table, cut at tabs."""
    return [line.split("\t") for line in table_text(folder, name).splitlines()]
