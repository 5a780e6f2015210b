"""The search line: says what is typed, and shows how many hits it has."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static


class SearchBar(Horizontal):
    """Appears below the article while one searches; enter keeps the place, escape returns."""

    BINDINGS = [("escape", "cancel", "Back to where you were")]

    @dataclass
    class Typed(Message):
        """The reader searches for something else."""

        query: str
        """What stands in the line."""

    class Kept(Message):
        """The reader stays at the hit."""

    class Cancelled(Message):
        """The reader wants to return to where the search began."""

    async def begin(self) -> None:
        """Open the line."""
        self.display = True
        if not self.children:
            await self.mount(Static("/", classes="slash"), Input(), Static(classes="count"))
        self.query_one(Input).focus()

    def close(self) -> None:
        """Empty the line and take it away."""
        self.display = False
        for field in self.query(Input):
            # Nobody searches for nothing: that would lead back to where the search began.
            with field.prevent(Input.Changed):
                field.value = ""

    def tell(self, count: str) -> None:
        """Show how many hits there are."""
        for label in self.query(".count").results(Static):
            label.update(count)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _kept(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())

    def action_cancel(self) -> None:
        """Give the search up."""
        self.post_message(self.Cancelled())
