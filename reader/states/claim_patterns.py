"""How a sentence states a roster, a number of members, a joining, leaving or founding.

The forms of each language are regular expressions in `reader/data/claims`, one a line, over the
shadow of a sentence; what stands there in braces is filled in here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias, get_args

from reader.states.numerals import number_pattern, ordinal_pattern

ClaimKind: TypeAlias = Literal["roster", "count", "ordinal", "joined", "left", "founded"]

_SIGNS: Mapping[ClaimKind, str] = {
    "roster": "Ⓢ",
    "count": "",
    "ordinal": "Ⓢ",
    "joined": "ⓈⒹ",
    "left": "ⓈⒹ",
    "founded": "Ⓓ",
}

_FILLED_BY = {"ORG": "Ⓞ", "STATE": "Ⓢ", "STATES": "Ⓢ", "LIST": "Ⓢ", "DATE": "Ⓓ"}
_ESCAPED = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
_GROUP = re.compile(r"\([^()]*\)(?:[*+?]|\{\d*,?\d*\})*")
_NEEDED = re.compile(r"\{([A-Z]+)\}(?![*?]|\{0?,)")

LANGUAGES = ("id", "en", "fr", "es", "ru")
"""The languages whose claims are understood; Malay is read as Indonesian."""

_ONE = (
    r"(?:(?:de\s)?(?:(?:the|la|le|les|el|los)\s|l['’])|du\s|des\s|d['’])?Ⓢ(?:\s*\([^()Ⓢ]{0,30}\))?"
)
_SHARED: Mapping[str, str] = {
    "LIST": rf"(?P<list>{_ONE}(?:(?:\s*[,;]\s*(?:(?:{{AND}})\s+)?|\s+(?:{{AND}})\s+){_ONE})+)",
    "ORG": r"(?:\b(?:[Tt]he|[Ll]es|[Ll]a|[Ll]e|[Ee]l|[Ll]as|[Ll]os|O)\s|\b[Ll]['’])?(?P<org>Ⓞ)"
    r"(?!-\w|\+|\s[A-ZÀ-ÝА-Я][a-zà-ÿа-я])(?:\s*\(\s*[ⓄⓍ][^()Ⓢ]{0,30}\))?"
    r"(?:,?\s+(?:or|atau|ou|o|или)\s+(?:the\s)?Ⓞ,?)?\)?",
    "STATE": r"(?P<state>Ⓢ)(?:\s*\([^()]{0,30}\))?",
    "STATES": r"(?:Ⓢ(?:\s*,\s*Ⓢ)*,?\s+(?:{AND})\s+(?:the\s+|la\s+)?)?{STATE}",
    "DATE": r"(?P<date>Ⓓ)(?!\s*(?:,|and|dan|et|y|и|or|atau|-|–)\s*Ⓓ)",
    "PLACE": r"(?:[ ,]*(?:in|di|à|en|в)\s(?:[^\sⓄⓈⒹⓍ]+\s)?[ⓍⓈ](?:,\s*[ⓍⓈ],?)?)?",
}


@dataclass(frozen=True, slots=True)
class ClaimPattern:
    """One way to state one kind of fact."""

    kind: ClaimKind
    """What sort of fact."""
    form: str
    """A regular expression; its groups are `org state list date n partial`, where it has them."""
    signs: frozenset[str]
    """The signs without which a sentence cannot have the form."""
    language: str
    """In which language it is stated."""
    is_strong: bool
    """Whether a mismatch may be called one; a weak form can only agree."""
    begins_with: Literal["org", "state", ""]
    """What must be the subject of its clause."""

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Every place in a sentence that has the form."""
        return _compiled(self.form).finditer(text)


@cache
def _compiled(form: str) -> re.Pattern[str]:
    # Most forms are never met in an article, and compiling them all takes a while.
    return re.compile(form)


@cache
def claim_patterns(language: str) -> tuple[ClaimPattern, ...]:
    """The forms of a language, in the order of the file; none for a language not understood."""
    known = "id" if language == "ms" else language
    if known not in LANGUAGES:
        return ()
    path = files("reader.data") / "claims" / f"{known}.tsv"
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    defined = {name: form for what, name, form in rows if what == "define"}
    return tuple(
        ClaimPattern(
            kind,
            _filled(form, defined, known),
            frozenset(_SIGNS[kind]) | _needed(form),
            known,
            is_strong=strength == "strong",
            begins_with=_subject(form),
        )
        for what, strength, form in rows
        for kind in get_args(ClaimKind)
        if kind == what
    )


@cache
def claim_patterns_with(language: str, signs: frozenset[str]) -> tuple[ClaimPattern, ...]:
    """The forms of a language that a sentence with these signs, and no others, can have."""
    return tuple(each for each in claim_patterns(language) if each.signs <= signs)


def _needed(form: str) -> frozenset[str]:
    """The signs of what stands in braces outside of all groups and has to be there."""
    bare = _ESCAPED.sub("", form)
    while (flat := _GROUP.sub("", bare)) != bare:
        bare = flat
    if "|" in bare:
        return frozenset()
    return frozenset(_FILLED_BY[name] for name in _NEEDED.findall(bare) if name in _FILLED_BY)


def _subject(form: str) -> Literal["org", "state", ""]:
    # "the leaders of NATO's 32 members": what belongs to it may be said in any place.
    if form.startswith("{ORG}") and not form.startswith("{ORG}['’]s"):
        return "org"
    return "state" if form.startswith(("{STATE", "{LIST}")) else ""


def _filled(form: str, defined: Mapping[str, str], language: str) -> str:
    number = rf"(?<![\d.,\w-])(?P<n>{number_pattern(language)})"
    values = {
        **defined,
        **_SHARED,
        "N": number,
        "NTH": rf"(?P<n>{ordinal_pattern(language)})",
    }
    # The definitions themselves hold braces, so they are filled first.
    names = (
        "BODY",
        "ON",
        "LEAD",
        "LIST",
        "STATES",
        "NOUN",
        "KIND",
        "END",
        "REST",
        "AND",
        "ORG",
        "STATE",
        "DATE",
    )
    for name in (*names, "PLACE", "NTH", "N"):
        form = form.replace(f"{{{name}}}", values.get(name, ""))
    return _named_once(form)


def _named_once(form: str) -> str:
    """The form with each group named at its first place only, as `re` wants it."""
    seen: set[str] = set()

    def name(match: re.Match[str]) -> str:
        if match[1] in seen:
            return "(?:"
        seen.add(match[1])
        return match[0]

    return re.sub(r"\(\?P<(\w+)>", name, form)
