"""The listings as a person reads them; on a terminal, words are cut at 80 columns."""

from collections.abc import Iterator, Sequence

from reader.article import Article
from reader.cli.printing import COLUMNS, cut, table, wrapped
from reader.entities.mention import Entity, EntityKind, Recognition
from reader.library import Entry
from reader.notes.annotation import Motivation, PlacedAnnotation
from reader.session import Session
from reader.text.opening import opening_words

_KINDS: dict[EntityKind, str] = {
    "person": "People",
    "org": "Organisations",
    "state": "States",
    "place": "Places",
    "event": "Events",
    "date": "Dates",
}
_MOTIVATIONS: dict[Motivation, str] = {
    "highlighting": "highlight",
    "commenting": "note",
    "questioning": "doubtful",
    "bookmarking": "bookmark",
    "linking": "link",
}


def article_line(session: Session) -> str:
    """The title, where there is one, and the dates."""
    article = session.described
    when = f"as of {session.as_of}"
    when = f"no date found: as of today, {session.as_of}" if session.is_undated else when
    facts = [article.site, article.language, article.published, when]
    line = " · ".join(fact for fact in facts if fact)
    return f"{cut(article.title, COLUMNS)}\n{line}" if article.title else line


def heading(article: Article) -> str:
    """What an article is called, and where and when it was published."""
    facts = " · ".join(filter(None, (article.site, article.published)))
    title = cut(article.title or opening_words(article.text) or article.source, COLUMNS)
    return f"{title}\n  {facts}" if facts else title


def entity_lines(found: Recognition) -> Iterator[str]:
    """The entities by kind, the most named first, with the number of their mentions."""
    for kind, heading in _KINDS.items():
        group = [each for each in found.entities.values() if each.kind == kind]
        if group:
            yield ""
            yield f"{heading} ({len(group)})"
            ranked = sorted(group, key=lambda each: -each.count)
            yield from table([_entity_row(each) for each in ranked])


def _entity_row(entity: Entity) -> tuple[str, str, str]:
    known = " ".join(filter(None, (entity.organisation, entity.iso, entity.value)))
    return f"{entity.count:>3}", cut(entity.name, 50), "" if known == entity.name else known


def note_lines(placed: PlacedAnnotation, others: Sequence[str] = ()) -> Iterator[str]:
    """One note: its passage, its words, its other texts, and what is known of it."""
    note, status = placed.annotation, placed.place.status
    place = {"check": "place in doubt", "orphan": "place lost"}.get(status, "")
    facts = [_MOTIVATIONS[note.motivation], place, note.id, note.created[:10], note.colour]
    facts += [f"#{tag}" for tag in note.tags] + [f"→ {link.target}" for link in note.links]
    yield cut(f"“{note.anchor.exact}”", COLUMNS)
    for line in note.body.strip().splitlines():
        yield f"  {line}"
    for text in others:
        yield "  or, written elsewhere at once:"
        yield from (f"  {line}" for line in text.strip().splitlines())
    yield from wrapped(" · ".join(filter(None, facts)), 2)


def counted(count: int) -> str:
    """So many mentions, in words."""
    return f"{count} {'mention' if count == 1 else 'mentions'}"


def entry_lines(entries: Sequence[Entry]) -> list[str]:
    """The articles of the library, one a line and its source below."""
    lines: list[str] = []
    for entry in entries:
        named = counted(entry.mentions) if entry.mentions else ""
        known = (entry.site, entry.published, f"{entry.percent} % read", named)
        facts = " · ".join(filter(None, known))
        place = entry.place if entry.whence == entry.place else f"{entry.whence} {entry.id}"
        lines += [cut(entry.title or entry.source, COLUMNS), f"  {facts}", f"  {place}"]
    return lines
