"""Which findings name the same entity: repeats, acronyms, surnames after the full name."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from reader.entities.finding import Finding
from reader.entities.memory import Memory, stem
from reader.entities.mention import Entity, EntityKind, Mention

_PARTICLES = frozenset(
    (
        *("von", "van", "der", "den", "dos", "das", "del", "bin", "binti", "ibn", "al", "el"),
        *("da", "de", "di", "do", "du", "la", "le", "jr", "sr", "st", "ii", "iv"),
    )
)


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """A name folded for use in an id: lower case, Latin without accents, hyphens for spaces."""
    folded = name.casefold()
    plain = folded if folded.isascii() else "".join(_plain(letter) for letter in folded)
    if plain.replace(" ", "").isalnum():
        return "-".join(plain.split())
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())


def _plain(letter: str) -> str:
    if unicodedata.combining(letter):
        return ""
    base = unicodedata.normalize("NFD", letter)[0]
    return base if "a" <= base <= "z" else letter


@dataclass(slots=True)
class _Tally:
    """What is known of one entity so far."""

    kind: EntityKind
    organisation: str
    value: str
    name: str
    count: int = 0
    iso: str = ""

    @classmethod
    def of(cls, first: Finding) -> "_Tally":
        """Of an entity that has been found for the first time."""
        # Not the finding itself: of a long article there are tens of thousands.
        return cls(first.kind, first.organisation, first.value, first.base or first.name)

    def entity(self, id_: str) -> Entity:
        about = (self.organisation, self.value)
        return Entity(id_, self.kind, self.name, self.count, self.iso, *about)


class Document:
    """The entities of one article as they come to light, block by block."""

    def __init__(self, memory: Memory | None = None) -> None:
        """An article in which nothing has been named yet, but for what `memory` holds."""
        self.memory = memory or Memory()
        self.renamed: dict[str, str] = {}
        """The ids that a fuller name has replaced, to the id it gave."""
        self._tallies: dict[str, _Tally] = {}
        self._people: dict[str, str] = {}
        self._stems: dict[str, list[str]] = {}
        self._fullest: dict[str, tuple[int, int]] = {}
        self._shorts: dict[str, Finding] = {}
        self._spelt: dict[str, Finding] = {}
        """The short forms that are the initials of a known long one, told so by brackets."""

    @property
    def entities(self) -> dict[str, Entity]:
        """The entities by id, in the order of their first mention."""
        ids = ((self.renamed.get(old, old), tally) for old, tally in self._tallies.items())
        return {id_: tally.entity(id_) for id_, tally in ids}

    def named(self, findings: Iterable[Finding]) -> Iterator[Mention]:
        """The findings as mentions of entities, under the ids they were first given."""
        before: Finding | None = None
        for found in findings:
            finding = before = self._explained(found, before)
            entity = self._entity(finding)
            self._count(entity, finding)
            yield Mention(finding.start, finding.end, finding.kind, entity, finding.metonym)

    def _explained(self, finding: Finding, before: Finding | None) -> Finding:
        """An organisation that brackets explain by the one before it, as that one."""
        if finding.bracketed and before and _may_explain(before, finding):
            self._shorts[finding.name] = self._shorts[before.name] = before
            if _is_linked(before) and _initials(before.name) == finding.name:
                self._spelt[finding.name] = before
        meant = self._spelt.get(finding.name)
        if meant is None and not _is_linked(finding):
            meant = self._shorts.get(finding.name)
        if meant is None:
            return finding
        known = meant.known or (meant.name if not meant.organisation else "")
        return finding._replace(kind="org", iso="", organisation=meant.organisation, known=known)

    def _entity(self, finding: Finding) -> str:
        if finding.kind == "state":
            return f"state:{finding.iso}"
        if finding.kind == "date":
            return f"date:{finding.value or slug(finding.name)}"
        if finding.organisation:
            return f"org:{finding.organisation}"
        if finding.known:
            return f"org:{slug(finding.known)}"
        if finding.kind == "person":
            return self._person(slug(finding.name))
        return f"{finding.kind}:{slug(finding.base or finding.name)}"

    def _person(self, name: str) -> str:
        """The entity of a person: the same for a name within another, or with initials."""
        known = self._people.get(name)
        if known is None and self.memory.genitives and name.endswith("s"):
            known = self._people.get(name[:-1])
        if known:
            return known
        stems = [stem(word) for word in name.split("-")]
        entity = self._alike(stems) or f"person:{name}"
        fullness = _fullness(name.replace("-", " "))
        if entity not in self._fullest or fullness > self._fullest[entity]:
            self._fullest[entity] = fullness
            self._stems[entity] = stems
            self._rename(entity, f"person:{name}")
        self._people[name] = entity
        for word in stems:
            if len(word) > 1 and word not in _PARTICLES:
                self._people.setdefault(word, entity)
        return entity

    def _alike(self, stems: list[str]) -> str | None:
        for word in (stems[-1], stems[0]):
            other = self._people.get(word)
            if other is None:
                continue
            short, long = sorted((stems, self._stems[other]), key=len)
            if all(any(_fits(part, whole) for whole in long) for part in short):
                return other
        return None

    def _rename(self, entity: str, fuller: str) -> None:
        if fuller != entity and fuller not in self._tallies:
            self.renamed[entity] = fuller

    def _count(self, entity: str, finding: Finding) -> None:
        tally = self._tallies.get(entity)
        if tally is None:
            tally = self._tallies[entity] = _Tally.of(finding)
        elif (name := finding.base or finding.name) != tally.name:
            tally.name = max(tally.name, name, key=_fullness)
        tally.iso = tally.iso or finding.iso
        tally.count += 1


def _may_explain(before: Finding, finding: Finding) -> bool:
    both = before.kind == "org" and finding.kind in ("org", "place")
    return both and _abbreviates(finding.name, before.name)


def _is_linked(finding: Finding) -> bool:
    return bool(finding.organisation or finding.known)


def _initials(name: str) -> str:
    """The first letters of the capitalised words of a name."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _abbreviates(one: str, other: str) -> bool:
    """Whether one of two names is an acronym that begins as the other does."""
    short, long = sorted((one, other), key=len)
    begins = slug(short)[:1] == slug(long)[:1]
    return begins and 1 < len(short) <= 10 and " " not in short and sum(map(str.isupper, short)) > 1


def _fullness(name: str) -> tuple[int, int]:
    """The longer, the fuller; but of as many Cyrillic words the shorter, which is a nominative."""
    words = name.split()
    whole = sum(len(word.strip(".")) > 1 for word in words)
    is_cyrillic = "а" <= name[-1:].casefold() <= "я"
    return (whole, -len(name)) if is_cyrillic else (len(name), 0)


def _fits(part: str, whole: str) -> bool:
    """Whether a word of one name may be a word of another: the same, or its initial."""
    return part == whole or (len(part) == 1 and whole.startswith(part))
