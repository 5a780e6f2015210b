"""One request to one server: connected to a place that was checked, and ended at its deadline."""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from reader.loading.errors import FetchError
from reader.loading.web.address import Address, places

CONNECT_TIME = 10.0
"""Seconds to wait for a connection."""
IDLE_TIME = 20.0
"""Seconds to wait for a server that says nothing."""


class _Connection(http.client.HTTPConnection):
    """A connection over a socket that was opened elsewhere."""

    def __init__(self, address: Address, opened: socket.socket) -> None:
        super().__init__(address.authority)
        self.sock = opened


@contextmanager
def response_to(
    address: Address,
    headers: Mapping[str, str],
    is_trusted: bool,
    deadline: float,
    method: str = "GET",
    body: bytes | None = None,
) -> Iterator[http.client.HTTPResponse]:
    """The response to a request, with its body yet to be read.

    Args:
        is_trusted: whether the host may be in a private network.
        deadline: the `time.monotonic` at which the connection is cut.

    Raises:
        FetchError: there is none.
    """
    opened = _opened(address, is_trusted, deadline)
    watch = threading.Timer(max(0.0, deadline - time.monotonic()), _cut, [opened])
    watch.daemon = True
    watch.start()
    try:
        connection = _Connection(address, opened)
        connection.request(method, address.target, body, dict(headers))
        yield connection.getresponse()
        # A body without a length ends just so when the connection is cut.
        _check_time(address, deadline)
    except (OSError, http.client.HTTPException, ValueError, FetchError) as error:
        _check_time(address, deadline)
        if isinstance(error, FetchError):
            raise
        silent = isinstance(error, TimeoutError)
        reason = "the server is silent" if silent else f"the server broke off ({_said(error)})"
        raise FetchError(str(address), reason) from error
    finally:
        watch.cancel()
        opened.close()


def _check_time(address: Address, deadline: float) -> None:
    if time.monotonic() >= deadline:
        raise FetchError(str(address), "takes too long")


def _said(error: Exception) -> str:
    return str(error).partition("\n")[0][:100] or type(error).__name__


def _cut(opened: socket.socket) -> None:
    with suppress(OSError):
        opened.shutdown(socket.SHUT_RDWR)


def _opened(address: Address, is_trusted: bool, deadline: float) -> socket.socket:
    reason = ""
    for family, place in places(address, is_trusted):
        opened = socket.socket(family, socket.SOCK_STREAM)
        opened.settimeout(max(0.01, min(CONNECT_TIME, deadline - time.monotonic())))
        try:
            opened.connect(place)
            if address.scheme == "https":
                opened = _secured(opened, address.host)
            opened.settimeout(IDLE_TIME)
            return opened
        except ssl.SSLError as error:
            opened.close()
            reason = f"the connection is not secure ({error.reason or 'no TLS'})".lower()
        except OSError as error:
            opened.close()
            reason = f"cannot be reached ({error.strerror or 'timed out'})".lower()
    raise FetchError(str(address), reason)


def _secured(opened: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(opened, server_hostname=host)
