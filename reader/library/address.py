"""The address of a page without what does not tell it from others."""

from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = frozenset(
    {"fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "yclid"}
)
_PAGING = frozenset({"page", "single", "amp", "source", "ref"})


def address_key(url: str) -> str:
    """What two addresses of the same article have in common; empty for what is no web address.

    Scheme, `www.`, fragment, trailing slash, and the parameters of trackers and of page numbers
    do not count.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return ""
    query = urlencode([pair for pair in parse_qsl(parts.query) if _tells_apart(pair[0].lower())])
    place = f":{port}" if port not in {None, 80, 443} else ""
    return f"{host}{place}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")


def _tells_apart(name: str) -> bool:
    return not name.startswith("utm_") and name not in _TRACKING and name not in _PAGING
