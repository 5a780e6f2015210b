"""The deed that takes the notes out."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.exchange.files import Written
    from reader.exchange.ways import Way
    from reader.ui.screens.reading import ReadingScreen


async def export(at: ReadingScreen) -> None:
    """Write the notes in one of the formats, or copy them."""
    from reader.exchange.files import write
    from reader.exchange.format import ExchangeError, usual_options
    from reader.exchange.ways import Chosen
    from reader.ui.dialogs.export import ExportDialog, Offer

    document = at.session.document()
    if not document.notes:
        at.notify("No notes to export yet; h highlights, a writes one")
        return
    settings = at.settings.export
    chosen, usual = Chosen(at.session.data_dir, settings), usual_options(settings)

    def offer(way: Way) -> Offer:
        return Offer(way, way.words(document, usual), chosen.target(document, way, usual))

    try:
        first = await asyncio.to_thread(offer, chosen.way)
        answer = await at.app.push_screen_wait(ExportDialog(first, offer))
        if answer is None:
            return
        way, path = answer
        [written] = await asyncio.to_thread(write, path, [document], way.form(), way.options(usual))
    except (OSError, ExchangeError) as error:
        at.notify(str(error), severity="error")
        return
    # Not to know it the next time is no harm.
    with suppress(OSError):
        chosen.remember(document, way, written.path)
    at.notify(_told(written))


def _told(written: Written) -> str:
    kept = len(written.edited) + len(written.removed) + len(written.requoted)
    own = f"; {kept} that you changed there stayed as they are" if kept else ""
    return f"Written to {written.path}{own}"
