"""Type-ahead: each key waits until what the key before it does is done."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from textual import events
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from textual.app import App
    from textual.worker import Worker

    from reader.ui.pace import Pace

DEEDS = "deed"
"""The group of workers that keys wait for, unless they wait for a key themselves."""
OPENING = "show"
"""The group of those that bring an article to the screen."""
_LONGEST = 1.0
"""Seconds that a widget is waited for: one that goes away may never answer."""
_LONGEST_DEED = 10.0
"""Seconds that a deed is waited for; what was typed behind it is dropped then."""
_LONGEST_OPENING = 60.0
"""Seconds that an article is waited for."""
_PATIENCE = 0.25
"""Seconds after which the keys that end all waiting go before those typed earlier."""
_AT_ONCE = {"quit", "cancel_fetching"}
"""What those keys do."""
_LOOK = 0.002


class TypeAhead:
    """Gives keys, pastes and presses of the mouse to the application one after another.

    Textual hands a key on before what the key before it does is done: in a burst the letters
    behind the key for a note would be commands, and those behind the escape that closes it words.

    Args:
        app: the application.
        hand_on: gives a key to what has the focus.
        pace: what workers go by.
    """

    awaited: Worker[Any] | None = None
    """One more worker that keys wait for: it reads an article that is at hand."""

    def __init__(
        self, app: App[Any], hand_on: Callable[[events.Event], Awaitable[None]], pace: Pace
    ) -> None:
        self._app = app
        self._hand_on = hand_on
        self._pace = pace
        self._typed: deque[events.Event] = deque()
        self._has_come = asyncio.Event()
        self._is_at_work = False
        self._giving: asyncio.Task[None] | None = None
        self._given_up: WeakSet[Worker[Any]] = WeakSet()

    @property
    def is_at_rest(self) -> bool:
        """Whether every key typed has been given, and has done what it does."""
        return not self._typed and not self._is_at_work

    def takes(self, event: events.Event) -> bool:
        """Whether it is typed, or is a press of the mouse behind keys that wait."""
        if isinstance(event, events.MouseDown | events.MouseUp):
            return not self.is_at_rest
        return isinstance(event, events.Key | events.Paste)

    def put(self, typed: events.Event) -> None:
        """Take what has come."""
        self._pace.hold()
        self._typed.append(typed)
        self._has_come.set()

    def drop(self) -> int:
        """Forget what waits, for what it was typed for is not there; how much that was."""
        waiting = list(self._typed)
        # A button that was pressed is let go of in any case.
        self._typed = deque(each for each in waiting if isinstance(each, events.MouseUp))
        return len(waiting) - len(self._typed)

    def begin(self) -> None:
        """Give what comes to the application from now on."""
        # No worker: whoever waits for the workers does not wait for keys that are not typed yet.
        self._giving = asyncio.create_task(self._give())
        self._giving.add_done_callback(self._tell_of_fault)

    def end(self) -> None:
        """Give nothing more."""
        if self._giving:
            self._giving.cancel()

    def _let_workers_go(self) -> None:
        if self.is_at_rest:
            self._pace.let_go()

    def _tell_of_fault(self, giving: asyncio.Task[None]) -> None:
        if not giving.cancelled():
            self._app.call_later(giving.result)

    async def _give(self) -> None:
        while await self._has_come.wait():
            self._is_at_work = True
            while self._typed:
                focus = self._focus
                await self._hand_on(self._typed.popleft())
                await self._settle(focus)
            self._is_at_work = False
            self._has_come.clear()
            # Once it is painted what the keys did.
            self._app.screen.call_after_refresh(self._let_workers_go)

    async def _settle(self, focus: tuple[Screen[Any], Widget | None]) -> None:
        """Wait until nothing more follows; `focus` is what the key before was given to."""
        while True:
            try:
                async with asyncio.timeout(_LONGEST):
                    if await self._is_settled(focus):
                        return
                    focus = self._focus
                    # What has the focus now is laid out, and filled, before it gets a key.
                    await _pass(self._app.screen.call_after_refresh)
            except TimeoutError:
                if not self._at_work:
                    return
            await self._hold()

    async def _is_settled(self, focus: tuple[Screen[Any], Widget | None]) -> bool:
        # Once behind the key, and once behind what it leads to: enter, say, to an answer.
        for pump in (*self._way_of_a_key(), *self._way_of_a_key()):
            await _pass(pump.call_later)
        return focus == self._focus and not self._at_work

    @property
    def _focus(self) -> tuple[Screen[Any], Widget | None]:
        return self._app.screen, self._app.focused

    def _way_of_a_key(self) -> Iterator[MessagePump]:
        if self._app.focused:
            yield from self._app.focused.ancestors_with_self
        else:
            yield from self._app.screen.ancestors_with_self

    # Work that takes its time

    @property
    def _at_work(self) -> list[Worker[Any]]:
        """The deeds on their way: before their dialogs, between two, or behind the last."""
        if isinstance(self._app.screen, ModalScreen):
            return []
        at_work = (each for each in self._app.workers if not each.is_finished)
        return [each for each in at_work if self._waits_for(each) and each not in self._given_up]

    def _waits_for(self, worker: Worker[Any]) -> bool:
        return worker is self.awaited or worker.group in (DEEDS, OPENING)

    async def _hold(self) -> None:
        """Wait for the deeds at work, each as long as it may take and no key for itself."""
        begun = time.monotonic()
        while at_work := self._at_work:
            await asyncio.sleep(_LOOK)
            waited = time.monotonic() - begun
            if waited > _PATIENCE:
                await self._let_through()
            if all(waited > self._longest(each) for each in at_work):
                self._give_up(at_work)

    def _longest(self, worker: Worker[Any]) -> float:
        return _LONGEST_DEED if worker.group == DEEDS else _LONGEST_OPENING

    def _give_up(self, at_work: list[Worker[Any]]) -> None:
        self._given_up.update(at_work)
        if count := self.drop():
            keys = "1 key" if count == 1 else f"{count} keys"
            told = f"That takes too long: {keys} typed meanwhile did nothing"
            self._app.notify(told, severity="warning")

    async def _let_through(self) -> None:
        for each in [each for each in self._typed if self._is_for_now(each)]:
            self._typed.remove(each)
            await self._hand_on(each)

    def _is_for_now(self, typed: events.Event) -> bool:
        if not isinstance(typed, events.Key):
            return False
        active = self._app.screen.active_bindings.get(typed.key)
        return bool(active and active.binding.priority and active.binding.action in _AT_ONCE)


async def _pass(call: Callable[[Callable[[], None]], bool]) -> None:
    passed = asyncio.Event()
    if call(passed.set):
        await passed.wait()
