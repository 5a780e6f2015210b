"""The line with which a list is narrowed, parted into words and what is asked of it by name."""

from collections.abc import Collection, Mapping


def asked(
    line: str, names: Mapping[str, Collection[str]]
) -> tuple[tuple[str, ...], Mapping[str, list[str]]]:
    """Part `words #tag name:value` into the words, and the values of each name and of `tag`.

    What is none of these is a word; a name whose value is yet to be typed asks nothing.

    Args:
        line: as it was typed.
        names: each with the values that it may have, in small letters; none where any will do.
    """
    words: list[str] = []
    named: dict[str, list[str]] = {name: [] for name in ("tag", *names)}
    for part in line.split():
        name, colon, value = part.partition(":")
        name, few = name.lower(), names.get(name.lower())
        if part.startswith("#") and len(part) > 1:
            named["tag"].append(part[1:])
        elif not colon or name not in named or (value and few and value.lower() not in few):
            words.append(part)
        elif value:
            named[name].append(value.lower() if few else value)
    return tuple(words), named
