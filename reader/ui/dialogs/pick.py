"""A choice from a list that narrows as one types."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from reader.ui.narrowing import distance, folded


class Pick(ModalScreen[str | None]):
    """Asks for one of several things; returns its value, or None when dismissed.

    Args:
        title: what is asked.
        choices: label and value of each, the likeliest first.
        names: by value what else a choice answers to, its code first.
    """

    BINDINGS = [
        ("escape", "dismiss(None)", "Cancel"),
        ("down", "step(1)", "Next"),
        ("up", "step(-1)", "Previous"),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[tuple[str, str]],
        names: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        super().__init__()
        self._names = names
        self._title = title
        self._choices = self._fitting = choices

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Content(self._title), classes="title")
            yield Input(placeholder="type to narrow the list")
            yield OptionList(classes="choices")
            yield Static("enter takes it · ↑↓ choose · esc leaves", classes="keys")

    def on_mount(self) -> None:
        self._list.can_focus = False
        self._narrow("")

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def _narrow(self, typed: str) -> None:
        wanted = folded(typed.strip())
        away = [
            (distance(wanted, label, self._names.get(value, ())), (label, value))
            for label, value in self._choices
        ]
        found = [(far, choice) for far, choice in away if far is not None]
        self._fitting = fitting = [choice for _, choice in sorted(found, key=lambda each: each[0])]
        self._list.set_options([Option(Content(label)) for label, _ in fitting])
        self._list.highlighted = 0 if fitting else None

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    @on(Input.Submitted)
    def _answer(self) -> None:
        if self._list.highlighted is not None:
            self.dismiss(self._fitting[self._list.highlighted][1])

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._fitting[event.option_index][1])

    def action_step(self, step: int) -> None:
        """Move to another choice."""
        if self._list.highlighted is not None:
            self._list.highlighted = (self._list.highlighted + step) % self._list.option_count
