"""Dates, known names and the tagger's names made into one row of findings that do not overlap."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from reader.entities.dateparts import FoundDate
from reader.entities.edges import whole_clusters
from reader.entities.finding import Finding
from reader.entities.gazetteer import Known
from reader.entities.labels import Label, Labelled
from reader.entities.mention import EntityKind
from reader.entities.resolve import resolved
from reader.entities.tokens import BEGIN, END, Tokens
from reader.entities.triggers import Triggers

KnownSpan = tuple[int, int, Known]
_DASHES = frozenset(":-–—(")
_DATELINE_MARKS = _DASHES | {",", ".", END}
_CLOSING = frozenset((",", ".", ";", END))
_KINDS: dict[Label, EntityKind] = {"PER": "person", "ORG": "org", "LOC": "place"}
_WALLS = frozenset('()[]{}<>|;"“”„«»•')


@dataclass(slots=True, eq=False)
class Layers:
    """What each layer found in one stretch, as token spans."""

    text: str
    """The whole text."""
    tokens: Tokens
    """The stretch."""
    dates: Sequence[FoundDate]
    """The dates, in order and apart."""
    names: Sequence[KnownSpan]
    """The known names, in order and apart."""
    tagged: Sequence[Labelled]
    """The tagger's names after their repair, in order and apart."""
    rules: Triggers
    """The trigger words of the language."""
    acting: dict[int, bool] = field(default_factory=dict)
    """For each seat of government met so far its last token's end, and whether it acts."""
    dated: frozenset[int] = field(init=False)
    """The first tokens of the dates."""

    def __post_init__(self) -> None:
        """Note where dates begin."""
        self.dated = frozenset(date.first for date in self.dates)


def merged(layers: Layers, today: datetime.date) -> list[Finding]:
    """Dates first, whole known names next where no longer name holds them, then the tagger's."""
    taken = bytearray(len(layers.tokens.words))
    chosen: list[tuple[int, int, Finding]] = []

    def is_free(first: int, last: int) -> bool:
        return taken.find(1, first, last) < 0

    def take(first: int, last: int, finding: Finding) -> None:
        if is_free(first, last) and whole_clusters(layers.text, finding.start, finding.end):
            taken[first:last] = b"\1" * (last - first)
            chosen.append((first, last, finding))

    for first, last, known in layers.names:
        if known.is_own:
            take(first, last, _known(layers, (first, last, known)))
        elif known.kind == "E":
            end = last + _is_year(layers.tokens.words, last)
            take(first, end, _event(layers, first, end))
    ends = _ends_of_long(layers.names) if layers.dates else {}
    for date in layers.dates:
        if ends.get(date.first, 0) < date.last:
            take(date.first, date.last, _date(layers, date, today))
    spans = [-1] * len(layers.tokens.words)
    for number, (first, last, _) in enumerate(layers.tagged):
        spans[first:last] = [number] * (last - first)
    for name in layers.names:
        if _wins(name, layers, spans):
            take(name[0], name[1], _known(layers, name))
    inner = {(first, last): known for first, last, known in layers.names}
    for first, last, label in layers.tagged:
        if is_free(first, last):
            take(first, last, _tagged(layers, first, last, label, inner))
    return list(_in_order(layers, chosen))


def _ends_of_long(names: Iterable[KnownSpan]) -> dict[int, int]:
    """Where each known name ends, by its later tokens, as `de` in `Rio de Janeiro`."""
    return {at: last for first, last, _ in names for at in range(first + 1, last)}


def _in_order(layers: Layers, chosen: Iterable[tuple[int, int, Finding]]) -> Iterator[Finding]:
    """The findings by their place; one in brackets right after another is told so."""
    words, end = layers.tokens.words, -1
    held: Finding | None = None
    # No two begin at one token, so that findings are never compared.
    for first, last, finding in sorted(chosen):
        bracketed = first == end + 1 and words[end] == "(" and words[last : last + 1] == [")"]
        if held:
            yield _told_by(held, finding) if bracketed else held
        held = finding._replace(bracketed=True) if bracketed else finding
        end = last
    if held:
        yield held


def _told_by(finding: Finding, acronym: Finding) -> Finding:
    """An organisation's long form as the one whose acronym follows in brackets."""
    unknown = finding.kind == "org" and not finding.organisation and not finding.known
    if unknown and acronym.name.isupper() and finding.name.count(" ") > 1:
        return finding._replace(organisation=acronym.organisation, known=acronym.known)
    return finding


