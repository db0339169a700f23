"""What screens tell the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from habits.errors import RapportError
    from tui.actions import Action


class HelpWanted(Message):
    """It is asked what the keys do in a place."""

    def __init__(self, place: str, actions: tuple[Action, ...]) -> None:
        super().__init__()
        self.place = place
        self.actions = actions


class HomeFailed(Message):
    """The home cannot be opened: there is nothing to show."""

    def __init__(self, error: RapportError) -> None:
        super().__init__()
        self.error = error
