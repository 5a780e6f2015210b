"""The reader's corrections of what was recognised, and a recognition with them applied."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal, TypeAlias

from reader.article import Article, Span
from reader.entities.coreference import slug
from reader.entities.mention import Entity, Mention, Recognition

CorrectedKind: TypeAlias = Literal["none", "person", "org", "state", "place", "date", "event"]


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reader says a stretch of the article is, or is not."""

    surface: str
    """The text it speaks of, as it stands in the article."""
    kind: CorrectedKind
    """What it names; `none` for no entity."""
    entity: str = ""
    """The id of the entity; empty to have it made from the kind and the surface."""
    iso: str = ""
    """The state, or the state a place stands in."""
    organisation: str = ""
    """The acronym of the roster."""
    start: int | None = None
    """The one mention it holds for; `None` for all mentions of the surface in the article."""

    def to_json(self) -> dict[str, Any]:
        """The correction as JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "Correction":
        """The correction that `to_json` gave; unknown keys are left out."""
        known = {key: values[key] for key in cls.__dataclass_fields__ if key in values}
        return cls(**known)

    def spans(self, text: str) -> list[Span]:
        """The stretches of the text that it speaks of: whole words, in order."""
        length = len(self.surface)
        if self.start is not None:
            matches = text.startswith(self.surface, self.start)
            return [Span(self.start, self.start + length)] if matches and length else []
        spans = []
        at = text.find(self.surface) if length else -1
        while at >= 0:
            end = at + length
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                spans.append(Span(at, end))
            at = text.find(self.surface, end)
        return spans

    def made_entity(self) -> str:
        """The id of the entity that it names."""
        if self.entity:
            return self.entity
        if self.kind == "state" and self.iso:
            return f"state:{self.iso}"
        if self.kind == "org" and self.organisation:
            return f"org:{self.organisation}"
        return f"{self.kind}:{slug(self.surface)}"


def corrected(
    recognition: Recognition, article: Article, corrections: Iterable[Correction]
) -> Recognition:
    """The recognition with the corrections applied in order: a later one wins."""
    mentions: Sequence[Mention] = list(recognition.mentions)
    made: dict[str, Entity] = {}
    for correction in corrections:
        spans = correction.spans(article.text)
        if not spans:
            continue
        mentions = _without(mentions, spans)
        if correction.kind != "none":
            entity = _entity(correction, recognition)
            made[entity.id] = entity
            kind = entity.kind
            new = [Mention(span.start, span.end, kind, entity.id) for span in spans]
            mentions = sorted([*mentions, *new], key=lambda mention: mention.start)
    return _counted(mentions, {**recognition.entities, **made}, article.text)


def _entity(correction: Correction, recognition: Recognition) -> Entity:
    known = recognition.entities.get(correction.made_entity())
    if known and correction.kind == known.kind:
        return known
    assert correction.kind != "none"
    return Entity(
        correction.made_entity(),
        correction.kind,
        correction.surface,
        0,
        correction.iso,
        correction.organisation,
    )


def _without(mentions: Sequence[Mention], spans: Sequence[Span]) -> list[Mention]:
    kept = []
    place = 0
    for mention in mentions:
        while place < len(spans) and spans[place].end <= mention.start:
            place += 1
        if place == len(spans) or spans[place].start >= mention.end:
            kept.append(mention)
    return kept


def _counted(mentions: Sequence[Mention], known: dict[str, Entity], text: str) -> Recognition:
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    for mention in mentions:
        counts[mention.entity] = counts.get(mention.entity, 0) + 1
        name = text[mention.start : mention.end]
        if len(name) > len(names.get(mention.entity, "")):
            names[mention.entity] = name
    entities = {
        id_: replace(known[id_], count=count, name=names[id_]) for id_, count in counts.items()
    }
    return Recognition(mentions, entities)