def _wins(name: KnownSpan, layers: Layers, spans: Sequence[int]) -> bool:
    """Whether a known name is to be taken as it stands; `spans` gives each token's tagged name."""
    first, last, known = name
    before, after = spans[first], spans[last - 1]
    if before < 0 and after < 0:
        return known.kind != "P" or last - first > 1 or not known.code
    if before != after:
        return known.kind != "P"
    start, end, label = layers.tagged[before]
    if (start, end) != (first, last):
        return False
    if known.kind == "P":
        return last - first > 1 and bool(known.code)
    return not (label == "PER" and known.kind == "C")


def _is_year(words: Sequence[str], index: int) -> bool:
    return index < len(words) and len(words[index]) == 4 and words[index].isdecimal()


def _event(layers: Layers, first: int, last: int) -> Finding:
    start, end = layers.tokens.starts[first], layers.tokens.ends[last - 1]
    return Finding(start, end, "event", layers.text[start:end])


def _date(layers: Layers, date: FoundDate, today: datetime.date) -> Finding:
    start, end = layers.tokens.starts[date.first], layers.tokens.ends[date.last - 1]
    value = resolved(date.parts, today)
    return Finding(start, end, "date", layers.text[start:end], value=value)


def _known(layers: Layers, name: KnownSpan) -> Finding:
    first, last, known = name
    start, end = layers.tokens.starts[first], layers.tokens.ends[last - 1]
    written = layers.text[start:end]
    if known.kind == "S":
        return Finding(start, end, "state", written, known.base, iso=known.code)
    if known.kind == "R":
        return Finding(start, end, "org", written, known.base, organisation=known.code)
    if known.kind == "O":
        return Finding(start, end, "org", written, known.base, known=known.code)
    # A province (`D`) that bears a state's name is a place like any other.
    acts = known.kind == "C" and _acts(layers, first, last)
    if known.kind == "C":
        layers.acting[last] = acts
    return Finding(start, end, "place", written, known.base, known.code, metonym=acts)


def _acts(layers: Layers, first: int, last: int) -> bool:
    """Whether a seat of government may stand for the government: not after `in`, not a dateline."""
    words = layers.tokens.words
    before, after = words[first - 1], words[last]
    if before == BEGIN:
        return after not in _DATELINE_MARKS
    if words[first].isupper() and len(words[first]) > 3:
        # A dateline: `Bisnis.com, JAKARTA –`.
        return False
    if before in layers.rules.places or after.capitalize() in layers.rules.papers:
        return False
    if (after == "," and last + 1 in layers.dated) or (before == "," and after in _DASHES):
        # Where it was said: `dikutip, Jakarta, Senin (24/4)`, `Antara, Jakarta -`.
        return False
    ends = after in _CLOSING or last in layers.dated
    if before == "," and ends and first > 1 and words[first - 2][0].isupper():
        # Where a place stands: `Istana Kremlin, Moskow, Rabu`.
        return False
    if before in layers.rules.conjunctions and first - 1 in layers.acting:
        # `in Niamey and Ouagadougou`: what holds for the first holds for the others.
        return layers.acting[first - 1]
    return before not in layers.rules.at_places and not before[0].isupper()


def after_realm(words: Sequence[str], first: int, last: int, rules: Triggers) -> int:
    """The token after `Kingdom of` at the start of a name; its first where it begins otherwise."""
    index = first
    while index < last - 1 and words[index] in rules.realms:
        index += 1
    return index


def _tagged(
    layers: Layers, first: int, last: int, label: Label, inner: dict[tuple[int, int], Known]
) -> Finding:
    start, end = layers.tokens.starts[first], layers.tokens.ends[last - 1]
    known = inner.get((first, last))
    words, realms = layers.tokens.words, layers.rules.realms
    # `Kingdom of Denmark`, and `Niger Republic`.
    until = last - 1 if words[last - 1] in realms and last - first > 1 else last
    state = inner.get((after_realm(words, first, last, layers.rules), until))
    if label == "LOC" and state and state.kind == "S":
        return Finding(
            start, end, "state", layers.text[start:end], known.base if known else "", state.code
        )
    place = known if label == "LOC" and known and known.kind in "CP" else None
    about = (place.base, place.code) if place else ()
    return Finding(start, end, _KINDS[label], layers.text[start:end], *about)
