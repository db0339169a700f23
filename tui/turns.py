"""Turns: what is typed is taken strictly one piece after another.

Textual hands a key on at once, to whatever screen is shown then, while the key before it may still
be opening or closing one: of what is typed ahead some would go to the wrong screen.
"""

from __future__ import annotations

import math
import time
from asyncio import get_running_loop
from collections import deque
from typing import TYPE_CHECKING, Any, Final

from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from textual.app import App
    from textual.events import Event

_PAINTED: Final = 0.03
"""Seconds within which a key is painted; then it is looked whether it is done, and not before."""

_PATIENCE: Final = 1.0
"""Seconds after which a key is no longer waited for, so that none can block those behind it."""


class Turns:
    """Keys and pastes that wait for the one before them to be done.

    Args:
        app: The app.
        hand_on: Hands one of them on to the widget that it is for.
    """

    def __init__(self, app: App[Any], hand_on: Callable[[Any], Awaitable[None]]) -> None:
        self._app = app
        self._hand_on = hand_on
        self._waiting: deque[Event] = deque()
        self._begun: float | None = None
        self._taken = time.monotonic()
        self._way: Sequence[Widget] = ()
        self._heard_from = 0.0

    def stop_hearing(self) -> None:
        """Drop what is typed from here on, and what waits."""
        self._heard_from = math.inf

    def hear_again(self) -> None:
        """Take what is typed from here on; what was typed before and comes in yet is dropped."""
        self._heard_from = time.monotonic()

    @property
    def quiet_for(self) -> float:
        """For how many seconds nothing was typed."""
        return time.monotonic() - self._taken

    async def take(self, event: Event) -> None:
        """Hand something typed on, now or when its turn comes."""
        if event.time < self._heard_from:
            return
        self._waiting.append(event)
        self._taken = time.monotonic()
        if self._begun is None or time.monotonic() - self._begun > _PATIENCE:
            await self._next()
        else:
            self._follow_now()

    async def _next(self) -> None:
        while self._waiting and self._waiting[0].time < self._heard_from:
            self._waiting.popleft()
        if not self._waiting:
            self._begun = None
            return
        self._begun = time.monotonic()
        target = self._app.focused or self._app.screen
        way = [node for node in target.ancestors_with_self if isinstance(node, Widget)]
        await self._hand_on(self._waiting.popleft())
        # The first time round finds the key taken, the second one what was said because of it.
        self._way = [*way, *way]
        if self._waiting:
            self._follow_now()
        else:
            # A lone key is painted first: to go behind it would only delay that.
            get_running_loop().call_later(_PAINTED, self._follow_now)

    def _follow_now(self) -> None:
        if self._way:
            way, self._way = self._way, ()
            self._follow(way)

    def _follow(self, way: Sequence[Widget]) -> None:
        """Go the way of a key, behind it in every queue, and let the next one come."""
        for number, node in enumerate(way, start=1):
            if node.call_later(self._follow, way[number:]):
                return
        self._app.call_later(self._next)
