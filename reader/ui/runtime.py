"""Python's own settings, so that keys are not kept waiting while a worker reads an article."""

import gc
import sys

_TURN = 0.0005


def let_keys_in() -> None:
    """Have a worker give way to the keyboard's thread after half a millisecond, not five."""
    sys.setswitchinterval(_TURN)


def collect_garbage_from_here() -> None:
    """Begin to collect garbage, but for what is there already, and seldom among what is old."""
    gc.freeze()
    # The mentions of a long article are a million objects, none of them garbage: going through
    # all of them took a quarter of a second, in which no key counted.
    gc.set_threshold(2_000, 10, 1_000)
    gc.enable()
