"""Whether the application can use the settings: what only it knows of keys and themes."""

from reader.config import Settings


def faults(settings: Settings) -> list[str]:
    """What the application cannot use, each in one line: all of it, not the first alone."""
    from reader.ui.commands import COMMANDS
    from reader.ui.keymap import KeyMapError, build_keymap

    found: list[str] = []
    try:
        build_keymap(COMMANDS, settings.keys)
    except KeyMapError as error:
        found += error.faults
    if settings.theme:
        from textual.theme import BUILTIN_THEMES

        if settings.theme not in BUILTIN_THEMES:
            known = ", ".join(BUILTIN_THEMES)
            found.append(f"there is no theme {settings.theme!r}; known: {known}")
    return found
