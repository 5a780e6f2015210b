"""The opening words of a text, which stand for its title where it has none."""

_LONGEST = 80


def opening_words(text: str) -> str:
    """The first words of a text, as many as a title may have."""
    line = text[: _LONGEST * 2].partition("\n")[0]
    if len(line) <= _LONGEST:
        return line
    return line[:_LONGEST].rpartition(" ")[0].rstrip(",;:–- ") + "…"
