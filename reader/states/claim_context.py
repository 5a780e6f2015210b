"""Whether the words around a statement let it be taken at its word, and of which time it speaks."""

import re
from dataclasses import dataclass

from reader.states.claim_patterns import ClaimPattern
from reader.states.claim_words import (
    ABOUT,
    ADDED,
    COMPLEMENT_LEAD,
    DATE_ENDS,
    DOUBT,
    HEARSAY,
    JOINT,
    LIST_CLOSED,
    LIST_ENDS,
    LONG_AGO,
    NO_MEMBER,
    NOW,
    ORG_ENDS,
    OTHER_STANDING,
    ROW,
    STATE_LEAD,
    SUBJECT_LEAD,
    THEN,
    TO_VERB,
    WHEN,
)
from reader.states.dates import is_after
from reader.states.shadow import DATE, ORG, STATE, Shadow

_NEAR, _TAIL = 30, 25
_TENSELESS = ("id",)
_FLEXIBLE = ("id", "ru")
"""Languages in which a noun may govern a state that is followed by a verb, without a sign of it."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a sentence states in one of the ways that are known."""

    shadow: Shadow
    """The sentence."""
    pattern: ClaimPattern
    """The way."""
    match: re.Match[str]
    """Where in the sentence."""
    when: str
    """The article's date."""

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.shadow.text


def is_doubtful(said: Statement) -> bool:
    """Whether the statement is a plan, a denial or an estimate, or of something else."""
    pattern, match, text = said.pattern, said.match, said.text
    lead = text[max(0, match.start() - _NEAR) : match.start()]
    clause = lead.rpartition(",")[2]
    if NO_MEMBER.search(clause) or DOUBT.search(clause) or DOUBT.search(match[0]):
        return True
    if OTHER_STANDING.search(text, match.end(), match.end() + _TAIL):
        return bool(match.groupdict().get("date"))
    if pattern.begins_with == "state" and _ends_with(match, "org"):
        is_clause = pattern.kind == "roster" and WHEN.search(text[: match.start()])
        if is_clause or not ORG_ENDS.match(text, match.end()):
            return True
    return bool(match.groupdict().get("n") and ABOUT.search(text[: match.start("n")]))


def _ends_with(match: re.Match[str], group: str) -> bool:
    return bool(match.groupdict().get(group)) and match.end() == match.end(group)


def is_plain(said: Statement) -> bool:
    """Whether a statement that is at odds with the record may be called so."""
    pattern, match, text = said.pattern, said.match, said.text
    if is_quoted(text, match.start(), is_open=said.shadow.is_quoted):
        return False
    if HEARSAY.search(text) or DOUBT.search(text, 0, match.end()):
        return False
    if pattern.kind in ("roster", "count"):
        return bool(NOW.search(text)) or not LONG_AGO.search(text)
    is_open = _ends_with(match, "date") or (
        _ends_with(match, "org") and pattern.kind in ("joined", "left")
    )
    return not is_open or bool(DATE_ENDS.match(text, match.end()))


def is_quoted(text: str, at: int, *, is_open: bool = False) -> bool:
    """Whether a place in a sentence lies within quotation marks.

    Args:
        is_open: whether the sentence begins within them.
    """
    before, after = text[:at], text[at:]
    if (before.count('"') + is_open) % 2 or (text.count('"') % 2 and '"' in after and not is_open):
        return True
    opened = max(before.rfind(mark) for mark in "“«„")
    closed = max(before.rfind(mark) for mark in "”»")
    if opened > closed:
        return True
    ends = [after.find(mark) for mark in "”»" if mark in after]
    starts = [after.find(mark) for mark in "“«„" if mark in after]
    return bool(ends) and min(ends) < min(starts, default=len(after))


def is_subject(shadow: Shadow, at: int) -> bool:
    """Whether the organisation at an index is by itself the subject of its clause."""
    lead = shadow.text[:at]
    return bool(SUBJECT_LEAD.search(lead)) and not JOINT.search(lead)


def is_list_whole(text: str, start: int, end: int) -> bool:
    """Whether a list of states at `[start, end)` ends there, and names all that it means to."""
    if LIST_ENDS.match(text, end):
        return True
    is_closed = LIST_CLOSED.search(text[start:end]) and text[end : end + 1] == ","
    return bool(is_closed) and not ADDED.match(text, end)


def is_predicate(said: Statement) -> bool:
    """Whether a statement without an organisation is made of the last one before it."""
    shadow, match = said.shadow, said.match
    at = shadow.text.rfind(ORG, 0, match.start())
    return is_subject(shadow, at) and bool(TO_VERB.match(shadow.text[at + 1 : match.start()]))


def states_of(said: Statement) -> list[str]:
    """The states of which something is said; none where they are not the subject of a clause."""
    shadow, pattern, match = said.shadow, said.pattern, said.match
    start = match.start()
    if pattern.begins_with == "state":
        row = ROW.search(shadow.text[:start])
        start = row.start() if row else start
        lead = shadow.text[:start]
        is_free = not COMPLEMENT_LEAD.search(lead)
        if pattern.language in _FLEXIBLE:
            is_free = bool(STATE_LEAD.search(lead))
        if not is_free or JOINT.search(lead):
            return []
    group = "list" if match.groupdict().get("list") else "state"
    return [each.value for each in shadow.within(start, match.end(group), STATE)]


def moments(said: Statement) -> tuple[str, ...]:
    """The dates of which the statement may speak; none where that is not clear."""
    shadow, match, when = said.shadow, said.match, said.when
    if said.pattern.kind not in ("roster", "count") or NOW.search(shadow.text):
        return (when,)
    named = shadow.within(0, len(shadow.text), DATE)
    dates = tuple(each.value for each in named if not is_after(each.value, when))
    around = shadow.text[max(0, match.start() - _TAIL) : match.end() + _TAIL]
    if THEN.search(around):
        return dates if len(dates) == 1 else ()
    return (when, *dates)


def other_moments(said: Statement) -> tuple[str, ...]:
    """Dates of earlier sentences of which a statement without a tense may go on to tell."""
    if said.pattern.language not in _TENSELESS or NOW.search(said.text):
        return ()
    return tuple(each for each in said.shadow.before if not is_after(each, said.when))
