"""The Entities page: who and what the article names, by kind, with counts."""

from collections.abc import Sequence

from textual.content import Content

from reader.article import Span
from reader.entities.mention import Entity, EntityKind, Mention
from reader.ui.panels.known import Known
from reader.ui.panels.page import Page, Row, columns

HEADINGS: dict[EntityKind, str] = {
    "person": "People",
    "org": "Organisations",
    "state": "States",
    "place": "Places",
    "date": "Dates",
    "event": "Events",
}


class EntitiesPage(Page):
    """Lists entities; enter goes to the next mention."""

    shows = ("recognition",)

    def rows(self, known: Known, width: int) -> Sequence[Row | None]:
        """The entities by kind, in the order of their first mention."""
        if known.recognition is None:
            return [Row("wait", Content("Reading the article…"))]
        places: dict[str, list[Mention]] = {}
        for mention in known.recognition.mentions:
            places.setdefault(mention.entity, []).append(mention)
        rows: list[Row | None] = []
        for kind, heading in HEADINGS.items():
            of_kind = [each for each in known.recognition.entities.values() if each.kind == kind]
            if of_kind:
                rows.append(Row(f"kind:{kind}", Content.styled(heading, ".page--accent")))
                rows += [
                    _row(known, entity, places.get(entity.id, []), width) for entity in of_kind
                ]
        return rows or [Row("none", Content("No names were found in this article."))]


def _row(known: Known, entity: Entity, mentions: list[Mention], width: int) -> Row:
    count = Content.styled(f"×{entity.count}", ".page--dim")
    label = columns(Content(f"  {entity.name}"), count, width)
    facts = [entity.iso, entity.organisation, entity.value]
    head = " · ".join([entity.name, *(fact for fact in facts if fact and fact != entity.name)])
    first = [known.context(mention) for mention in mentions[:3]]
    detail = Content("\n").join([Content.styled(head, ".page--name"), *map(Content, first)])
    spans = tuple(Span(mention.start, mention.end) for mention in mentions)
    return Row(entity.id, label, spans, detail)
