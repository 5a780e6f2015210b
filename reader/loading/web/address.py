"""Web addresses: what was typed made into one that can be asked for, and where it may lead."""

import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from reader.loading.errors import FetchError

_PORTS = {"http": 80, "https": 443}
_LONGEST = 8192
_UNRESERVED = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Address:
    """An absolute http or https address in ASCII, without user name and fragment."""

    scheme: str
    """`http` or `https`."""
    host: str
    """The host's name or number, without brackets."""
    port: int
    """The port."""
    target: str
    """Path and query, as they are asked for."""

    @property
    def origin(self) -> tuple[str, str, int]:
        """What a cookie or a reader's trust is bound to."""
        return self.scheme, self.host, self.port

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.target}"


def address_of(url: str) -> Address:
    """The address that a URL names.

    Raises:
        FetchError: it is no http or https address.
    """
    url = url.strip()
    if len(url) > _LONGEST:
        raise FetchError(url[:60] + "…", "the address is too long")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        host = _ascii_host(host)
    except ValueError as error:
        raise FetchError(url, "is not a web address") from error
    scheme = parts.scheme.lower()
    if scheme not in _PORTS:
        raise FetchError(url, "only http and https addresses are fetched")
    if not host or re.search(r"[\x00-\x1f\x7f]", url) or re.search(r"\s", host):
        raise FetchError(url, "is not a web address")
    target = quote(parts.path or "/", safe=_UNRESERVED)
    if parts.query:
        target += "?" + quote(parts.query, safe=_UNRESERVED)
    return Address(scheme, host, port or _PORTS[scheme], target)


def _ascii_host(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode()


def led_to(address: Address, location: str) -> Address:
    """Where a redirect leads.

    Raises:
        FetchError: to no http or https address.
    """
    try:
        return address_of(urljoin(str(address), location.strip().replace(" ", "%20")))
    except ValueError as error:
        raise FetchError(str(address), "leads to what is not a web address") from error


def places(address: Address, is_trusted: bool) -> list[tuple[int, tuple[str, int]]]:
    """The socket families and addresses of a host, in the resolver's order.

    A host that the reader named may be anywhere; one that a page or a redirect named must not be
    in a private network, or any page could read what only this machine can reach.

    Raises:
        FetchError: there is no such host, or it may not be asked.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(str(address), "there is no such host, or no network") from error
    allowed = [each for each in found if is_trusted or _is_public(str(each[4][0]))]
    if not allowed:
        raise FetchError(str(address), "leads into a private network")
    return [(int(each[0]), (str(each[4][0]), address.port)) for each in allowed]


def _is_public(number: str) -> bool:
    number = number.partition("%")[0]
    place = ipaddress.ip_address(number)
    if isinstance(place, ipaddress.IPv6Address) and place.ipv4_mapped:
        place = place.ipv4_mapped
    return place.is_global and not place.is_multicast
