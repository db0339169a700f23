"""The palette: an action is chosen by what it does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Provider

from tui.key_names import sign
from tui.text import content

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.command import Hits
    from textual.content import Content

    from tui.action import Action

NOT_OFFERED = frozenset({"palette"})
"""What is of no use in the palette itself."""


class Doing(Protocol):
    """A screen on which actions are done."""

    @property
    def offers(self) -> Sequence[Action]:
        """What can be done on it, by the keys that do it now."""

    async def do(self, action: Action) -> None:
        """Do one of them."""


def palette() -> CommandPalette:
    """Return the palette of what can be done on the screen that it comes over."""
    return _Palette([ActionProvider], placeholder="What is to be done?")


class _Palette(CommandPalette):
    """Textual's palette, in which keys may come before the list is drawn."""

    def _action_command_list(self, action: str) -> None:
        """Move in the list; in Textual 8.2 to page through one that is not drawn ends the app."""
        if self.query_one(CommandList).size:
            super()._action_command_list(action)


class ActionProvider(Provider):
    """Finds actions by what they do."""

    async def discover(self) -> Hits:
        """Yield all actions."""
        for action in self._actions:
            yield DiscoveryHit(_shown(action), self._doing(action), action.tooltip)

    async def search(self, query: str) -> Hits:
        """Yield the actions that fit by what they do or by their word, each with how well."""
        matcher = self.matcher(query)
        for action in self._actions:
            if score := matcher.match(f"{action.tooltip} {action.label}"):
                yield Hit(score, _shown(action), self._doing(action), action.tooltip)

    @property
    def _actions(self) -> list[Action]:
        offers = cast("Doing", self.screen).offers
        return [action for action in offers if action.id not in NOT_OFFERED]

    def _doing(self, action: Action) -> Callable[[], object]:
        return partial(cast("Doing", self.screen).do, action)


def _shown(action: Action) -> Content:
    """Return an action with its keys."""
    return content(action.tooltip, ("  " + " ".join(map(sign, action.keys)), "$text-muted"))
