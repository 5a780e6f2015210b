"""How much of a page has come, in words."""


def amount(arrived: int, expected: int) -> str:
    """Bytes that have come, of those expected where that is known: `120 of 480 KB`."""
    is_large = max(arrived, expected) >= 1_000_000
    have, whole = (
        f"{count / 1_000_000:.1f}" if is_large else str(count // 1000)
        for count in (arrived, expected)
    )
    unit = "MB" if is_large else "KB"
    return f"{have} of {whole} {unit}" if expected >= arrived > 0 else f"{have} {unit}"
