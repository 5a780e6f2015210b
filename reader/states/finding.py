"""What is asked of a record when an article states a fact, and what the record says to it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from reader.states.organisation import Membership, Organisation, Source

Verdict: TypeAlias = Literal["agrees", "differs", "disputed"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the record says of a stated fact."""

    verdict: Verdict
    """The judgement."""
    detail: str
    """Both sides in one English sentence."""
    sources: tuple[Source, ...] = ()
    """Where the record's side stands."""
    iso: str = ""
    """The state that it is about; empty where it is about the organisation, or about several."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The record that a statement is held against, and when."""

    record: Organisation
    """The organisation."""
    as_of: str
    """The partial ISO date of which the statement speaks."""
    is_loose: bool = False
    """Whether the statement or its tie to the organisation is weak, so that it can only agree."""


def memberships_of(record: Organisation, iso: str) -> list[Membership]:
    """The times when a state was a member proper; Russia's include the Soviet Union's."""
    codes = (iso, "SU") if iso == "RU" else (iso,)
    return [each for each in record.memberships if each.iso in codes and each.status == "member"]
