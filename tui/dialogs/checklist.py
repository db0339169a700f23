"""The checklist: several things are chosen, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tui.action import bindings
from tui.actions import CHECKLIST
from tui.dialogs.choices import ChoicesDialog

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.binding import BindingType
    from textual.widgets import OptionList

    from tui.choice import Choice
    from tui.keymap import Keymap


class Checklist(ChoicesDialog[list[Any]]):
    """Things to choose from, each chosen or not.

    Args:
        title: What is chosen.
        choices: What there is to choose from.
        keymap: Which keys do which action.
        chosen: The values that are chosen at first.
    """

    NAME = "a list"
    ACTIONS = CHECKLIST
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHECKLIST)]

    def __init__(
        self, title: str, choices: Sequence[Choice], keymap: Keymap, chosen: Collection[Any]
    ) -> None:
        super().__init__(title, choices, keymap)
        self._chosen = {choice.value for choice in choices if choice.value in chosen}

    def parts(self, choice: Choice) -> list[tuple[str, str] | str]:
        """Return the pieces of a choice's line, behind a sign for whether it is chosen."""
        mark = "■" if choice.value in self._chosen else "□"
        return [f"{mark} ", *super().parts(choice)]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked, or no longer."""
        self._toggle(event.option_index)

    def action_take(self) -> None:
        """Take what is chosen."""
        self.close([each.value for each in self._choices if each.value in self._chosen])

    def action_choose(self) -> None:
        """Choose what the cursor is on, or no longer."""
        if self.at_cursor is not None:
            self._toggle(self.at_cursor)

    def _toggle(self, number: int) -> None:
        choice = self._choices[number]
        self._chosen ^= {choice.value}
        self.list_.replace_option_prompt_at_index(number, self.line(choice))
