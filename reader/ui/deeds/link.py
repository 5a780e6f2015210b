"""The deed that links a passage to a state, an organisation or a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.article import Span
from reader.ui.deeds import mark
from reader.ui.deeds.meant import under_cursor

if TYPE_CHECKING:
    from reader.entities.mention import Entity
    from reader.notes.annotation import Link
    from reader.ui.screens.reading import ReadingScreen


async def link(at: ReadingScreen) -> None:
    """Link the passage to a state, an organisation or a person."""
    from reader.ui.dialogs.pick import Pick

    placed, links = under_cursor(at), _choices(at)
    labels, names = [(label, label) for label in links], _names(at, links)
    picked = await at.app.push_screen_wait(Pick("Link to", labels, names))
    if picked is None:
        return
    new = links[picked]
    if placed:
        all_links = tuple(dict.fromkeys([*placed.annotation.links, new]))
        at.session.edit(placed.annotation.id, links=all_links)
        at.notes_changed()
    elif not mark.make(at, motivation="linking", links=(new,)):
        return
    name, _, sort = picked.partition("  ")
    at.notify(f"Linked to {name} ({sort})")


def _choices(at: ReadingScreen) -> dict[str, Link]:
    """What can be linked to, by its label: what the passage names, the article, and the record."""
    from reader.entities.names import states
    from reader.notes.annotation import Link
    from reader.states.registry import known

    choices: dict[str, Link] = {}
    if recognition := at.known.recognition:
        here = at.pane.selection
        inside = [m.entity for m in recognition.mentions if here.meets(Span(m.start, m.end))]
        for each in dict.fromkeys([*inside, *recognition.entities]):
            entity = recognition.entities[each]
            if entity.kind != "date":
                choices.setdefault(f"{entity.name}  {entity.kind}", _link_to(entity))
    had = set(choices.values())
    rest = {
        f"{name}  state {iso}": Link("state", iso)
        for iso, name in states(at.known.language or "en")
    }
    rest |= {f"{each}  org": Link("organisation", each) for each in sorted(known())}
    return choices | {label: link for label, link in rest.items() if link not in had}


def _link_to(entity: Entity) -> Link:
    from reader.notes.annotation import Link

    if entity.kind == "state" and entity.iso:
        return Link("state", entity.iso)
    if entity.organisation:
        return Link("organisation", entity.organisation)
    return Link("entity", entity.id)


def _names(at: ReadingScreen, links: Mapping[str, Link]) -> dict[str, Sequence[str]]:
    """What the things that can be linked to are called as well, by their labels."""
    from reader.entities.names import state_names
    from reader.states.registry import known

    states = state_names(at.known.language or "en")
    names: dict[str, Sequence[str]] = {
        label: states.get(link.target, ()) for label, link in links.items() if link.kind == "state"
    }
    organisations = known()
    names |= {
        label: (link.target, *organisations[link.target].names)
        for label, link in links.items()
        if link.kind == "organisation" and link.target in organisations
    }
    return names
