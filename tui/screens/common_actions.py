"""What can be done in every place: most of it is asked of the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from tui.actions import EVERYWHERE, LINE
from tui.keymap import remapped
from tui.messages import HelpWanted, MaskTurned, PaletteWanted, PlaceWanted, SettingsWanted
from tui.tasks import acts

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App
    from textual.message import Message

    from tui.actions import Action
    from tui.keymap import Keymap
    from tui.outcome import Outcome
    from tui.session import Session
    from tui.task import Task


class CommonActions:
    """The actions of `tui.actions.EVERYWHERE`, and the digits that open the line."""

    NAME: ClassVar[str]
    """What the place is called."""

    ACTIONS: ClassVar[tuple[Action, ...]] = EVERYWHERE
    """What can be done in it while the line is closed."""

    if TYPE_CHECKING:
        app: App[Any]
        keymap: Keymap

        @property
        def actions(self) -> tuple[Action, ...]:
            """As every place has them."""

        @property
        def session(self) -> Session:
            """As every place has it."""

        def post_message(self, message: Message) -> bool:
            """As every widget does."""

        def write(self, task: Task) -> None:
            """As every place does."""

        def carry_out(self, act: Callable[[], Outcome | None]) -> None:
            """As every place does."""

    def action_leave(self) -> None:
        """Leave rapport."""
        self.app.exit()

    def action_show_help(self) -> None:
        """Show what the keys do here."""
        self.post_message(HelpWanted(self.NAME, self.actions))

    def action_show_line_help(self) -> None:
        """Show what the keys of the line do."""
        self.post_message(HelpWanted("the line", remapped(LINE, self.keymap)))

    def action_show_palette(self) -> None:
        """Choose an action by its name."""
        self.post_message(PaletteWanted())

    def action_show_settings(self) -> None:
        """Change the settings."""
        self.post_message(SettingsWanted())

    def action_go(self, place: str) -> None:
        """Go to another place."""
        self.post_message(PlaceWanted(place))

    def action_find(self) -> None:
        """Find entries, in the logbook."""
        self.post_message(PlaceWanted("logbook", is_finding=True))

    def action_mask(self) -> None:
        """Put stand-ins in place of names and texts, or show them again."""
        self.post_message(MaskTurned())

    def action_open_line(self, key: int) -> None:
        """Open the line for the practice with this key, with what was left in it."""
        eight = list(self.session.practices.values())
        self.write(acts.logging(self.session, eight[key - 1]))

    def action_undo(self) -> None:
        """Take back the newest act."""
        self.carry_out(self.session.undo)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self.carry_out(self.session.redo)
