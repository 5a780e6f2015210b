"""A small server with the API of Hypothesis, on the loopback address."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

TOKEN = "secret-of-the-test"
USER = "acct:me@example.org"


class Store(ThreadingHTTPServer):
    """The annotations, what was asked, and the troubles to come."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.rows: dict[str, dict[str, Any]] = {}
        self.asked: list[str] = []
        self.troubles: list[tuple[str, int]] = []
        """The next request of this method gets this status; 0 is silence, 1 loses the answer."""

    @property
    def url(self) -> str:
        """Where the API begins."""
        return f"http://127.0.0.1:{self.server_port}/api"

    def put(self, uri: str, text: str, exact: str, **more: Any) -> str:
        """An annotation that the user makes in a browser."""
        target = [{"source": uri, "selector": [{"type": "TextQuoteSelector", "exact": exact}]}]
        return str(self.make({"uri": uri, "text": text, "target": target, **more})["id"])

    def make(self, given: dict[str, Any]) -> dict[str, Any]:
        """Keep an annotation as the server does."""
        name, now = f"id{len(self.rows):04}", "2026-11-24T10:00:00.000000+00:00"
        default = {"text": "", "tags": [], "group": "__world__", "target": [{}]}
        fixed = {"id": name, "user": USER, "created": now, "updated": now}
        self.rows[name] = {**default, **given, **fixed}
        return self.rows[name]

    def live(self) -> list[dict[str, Any]]:
        """The annotations that are not deleted."""
        return [row for row in self.rows.values() if row]


class Handler(BaseHTTPRequestHandler):
    """Answers as the API does."""

    protocol_version = "HTTP/1.1"
    server: Store

    def log_message(self, *args: Any) -> None:
        """Say nothing."""

    def _answer(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        size = int(self.headers.get("Content-Length") or 0)
        given = json.loads(self.rfile.read(size) or b"null")
        trouble = next((each for each in self.server.troubles if each[0] == self.command), None)
        if trouble:
            self.server.troubles.remove(trouble)
        status = trouble[1] if trouble else 200
        if status == 0:
            time.sleep(3)
            return
        if status > 1 and trouble:
            self._send(status, {"status": "failure"})
            return
        if self.headers["Authorization"] != f"Bearer {TOKEN}":
            self._send(401, {"status": "failure"})
            return
        self._send(*self._done(given), is_lost=status == 1)

    do_GET = do_POST = do_PATCH = do_DELETE = _answer

    def _done(self, given: Any) -> tuple[int, Any]:
        path = urlsplit(self.path).path.removeprefix("/api/")
        if path == "profile":
            return 200, {"userid": USER}
        if path == "search":
            return 200, self._found()
        if self.command == "POST":
            return 200, self.server.make(given)
        row = self.server.rows.get(path.removeprefix("annotations/"))
        if not row:
            return 404, {"status": "failure"}
        if self.command == "DELETE":
            self.server.rows[row["id"]] = {}
            return 200, {"deleted": True}
        if self.command == "PATCH":
            row.update(given)
        return 200, row

    def _found(self) -> dict[str, Any]:
        query = dict(parse_qsl(urlsplit(self.path).query))
        wanted = ("user", "group", *(["uri"] if "uri" in query else []))
        rows = [row for row in self.server.live() if all(row[n] == query[n] for n in wanted)]
        after = query.get("search_after", "")
        rows = sorted((row for row in rows if row["id"] > after), key=lambda row: row["id"])
        return {"total": len(rows), "rows": rows[: int(query["limit"])]}

    def _send(self, status: int, held: Any, *, is_lost: bool = False) -> None:
        self.close_connection = True
        if is_lost:
            return
        body = json.dumps(held).encode()
        with suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            if status == 429:
                self.send_header("Retry-After", "7")
            if status in (301, 302):
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()
            self.wfile.write(body)


@contextmanager
def running() -> Iterator[Store]:
    """A server, for as long as it runs."""
    server = Store()
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
