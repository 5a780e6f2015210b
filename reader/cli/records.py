"""What the JSON output says of each thing: records with stable keys, in a stable order."""

from collections.abc import Sequence
from typing import Any

from reader.entities.mention import Entity, Mention
from reader.library import Entry
from reader.notes.annotation import PlacedAnnotation
from reader.session import Session

Record = dict[str, Any]


def article_record(session: Session) -> Record:
    """An article with its whole text."""
    article = session.described
    return {
        "id": session.id,
        "title": article.title,
        "author": article.author,
        "site": article.site,
        "language": article.language,
        "published": article.published,
        "as_of": session.as_of,
        "source": article.source,
        "url": article.url,
        "text": article.text,
    }


def mention_record(session: Session, mention: Mention) -> Record:
    """One mention; `text` is what its offsets cut out, in code points."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": session.article.text[mention.start : mention.end],
        "kind": mention.kind,
        "entity": mention.entity,
        "metonym": mention.metonym,
    }


def entity_record(entity: Entity) -> Record:
    """One entity; what does not apply to it is left out."""
    record = {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "count": entity.count,
        "iso": entity.iso,
        "organisation": entity.organisation,
        "value": entity.value,
    }
    return {key: value for key, value in record.items() if value != ""}


def note_record(placed: PlacedAnnotation, others: Sequence[str] = ()) -> Record:
    """One note with its place in the text at hand, and its other texts where it has several."""
    note, place = placed.annotation, placed.place
    return {
        **({"conflict": list(others)} if others else {}),
        "id": note.id,
        "article": note.article,
        "start": place.start,
        "end": place.end,
        "exact": note.anchor.exact,
        "status": place.status,
        "confidence": round(place.confidence, 3),
        "motivation": note.motivation,
        "body": note.body,
        "tags": list(note.tags),
        "colour": note.colour,
        "links": [{"kind": link.kind, "target": link.target} for link in note.links],
        "created": note.created,
        "modified": note.modified,
    }


def entry_record(entry: Entry) -> Record:
    """One article of the library."""
    return {
        "id": entry.id,
        "title": entry.title,
        "author": entry.author,
        "site": entry.site,
        "language": entry.language,
        "published": entry.published,
        "source": entry.place,
        "url": entry.url,
        "opened": entry.opened,
        "added": entry.added,
        "percent": entry.percent,
        "mentions": entry.mentions,
    }
