"""Lets the folder of exports follow the notes on screen, where the settings ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.config import Settings

if TYPE_CHECKING:
    from reader.ui.screens.article import ArticleScreen


def follow(at: ArticleScreen, settings: Settings) -> None:
    """Write each change of a note to the folder soon after; what stands in the way is told."""
    if not settings.auto_export:
        return
    from reader.exchange.auto import vault_of

    def tell(trouble: str) -> None:
        # Called from threads of the follower's own, also while the app is being left.
        if trouble and at.is_running:
            line = f"The folder of exports does not follow: {trouble}"
            at.call_later(at.notify, line, severity="error", timeout=10)

    if vault := vault_of(settings):
        at.session.follow(vault, tell)
