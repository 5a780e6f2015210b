"""The token that a server knows its user by: from the environment or the system's keyring."""

import os

from reader.exchange.format import ExchangeError

VARIABLE = "READER_HYPOTHESIS_TOKEN"
"""The environment variable."""
SERVICE = "article-reader"
"""The name that the keyring keeps tokens under, one for each server."""


def token_for(server: str) -> str:
    """The token for a server.

    Raises:
        ExchangeError: there is none.
    """
    found = os.environ.get(VARIABLE, "").strip() or _kept(server)
    if not found or not found.isascii() or not found.isprintable():
        raise ExchangeError(
            f"no token for {server}: set {VARIABLE}, or run: keyring set {SERVICE} {server}"
        )
    return found


def _kept(server: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return ""
    try:
        return (keyring.get_password(SERVICE, server) or "").strip()
    except KeyringError:
        return ""
