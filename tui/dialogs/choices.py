"""Lists to choose from: what the menu and the checklist have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypeVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from tui.dialogs.help import HelpDialog
from tui.key_names import told_keys
from tui.keymap import remapped
from tui.text import cells, content, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content
    from textual.widget import Widget

    from tui.action import Action
    from tui.choice import Choice
    from tui.keymap import Keymap

_LABEL_CELLS: Final = 36
"""How wide the widest label is."""

_DETAIL_CELLS: Final = 60

Result = TypeVar("Result")


class ShortOptions(OptionList, inherit_bindings=False):
    """A list that leaves keys to its dialog, so that what it tells of was clicked."""


class Options(ShortOptions):
    """A list that may be longer than the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("pageup", "page_up"),
        ("pagedown", "page_down"),
    ]


class ChoicesDialog(ModalScreen[Result]):
    """A dialog that is a list of choices.

    Args:
        title: What is chosen.
        choices: What there is to choose from.
        keymap: Which keys do which action.
    """

    DEFAULT_CSS = """
    ChoicesDialog {
        align: center middle;
        background: transparent;
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
            max-height: 70vh;
            border: none;
            padding: 0;
            background: $surface;
            scrollbar-size-vertical: 1;
            &:focus { border: none; background-tint: transparent; }
        }
        & Static { width: auto; max-width: 100%; height: auto; color: $text-muted; }
    }
    """
    NAME: ClassVar[str]
    """What such a dialog is called."""

    ACTIONS: ClassVar[tuple[Action, ...]]
    """What can be done in it."""

    LIST: ClassVar[type[ShortOptions]] = Options
    """What the choices stand in."""

    def __init__(self, title: str, choices: Sequence[Choice], keymap: Keymap) -> None:
        super().__init__()
        self._actions = remapped(self.ACTIONS, keymap)
        self._keymap = keymap
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Make the list."""
        with Vertical() as box:
            box.border_title = content(self._title)
            yield from self.above()
            yield self.LIST(*map(self.line, self._choices))
            yield Static(self._keys())

    def above(self) -> Iterable[Widget]:
        """Return what stands above the list."""
        return ()

    def _keys(self) -> Content:
        """Return the keys that matter, each with what it does."""
        told = told_keys(self._actions)
        return content(*(part for key, what in told for part in ((key, "$primary"), f" {what}  ")))

    def line(self, choice: Choice) -> Content:
        """Return a choice on one line: its label, and what it means."""
        return content(*self.parts(choice))

    def parts(self, choice: Choice) -> list[tuple[str, str] | str]:
        """Return the pieces of a choice's line; the labels of all are as wide.

        None has a colour of its own, which might be that of the cursor's ground.
        """
        widest = max(min(cells(each.label), _LABEL_CELLS) for each in self._choices)
        label = shortened(choice.label, _LABEL_CELLS)
        gap = " " * (widest - cells(label) + 2)
        return [(label, "bold"), gap, shortened(choice.detail, _DETAIL_CELLS)]

    def action_move(self, by: int) -> None:
        """Move the cursor."""
        if by > 0:
            self.list_.action_cursor_down()
        else:
            self.list_.action_cursor_up()

    def action_jump(self, to: int) -> None:
        """Move the cursor to the first line or to the last."""
        if to < 0:
            self.list_.action_last()
        else:
            self.list_.action_first()

    def action_show_help(self) -> None:
        """Show what the keys do here."""
        self.app.push_screen(HelpDialog(self.NAME, self._actions, self._keymap))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.close(None)

    def close(self, result: Result | None) -> None:
        """Close it with what was chosen; a click and a key at once close it once."""
        if self.is_current:
            self.dismiss(result)

    def tell(self, message: str) -> None:
        """Tell something under the list."""
        self.query_one("Vertical > Static", Static).update(content((message, "$text-warning")))

    @property
    def at_cursor(self) -> int | None:
        """The number of the choice that the cursor is on; None where it is on none."""
        return self.list_.highlighted

    @property
    def list_(self) -> OptionList:
        """The list."""
        return self.query_one(OptionList)
