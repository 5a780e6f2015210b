"""Words that tell what the names beside them are: titles, kinds of bodies, kinds of places."""

import tomllib
from functools import cache
from typing import NamedTuple

from reader.entities.tables import table_text


class Triggers(NamedTuple):
    """The trigger words of one language."""

    titles: frozenset[str]
    """Words before a person's name (`President`, `Pak`)."""
    organisations: frozenset[str]
    """Words that begin or end an organisation's name (`Bank`, `Ministry`)."""
    places: frozenset[str]
    """Words that begin or end a place's name (`Kota`, `River`)."""
    articles: frozenset[str]
    """Articles and other words that begin a sentence before a name."""
    realms: frozenset[str]
    """Words before a state's name in its full form (`Kingdom of`)."""
    papers: frozenset[str]
    """Words that end the name of what states sign (`Treaty`)."""
    summits: frozenset[str]
    """Words for a meeting of a body (`KTT`, `Summit`)."""
    conjunctions: frozenset[str]
    """Words for `and` and `or`."""
    at_places: frozenset[str]
    """Prepositions of place: a seat of government after one of them is just a place."""
    particles: frozenset[str]
    """Lower-case words inside a person's name (`von`, `bin`)."""
    binding: frozenset[str]
    """Those of them that always stand inside a name."""
    genitives: bool
    """Whether a state's genitive in `s` stands before what is its (`Ungarns Regierung`)."""
    juxtaposes: bool
    """Whether a state stands right before the name of its officer (`Presiden Rusia Vladimir …`)."""


@cache
def triggers(language: str) -> Triggers:
    """The trigger words of a language; only the shared ones where it has no list."""
    own = _words(language)
    shared = _words("any")
    organisations = own.get("organisation", []) + shared["organisation_end"]
    return Triggers(
        frozenset(own.get("title", [])),
        frozenset(organisations),
        frozenset(own.get("place", [])),
        frozenset(own.get("article", [])),
        frozenset(own.get("realm", [])),
        frozenset(own.get("paper", [])),
        frozenset(own.get("summit", [])),
        frozenset((*own.get("conjunction", []), "&", ",")),
        frozenset(own.get("at", [])),
        frozenset(shared["particle"]),
        frozenset(shared["binding"]),
        bool(own.get("genitives")),
        bool(own.get("juxtaposes")),
    )


def _words(language: str) -> dict[str, list[str]]:
    return tomllib.loads(table_text("triggers", f"{language}.toml"))
