"""What screens tell the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from habits.errors import RapportError
    from tui.actions import Action
    from tui.choice import Choice


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


class MaskTurned(Message):
    """The mask is to be put on, or taken off."""


class MenuWanted(Message):
    """One of several things is to be chosen.

    Args:
        title: What is chosen.
        choices: What there is to choose from.
        then: What is done with the value that was chosen.
        look: What is done with each value that the cursor comes to, and in the end with the
            first one, which holds now, where nothing was chosen; None for nothing.
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        then: Callable[[Any], None],
        look: Callable[[Any], None] | None = None,
    ) -> None:
        super().__init__()
        self.title = title
        self.choices = choices
        self.then = then
        self.look = look


class ListWanted(Message):
    """Several things are to be chosen, or none.

    Args:
        title: What is chosen.
        choices: What there is to choose from.
        chosen: The values that are chosen at first.
        then: What is done with the values that were chosen; they are None where it was left.
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        chosen: Collection[Any],
        then: Callable[[list[Any] | None], None],
    ) -> None:
        super().__init__()
        self.title = title
        self.choices = choices
        self.chosen = chosen
        self.then = then


class PaletteWanted(Message):
    """An action is to be chosen by what it does."""


class PlaceWanted(Message):
    """Another place is to be shown.

    Args:
        place: Which one.
        is_finding: Whether entries are to be found there.
    """

    def __init__(self, place: str, *, is_finding: bool = False) -> None:
        super().__init__()
        self.place = place
        self.is_finding = is_finding


class SettingsWanted(Message):
    """The settings are to be changed."""
