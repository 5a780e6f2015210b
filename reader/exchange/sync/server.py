"""A server that speaks JSON: asked with patience, and never in a way that does a thing twice."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPResponse
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlencode

from reader.exchange.format import ExchangeError
from reader.loading.errors import LoadError
from reader.loading.web.address import Address, address_of
from reader.loading.web.body import body_of
from reader.loading.web.connection import response_to

WAITS = (1.0, 2.0, 4.0)
"""Seconds before each further attempt, where the server does not say how long."""
LONGEST_WAIT = 60.0
"""The most seconds that a server may ask us to wait."""
PATIENCE = 30.0
"""Seconds for one answer."""
_BUSY = frozenset({429, 503})
_TROUBLED = frozenset({500, 502, 504})


class Gone(ExchangeError):
    """What was asked for is not on the server."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server said."""

    status: int
    reason: str
    data: bytes
    wait: float
    """How many seconds it asks us to wait; 0 where it does not say."""


class Server:
    """One server; nothing else is ever contacted, redirects are not followed.

    Args:
        url: where its API begins; https, or http on this machine.
        token: what it knows the user by.
        pause: waits for so many seconds.
        patience: seconds for one answer.

    Raises:
        ExchangeError: the address is none, or would send the token unprotected.
    """

    def __init__(
        self,
        url: str,
        token: str,
        pause: Callable[[float], None] = time.sleep,
        patience: float = PATIENCE,
    ) -> None:
        self.url = checked(url)
        self._token = token
        self._pause = pause
        self._patience = patience

    def ask(
        self, method: str, path: str, query: Mapping[str, str] | None = None, body: Any = None
    ) -> Any:
        """The JSON that the server answers.

        Raises:
            Gone: there is no such thing.
            ExchangeError: it refuses, is silent, or says what is no JSON.
        """
        asked = f"?{urlencode(query)}" if query else ""
        address = address_of(f"{self.url}/{path}{asked}")
        answer = self._patient(method, address, body)
        if answer.status in (401, 403):
            raise ExchangeError(f"{self.url} does not accept the token ({answer.status})")
        if answer.status in (404, 410):
            raise Gone(f"{self.url} has no {path}")
        if not 200 <= answer.status < 300:
            raise ExchangeError(f"{self.url} says {answer.status} {answer.reason}".rstrip())
        if not answer.data:
            return None
        try:
            return json.loads(answer.data)
        except (ValueError, RecursionError) as error:
            raise ExchangeError(f"{self.url} answers with what is no JSON") from error

    def _patient(self, method: str, address: Address, body: Any) -> _Answer:
        # What is made anew is asked for again only where the server says that it did nothing.
        is_safe = method != "POST"
        for wait in (*WAITS, None):
            try:
                answer = self._once(method, address, body)
            except LoadError as error:
                if not is_safe or wait is None:
                    raise ExchangeError(str(error)) from error
                self._pause(wait)
                continue
            again = answer.status in _BUSY or (is_safe and answer.status in _TROUBLED)
            if not again or wait is None:
                return answer
            self._pause(min(LONGEST_WAIT, answer.wait or wait))
        raise AssertionError("the last attempt returns or raises")

    def _once(self, method: str, address: Address, body: Any) -> _Answer:
        headers = {
            "Authorization": f"Bearer {self._token}",
            "Accept": "application/json",
            "User-Agent": "article-reader/0.1",
            "Connection": "close",
        }
        data = None if body is None else json.dumps(body).encode()
        if data is not None:
            headers["Content-Type"] = "application/json;charset=UTF-8"
        deadline = time.monotonic() + self._patience
        with response_to(address, headers, True, deadline, method, data) as response:
            held = body_of(response, self.url, lambda arrived, expected: None)
            return _Answer(response.status, response.reason or "", held, _asked_wait(response))


def checked(url: str) -> str:
    """The address of an API without a slash at its end; raises `ExchangeError` as `Server`."""
    try:
        address = address_of(url)
    except LoadError as error:
        raise ExchangeError(str(error)) from error
    if address.scheme == "http" and not _is_here(address.host):
        raise ExchangeError(f"{url} would send the token unprotected: use https")
    return str(address).rstrip("/")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _asked_wait(response: HTTPResponse) -> float:
    said = response.headers.get("Retry-After") or ""
    return float(said) if said.isdecimal() and len(said) < 6 else 0.0
