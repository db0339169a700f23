"""The menu: one of several things is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from tui.actions import MENU, bindings
from tui.dialogs.choices import CHOICES_CSS, choice_line
from tui.text import content

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.choice import Choice


class MenuDialog(ModalScreen[Any]):
    """Things to choose from, each with what it means.

    Args:
        title: What is chosen.
        choices: What there is to choose from.
        look: What is done with each value that the cursor comes to; None for nothing.
    """

    DEFAULT_CSS = CHOICES_CSS.format(name="MenuDialog")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MENU)]

    def __init__(
        self, title: str, choices: Sequence[Choice], look: Callable[[Any], None] | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical() as box:
            box.border_title = content(self._title).markup
            yield OptionList(*(choice_line(each, self._choices) for each in self._choices))
            yield Static()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        self._take(event.option_index)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what choosing this would come to."""
        if self._look is not None:
            self._look(self._choices[event.option_index].value)

    def action_choose(self) -> None:
        """Choose what the cursor is on."""
        highlighted = self._list.highlighted
        if highlighted is not None:
            self._take(highlighted)

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        if by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss()

    def _take(self, number: int) -> None:
        choice = self._choices[number]
        if choice.why_not:
            self.query_one(Static).update(content((choice.why_not, "$text-warning")))
        else:
            self.dismiss((choice.value,))

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)
