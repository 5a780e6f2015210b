"""How far a text has been read: the one reckoning of the screen, the library and its listings."""


def percent_read(end: int, length: int) -> int:
    """The part of a text, 0 to 100, up to the end of the passage where the reader is.

    Args:
        end: where that passage ends, in code points.
        length: the length of the text, in code points.
    """
    return 100 * min(max(0, end), length) // length if length > 0 else 100
