"""The menu: one of several things is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.actions import MENU, bindings
from tui.text import content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.choice import Choice

_GAP = 2


class MenuDialog(ModalScreen[Any]):
    """Things to choose from, each with what it means.

    Args:
        title: What is chosen.
        choices: What there is to choose from.
    """

    DEFAULT_CSS = """
    MenuDialog {
        align: center middle;
        & Vertical {
            width: auto;
            max-width: 100%;
            height: auto;
            max-height: 100%;
            padding: 0 1;
            border: round $primary;
            background: $surface;
        }
        & OptionList {
            width: auto;
            max-width: 100%;
            height: auto;
            max-height: 16;
            border: none;
            padding: 0;
            background: $surface;
        }
        & OptionList:focus { border: none; }
        & Static { width: auto; max-width: 100%; height: auto; color: $text-warning; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(MENU)]

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical() as box:
            box.border_title = content(self._title).markup
            labels = max((len(choice.label) for choice in self._choices), default=0)
            yield OptionList(
                *(
                    Option(content((f"{each.label:{labels + _GAP}}", "$primary"), each.detail))
                    for each in self._choices
                )
            )
            yield Static()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        self._take(event.option_index)

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
            self.query_one(Static).update(content(choice.why_not))
        else:
            self.dismiss((choice.value,))

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)
