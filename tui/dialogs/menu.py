"""The menu: one of several things is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tui.action import bindings
from tui.actions import MENU
from tui.dialogs.choices import ChoicesDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.binding import BindingType
    from textual.widgets import OptionList

    from tui.action import Action
    from tui.choice import Choice
    from tui.keymap import Keymap


class MenuDialog(ChoicesDialog[Any]):
    """Things to choose from, each with what it means; the one chosen is returned in a tuple.

    Args:
        title: What is chosen.
        choices: What there is to choose from.
        keymap: Which keys do which action.
        look: What is done with each value that the cursor comes to; None for nothing.
    """

    NAME = "a menu"
    ACTIONS: ClassVar[tuple[Action, ...]] = MENU
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MENU)]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        keymap: Keymap,
        look: Callable[[Any], None] | None = None,
    ) -> None:
        super().__init__(title, choices, keymap)
        self._look = look

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        self._take(event.option_index)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what choosing this would come to."""
        if self._look is not None:
            self._look(self._choices[event.option_index].value)

    def action_choose(self) -> None:
        """Choose what the cursor is on."""
        if self.at_cursor is not None:
            self._take(self.at_cursor)

    def _take(self, number: int) -> None:
        choice = self._choices[number]
        if choice.why_not:
            self.tell(choice.why_not)
        else:
            self.close((choice.value,))
