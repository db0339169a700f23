"""The checklist: several things are chosen, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from tui.actions import CHECKLIST, bindings
from tui.dialogs.choices import CHOICES_CSS, choice_line
from tui.text import content

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from tui.choice import Choice


class Checklist(ModalScreen[list[Any]]):
    """Things to choose from, each chosen or not.

    Args:
        title: What is chosen.
        choices: What there is to choose from.
        chosen: The values that are chosen at first.
    """

    DEFAULT_CSS = CHOICES_CSS.format(name="Checklist")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(CHECKLIST)]

    def __init__(self, title: str, choices: Sequence[Choice], chosen: Collection[Any]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._chosen = {choice.value for choice in choices if choice.value in chosen}

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical() as box:
            box.border_title = content(self._title).markup
            yield OptionList(*(self._line(each) for each in self._choices))
            yield Static(content("space chooses · enter takes these · esc leaves all as it was"))

    def on_option_list_option_selected(self) -> None:
        """Take what is chosen."""
        self.action_take()

    def action_take(self) -> None:
        """Take what is chosen."""
        self.dismiss([each.value for each in self._choices if each.value in self._chosen])

    def action_choose(self) -> None:
        """Choose what the cursor is on, or no longer."""
        number = self._list.highlighted
        if number is not None:
            choice = self._choices[number]
            self._chosen ^= {choice.value}
            self._list.replace_option_prompt_at_index(number, self._line(choice))

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        if by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_leave(self) -> None:
        """Leave everything as it was."""
        self.dismiss()

    def _line(self, choice: Choice) -> Content:
        mark = "■" if choice.value in self._chosen else "□"
        return choice_line(choice, self._choices, mark)

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)
