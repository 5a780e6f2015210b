"""A web server on the loopback address that behaves well and badly on demand."""

import gzip
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from tests.loading.web.rows import ARTICLE, ROWS, kompas

STORY = (
    "The six members of the Collective Security Treaty Organization met in Astana on Thursday. "
    "They agreed on a joint statement about security in Central Asia, officials said. "
)
PAGE = (
    '<html lang="en"><head><title>A story</title></head><body><article><h1>A story</h1>'
    + "".join(f"<p>{number}. {STORY}</p>" for number in range(5))
    + '<p>See <a href="../other?x=1">the other page</a>.</p></article></body></html>'
)


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[list[str]] = []
    """The addresses of pages with rows that were asked for."""

    def log_message(self, *args: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer by the path's first part."""
        path = self.path.partition("?")[0].strip("/").split("/")
        deed = getattr(self, f"_{path[0] or 'page'}", self._missing)
        with suppress(ConnectionError, TimeoutError):
            deed(*path[1:])

    def _send(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in {**given, **named}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _page(self, *_: str) -> None:
        self._send(PAGE.encode())

    def _parts(self, *_: str) -> None:
        number = int(self.path.partition("page=")[2] or 1)
        following = f'<a rel="next" href="/parts?x=1&amp;page={number + 1}">next</a>'
        page = PAGE.replace("joint statement", f"statement of part {number}")
        self._send((page + (following if number < 3 else "")).encode())

    def _other_parts(self, *_: str) -> None:
        self._send((PAGE + '<a rel="next" href="/another-story?page=2">next</a>').encode())

    def _row(self, shape: str, story: str = "", page: str = "1") -> None:
        """A story over three pages, with their numbers in a row of some shape."""
        number = int(self.path.partition("page=")[2] or page)
        self.asked.append(self.path)
        address = f"/row/{shape}/{story}" if story else f"/row/{shape}?x=1"
        body = PAGE.replace("<title>", f"{ARTICLE}<title>")
        body = body.replace("joint statement", f"statement of part {number}")
        row = ROWS[shape](address, number) if number < 3 else ""
        self._send(body.replace("</body>", f"{row}</body>").encode())

    def _comments(self, *_: str) -> None:
        """A story whose pages are those of its comments."""
        number = int(self.path.partition("page=")[2] or 1)
        self.asked.append(self.path)
        body = PAGE.replace("<title>", f"{ARTICLE}<title>")
        self._send(body.replace("</body>", f"{kompas('/comments', number)}</body>").encode())

    def _missing(self, *_: str) -> None:
        self._send(b"<p>gone", 404)

    def _status(self, code: str) -> None:
        self._send(b"", int(code))

    def _redirect(self, times: str = "1") -> None:
        left = int(times)
        self._send(b"", 302, Location=f"/redirect/{left - 1}" if left > 1 else "../page")

    def _loop(self, *_: str) -> None:
        self._send(b"", 301, Location="/loop/" + ("b" if self.path.endswith("a") else "a"))

    def _to(self, *_: str) -> None:
        self._send(b"", 302, Location=self.path.partition("?")[2])

    def _nowhere(self, *_: str) -> None:
        self._send(b"", 302)

    def _cookie(self, *_: str) -> None:
        if "seen=yes" in (self.headers["Cookie"] or ""):
            self._send(PAGE.encode())
        else:
            self._send(b"", 302, Location="/cookie", Set_Cookie="seen=yes; Path=/; HttpOnly")

    def _refresh(self, *_: str) -> None:
        self._send(b'<meta http-equiv="refresh" content="0; url=/page">')

    def _gzip(self, *_: str) -> None:
        self._send(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def _deflate(self, *_: str) -> None:
        self._send(zlib.compress(PAGE.encode()), Content_Encoding="deflate")

    def _damaged(self, *_: str) -> None:
        self._send(gzip.compress(PAGE.encode())[:40] + b"xxxx", Content_Encoding="gzip")

    def _brotli(self, *_: str) -> None:
        self._send(b"\x8b\x02", Content_Encoding="br")

    def _bomb(self, *_: str) -> None:
        packer = zlib.compressobj(9, wbits=31)
        body = b"".join(packer.compress(b"\0" * (1 << 20)) for _ in range(200)) + packer.flush()
        self._send(body, Content_Encoding="gzip")

    def _huge(self, *_: str) -> None:
        self._send(b"", Content_Length=str(1 << 40))

    def _endless(self, *_: str) -> None:
        self._send(b"", Content_Length="")
        while True:
            self.wfile.write(b"<p>" + b"more and more " * 5000)

    def _drip(self, *_: str) -> None:
        self._send(b"", Content_Length="")
        for _second in range(200):
            self.wfile.write(b"x")
            time.sleep(0.05)

    def _dripping_head(self, *_: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(200):
            self.wfile.write(b"X-%d: y\r\n" % number)
            time.sleep(0.05)

    def _short(self, *_: str) -> None:
        self._send(b"<p>half", Content_Length="1000")
        self.close_connection = True

    def _rubbish(self, *_: str) -> None:
        self.wfile.write(b"\0\xff rubbish\r\n\r\n")
        self.close_connection = True

    def _picture(self, *_: str) -> None:
        self._send(b"\x89PNG\r\n\x1a\n" + bytes(99), Content_Type="image/png")

    def _latin(self, *_: str) -> None:
        body = PAGE.replace("A story", "Une dépêche").encode("cp1252")
        self._send(body, Content_Type="text/html; charset=iso-8859-1")

    def _liar(self, *_: str) -> None:
        body = PAGE.replace("A story", "Une dépêche").encode()
        self._send(body, Content_Type="text/html; charset=iso-8859-1")

    def _meta(self, *_: str) -> None:
        head = '<head><meta charset="windows-1251">'
        body = PAGE.replace("<head>", head).replace("A story", "Союз").encode("cp1251")
        self._send(body, Content_Type="text/html")

    def _text(self, *_: str) -> None:
        self._send(STORY.encode(), Content_Type="text/plain")

    def _markdown(self, *_: str) -> None:
        self._send(f"# Head\n\n{STORY}".encode(), Content_Type="text/markdown")

    def _etag(self, *_: str) -> None:
        if self.headers["If-None-Match"] == '"one"':
            self._send(b"", 304)
        else:
            self._send(PAGE.encode(), ETag='"one"')


@contextmanager
def running() -> Iterator[str]:
    """A server's address, for as long as it runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
