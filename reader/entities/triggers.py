"""Words that tell what the names beside them are: titles, kinds of bodies, kinds of places."""

import tomllib
from dataclasses import dataclass
from functools import cache

from reader.entities.tables import table_text


@dataclass(slots=True, eq=False)
class Triggers:
    """The trigger words of one language."""

    titles: frozenset[str]
    """Words before a person's name (`President`, `Pak`)."""
    organisations: frozenset[str]
    """Words that begin or end an organisation's name (`Bank`, `Ministry`)."""
    places: frozenset[str]
    """Words that begin or end a place's name (`Kota`, `River`)."""
    designators: frozenset[str]
    """Words for a kind of place that stand before its name (`Desa`, `Gunung`), in both cases."""
    saying: frozenset[str]
    """Verbs right before the one who speaks (`kata`)."""
    says: frozenset[str]
    """Verbs right after the one who speaks (`mengatakan`)."""
    telling: frozenset[str]
    """Those of `saying`, `says` and `titles` beside which the language tells people."""
    articles: frozenset[str]
    """Articles and other words that begin a sentence before a name."""
    realms: frozenset[str]
    """Words before a state's name in its full form (`Kingdom of`)."""
    papers: frozenset[str]
    """Words that end the name of what states sign (`Treaty`)."""
    heads: frozenset[str]
    """Words that nothing but an organisation's name begins with (`Ministry`)."""
    carriers: frozenset[str]
    """Words that make an organisation of the state's name after them (`Air`)."""
    firms: frozenset[str]
    """Words that nothing but a firm's or club's name ends in (`Ltd`)."""
    press: frozenset[str]
    """Words that end the name of a newspaper, which its article belongs to (`Herald`)."""
    ministers: frozenset[str]
    """Those of `titles` that are told by what they are for (`ministro de Exteriores`)."""
    generics: frozenset[str]
    """Words with a capital beside a name that are no part of it: a meeting of the body (`KTT`)."""
    events: frozenset[str]
    """Words that end the name of an event after that of a state (`War`)."""
    conjunctions: frozenset[str]
    """Words for `and` and `or`."""
    at_places: frozenset[str]
    """Prepositions of place: a seat of government after one of them is just a place."""
    particles: frozenset[str]
    """Lower-case words inside a person's name (`von`, `bin`)."""
    binding: frozenset[str]
    """Those of them that always stand inside a name."""
    naming: frozenset[str]
    """Those of them that are no preposition either (`bin`)."""
    currencies: frozenset[str]
    """Words for money, whose name begins with a state's (`dollar`)."""
    peoples: tuple[str, ...]
    """How the words for the people of a state end, where they have a capital (`Gambien`)."""
    headlines: frozenset[str]
    """Words of headlines that other text seldom has."""
    numerals: frozenset[str]
    """Numbers that are a city's name too (`Lima`)."""
    homographs: frozenset[str]
    """Names of states that are other words without their capital (`turkey`)."""
    compounds: bool
    """Whether a state stands right before the name of its body (`U.S. Senate`)."""
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
        frozenset(cased for word in own.get("designator", []) for cased in (word, word.lower())),
        frozenset(own.get("saying", [])),
        frozenset(own.get("says", [])),
        frozenset(own.get("saying", []) + own.get("says", []) + own.get("title", []))
        if own.get("juxtaposes")
        else frozenset(),
        frozenset(own.get("article", [])),
        frozenset(own.get("realm", [])),
        frozenset(own.get("paper", [])),
        frozenset(own.get("head", [])),
        frozenset(own.get("carrier", [])),
        frozenset(shared["firm"]),
        frozenset(own.get("press", [])),
        frozenset(own.get("minister", [])),
        frozenset(own.get("generic", [])),
        frozenset(own.get("event", [])),
        frozenset((*own.get("conjunction", []), "&", ",")),
        frozenset(own.get("at", [])),
        frozenset(shared["particle"]),
        frozenset(shared["binding"]),
        frozenset(shared["naming"]),
        frozenset(own.get("currency", [])),
        tuple(own.get("people_end", [])),
        frozenset(own.get("headline", [])),
        frozenset(own.get("numeral", [])),
        frozenset(own.get("homograph", [])),
        bool(own.get("compounds")),
        bool(own.get("genitives")),
        bool(own.get("juxtaposes")),
    )


def _words(language: str) -> dict[str, list[str]]:
    return tomllib.loads(table_text("triggers", f"{language}.toml"))
