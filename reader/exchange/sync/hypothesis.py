"""A Hypothesis server as notes see it: its user's annotations, found, made, changed, deleted.

API: https://h.readthedocs.io/en/latest/api-reference/v1/
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from reader.exchange.document import ExportDocument
from reader.exchange.format import ExchangeError
from reader.exchange.hypothesis import selectors
from reader.exchange.reading.hypothesis import OWN
from reader.exchange.sync.server import Server
from reader.notes.annotation import Annotation, PlacedAnnotation

SERVER = "https://hypothes.is/api"
"""The public server."""
WORLD = "__world__"
"""The group that everyone is in."""
_PAGE = 200

Row = Mapping[str, Any]


class Hypothesis:
    """The annotations of one user in one group.

    Args:
        server: the server.
        group: the group's id; notes in `WORLD` are for their owner's eyes only.

    Raises:
        ExchangeError: the server cannot be asked, or does not know the user.
    """

    def __init__(self, server: Server, group: str = "") -> None:
        self.group = group or WORLD
        self._server = server
        self.url = server.url
        profile = server.ask("GET", "profile")
        user = profile.get("userid") if isinstance(profile, Mapping) else None
        if not isinstance(user, str):
            raise ExchangeError(f"{server.url} does not know whom the token is of")
        self.user = user

    def rows(self, uri: str = "") -> list[Row]:
        """The user's annotations, of one page or of all."""
        query = {"user": self.user, "group": self.group, "limit": str(_PAGE)}
        query |= {"sort": "id", "order": "asc", **({"uri": uri} if uri else {})}
        found: dict[str, Row] = {}
        while True:
            answer = self._server.ask("GET", "search", query)
            rows = answer.get("rows") if isinstance(answer, Mapping) else None
            if not isinstance(rows, list) or not all(isinstance(each, Mapping) for each in rows):
                raise ExchangeError("the server's search has no rows")
            fresh = {str(row.get("id")): row for row in rows if str(row.get("id")) not in found}
            found |= fresh
            if len(rows) < _PAGE or not fresh:
                return list(found.values())
            query["search_after"] = str(rows[-1].get("id"))

    def get(self, name: str) -> Row:
        """One annotation; raises `Gone` where it was deleted."""
        row: Row = self._server.ask("GET", _path(name))
        return row

    def create(self, document: ExportDocument, placed: PlacedAnnotation, uri: str) -> str:
        """Make an annotation, and return its id there."""
        note = placed.annotation
        is_private = self.group == WORLD
        reader = self.user if is_private else f"group:{self.group}"
        row = {
            "uri": uri,
            "document": {"title": [document.title]},
            **_words(note),
            "group": self.group,
            "permissions": {"read": [reader]},
            "target": [{"source": uri, "selector": selectors(document, placed)}],
            # Should the answer be lost, the next search finds the note by this.
            OWN: {"id": note.id},
        }
        made = self._server.ask("POST", "annotations", body=row)
        name = made.get("id") if isinstance(made, Mapping) else None
        if not isinstance(name, str):
            raise ExchangeError("the server does not say what it made")
        return name

    def update(self, name: str, note: Annotation) -> None:
        """Change an annotation's words and tags; raises `Gone` where it was deleted."""
        self._server.ask("PATCH", _path(name), body=_words(note))

    def delete(self, name: str) -> None:
        """Delete an annotation; raises `Gone` where that was done already."""
        self._server.ask("DELETE", _path(name))


def _words(note: Annotation) -> dict[str, Any]:
    return {"text": note.body, "tags": list(note.tags)}


def _path(name: str) -> str:
    return f"annotations/{quote(name, safe='')}"
