"""Where a passage stands in a text by its quote and context alone, the old text being gone.

As in the W3C text quote selector, the passage is known with up to 64 characters on each side.
An exact quote is judged by what stands around it; an edited one is sought as a whole with its
context by the best partial match (rapidfuzz), and its ends by the words that it kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from reader.notes.annotation import Anchor
from reader.notes.passage import TextMap

MOST = 200
"""The greatest number of exact quotes that are judged."""
TOUCHING = 60
"""The number of unchanged characters next to an exact quote that make its place certain."""
STRONG, WEAK = 80, 40
"""The likenesses, of 100, of the better and the worse side that make an exact quote's place."""
ENOUGH = 0.7
"""Where an exact quote's context scores less, it is a lookalike that stands elsewhere."""
NEAR = 60.0
"""The least likeness, of 100, of a passage with its context to where it might stand."""
SHORT, STRICTER = 40, 15.0
"""A quote of fewer characters must be that much more alike, the more the shorter it is."""
KEPT = 0.5
"""The least part of an edited quote that must be left, and the least score that counts."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A place where a passage may stand."""

    start: int
    """Its first code point."""
    end: int
    """The first code point after it."""
    score: float
    """0 to 1: how like the passage and its context the place is."""


def guesses(text: str, anchor: Anchor) -> list[Guess]:
    """The places where the passage may stand, the likeliest first."""
    found = [*_exact(text, anchor)]
    if not any(guess.score >= KEPT for guess in found):
        found += _edited(text, anchor)
    return sorted(found, key=lambda guess: (-guess.score, abs(guess.start - anchor.start)))


def _exact(text: str, anchor: Anchor) -> Iterator[Guess]:
    size, at = len(anchor.exact), text.find(anchor.exact) if anchor.exact else -1
    for _ in range(MOST):
        if at < 0:
            return
        yield Guess(at, at + size, _context_score(text, anchor, at))
        at = text.find(anchor.exact, at + 1)


def _context_score(text: str, anchor: Anchor, at: int) -> float:
    from rapidfuzz.fuzz import ratio

    end = at + len(anchor.exact)
    before = text[max(0, at - len(anchor.prefix)) : at]
    after = text[end : end + len(anchor.suffix)]
    touching = _common(anchor.prefix[::-1], before[::-1]) + _common(anchor.suffix, after)
    room = min(TOUCHING, len(anchor.prefix) + len(anchor.suffix))
    worse, better = sorted((ratio(anchor.prefix, before), ratio(anchor.suffix, after)))
    like = (better + worse) / 200 if better >= STRONG and worse >= WEAK else 0.0
    score = min(1.0, max(touching / room if room else 1.0, like))
    return score * KEPT / ENOUGH if score < ENOUGH else score


def _common(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _edited(text: str, anchor: Anchor) -> Iterator[Guess]:
    from rapidfuzz.fuzz import partial_ratio_alignment

    whole = anchor.prefix + anchor.exact + anchor.suffix
    near = NEAR + STRICTER * max(0.0, 1 - len(anchor.exact) / SHORT)
    found = partial_ratio_alignment(whole, text, score_cutoff=near)
    if found is None:
        return
    slack = len(anchor.exact) // 2 + 64
    start, end = max(0, found.dest_start - slack), found.dest_end + slack
    window = text[start:end]
    texts = TextMap(whole, window)
    inner = len(anchor.prefix)
    place = texts.locate(inner, inner + len(anchor.exact))
    if place and window[place.start : place.end] != anchor.exact:
        # An exact quote has been judged already, by its context.
        score = place.score * 0.7 + found.score / 100 * 0.3
        yield Guess(start + place.start, start + place.end, score if place.score >= KEPT else 0.0)
