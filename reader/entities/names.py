"""What states and their seats of government are called in a language."""

from functools import cache

from reader.entities.gazetteer import table

LANGUAGES = ("en", "id", "ms", "ru", "fr", "es", "pt", "de")
"""The languages of the name tables, in the order in which a name is looked for."""
_BESIDES = frozenset({"EU", "YD"})
"""Articles name these, South Yemen too, otherwise."""


@cache
def _forms(language: str, letter: str) -> dict[str, str]:
    first: dict[str, str] = {}
    for row in table(language):
        kind, _, code = row[1].partition(" ")
        if kind == letter:
            first.setdefault(code, row[-1] if len(row) > 2 else row[0])
    return first


def state_name(iso: str, language: str) -> str:
    """A state's name in the language, else in English, else its code.

    Dissolved states (SU, DD, CS, YU) are states too.
    """
    return _forms(language, "S").get(iso) or _forms("en", "S").get(iso, iso)


def is_state(iso: str) -> bool:
    """Whether a code is that of a state, also a dissolved one, or of the European Union."""
    return iso in _BESIDES or iso in _forms("en", "S")


def capital(iso: str, language: str) -> str:
    """The seat of a state's government in the language, else in English, else nothing."""
    return _forms(language, "C").get(iso) or _forms("en", "C").get(iso, "")


def state_called(words: str) -> str:
    """The code of the state of that code or name, `UK` or `USA` too; else nothing.

    Names may be of any of `LANGUAGES`, with capitals or without.
    """
    code = words.upper()
    if code in _forms("en", "S"):
        return code
    folded = words.replace("_", " ").casefold()
    return next(filter(None, (_codes(language).get(folded) for language in LANGUAGES)), "")


@cache
def _codes(language: str) -> dict[str, str]:
    """The codes of states by all their names in a language, folded."""
    codes: dict[str, str] = {}
    for key, known, *base in table(language):
        kind, _, code = known.partition(" ")
        if kind == "S":
            for name in (key, *base):
                codes.setdefault(name.casefold(), code)
    return codes


def states(language: str) -> list[tuple[str, str]]:
    """Code and name of every state in the language, in order of name."""
    codes = _forms("en", "S")
    return sorted(((code, state_name(code, language)) for code in codes), key=lambda each: each[1])


@cache
def state_names(language: str) -> dict[str, tuple[str, ...]]:
    """Each state's code, and all that it is called in the language and in English, folded."""
    names = {code: [code] for code in _forms("en", "S")}
    for spoken in (language, "en"):
        for name, code in _codes(spoken).items():
            names.setdefault(code, [code]).append(name)
    return {code: tuple(dict.fromkeys(called)) for code, called in names.items()}


def state_code(text: str) -> str:
    """The ISO 3166-1 code that a code or a state's name stands for; else the text in capitals."""
    return state_called(text) or text.upper()
