"""What can be done in every place: most of it is asked of the app."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui import tasks
from tui.choice import Choice
from tui.messages import MaskTurned, PlaceWanted, SyncWanted
from tui.screens.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from tui.action import Action


class CommonActions(Place):
    """A place with the actions of `tui.actions.EVERYWHERE`, and the digits that open the line."""

    def is_what(self, wanted: PlaceWanted) -> bool:
        """Return whether it is the place that is wanted."""
        return wanted.place == self.GOES_BY

    @property
    def offered(self) -> tuple[Action, ...]:
        """All but the way to where one is."""
        here = f"go('{self.GOES_BY}')"
        return tuple(action for action in super().offered if action.call != here)

    @property
    def offers(self) -> tuple[Action, ...]:
        """What can be done here, with the practices as the user calls them."""
        told = {
            f"log.{slug}": f"Open the line for {practice.name}"
            for slug, practice in self.session.practices.items()
        }
        return tuple(
            replace(action, tooltip=told.get(action.id, action.tooltip)) for action in self.offered
        )

    async def do(self, action: Action) -> None:
        """Do something that was chosen by its name."""
        await self.call(action.call)

    def action_leave(self) -> None:
        """Leave rapport."""
        self.app.exit()

    def action_show_help(self) -> None:
        """Show what the keys do here."""
        self._help(self.NAME, self.actions, self.NOTE)

    def action_show_line_help(self) -> None:
        """Show what the keys of the line do."""
        self._help("the line", self.line_actions)

    def action_show_palette(self) -> None:
        """Choose an action by its name."""
        # Imported on need, as all that hardly any start shows.
        from tui.dialogs.palette import palette  # noqa: PLC0415

        self.app.push_screen(palette())

    def action_show_settings(self) -> None:
        """Change the settings."""
        from tui.screens.settings_menu import SettingsMenu  # noqa: PLC0415 - as above

        SettingsMenu(self.app, self, self.session).show()

    def action_go(self, place: str) -> None:
        """Go to another place."""
        self.app.post_message(PlaceWanted(place))

    def action_find(self) -> None:
        """Find entries, in the logbook."""
        self.app.post_message(PlaceWanted("logbook", is_finding=True))

    def action_mask(self) -> None:
        """Put stand-ins in place of names and texts, or show them again."""
        self.app.post_message(MaskTurned())

    def action_sync_now(self) -> None:
        """Carry what was done here to the other machines, and theirs here."""
        self.app.post_message(SyncWanted())

    def action_open_line(self, key: int) -> None:
        """Open the line for the practice with this key, with what was left in it."""
        eight = list(self.session.practices.values())
        self.write(tasks.acts.logging(self.session, eight[key - 1]))

    def _help(self, place: str, actions: tuple[Action, ...], note: str = "") -> None:
        from tui.dialogs.help import HelpDialog  # noqa: PLC0415 - as above

        self.app.push_screen(HelpDialog(place, actions, self.keymap, note))

    def action_undo(self) -> None:
        """Take back the newest act."""
        self.carry_out(self.session.undo)

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self.carry_out(self.session.redo)

    def action_follow_proposed(self) -> None:
        """Promise the follow-ups that were proposed with the last log."""
        self.carry_out(self.session.follow_proposed)

    def action_save_line(self) -> None:
        """Take the line; where it is refused it stays as it is, and the reason stands under it."""
        outcome = self._writing.save()
        self._show_keys()
        if outcome is not None:
            self.show(outcome)

    def action_complete(self, by: int) -> None:
        """Complete the word at the cursor."""
        self._writing.complete(by)

    def action_close_line(self) -> None:
        """Close the line and keep its text for the next time."""
        self._writing.leave()
        self._show_keys()

    def action_choose_move(self) -> None:
        """Choose the kind of act from a list."""
        task = self._writing.task
        if task is not None and task.moves:
            moves = [Choice(f"/{move.slug}", move.meaning, move.slug) for move in task.moves]
            self.choose("Kind of act", moves, self._writing.choose_move)

    def choose(
        self,
        title: str,
        choices: Sequence[Choice],
        then: Callable[[Any], None],
        look: Callable[[Any], None] | None = None,
        leave: Callable[[], None] | None = None,
    ) -> None:
        """Let one of several things be chosen.

        Args:
            title: What is chosen.
            choices: What there is to choose from.
            then: What is done with the value that was chosen.
            look: What is done with each value that the cursor comes to, and in the end with the
                first one, which holds now, where nothing was chosen; None for nothing.
            leave: What is done where nothing was chosen; None for nothing.
        """
        # Imported on need, as all that hardly any start shows.
        from tui.dialogs.menu import MenuDialog  # noqa: PLC0415

        def take(chosen: tuple[Any] | None) -> None:
            if chosen is not None:
                then(chosen[0])
            elif look is not None:
                look(choices[0].value)
            elif leave is not None:
                leave()

        self.app.push_screen(MenuDialog(title, choices, self.keymap, look), take)

    def preview(self, title: str, lines: Iterable[str], choices: Sequence[Choice]) -> None:
        """Show what something would come to, and let it be chosen what is done about it.

        Args:
            title: What it is about.
            lines: What it would come to.
            choices: What there is to choose from; the value of each is called.
        """
        from tui.dialogs.preview import PreviewDialog  # noqa: PLC0415 - as above

        def take(chosen: tuple[Callable[[], None]] | None) -> None:
            if chosen is not None:
                chosen[0]()

        self.untell()
        self.app.push_screen(PreviewDialog(title, lines, choices, self.keymap), take)

    def choose_several(
        self,
        title: str,
        choices: Sequence[Choice],
        chosen: Collection[Any],
        then: Callable[[list[Any] | None], None],
    ) -> None:
        """Let several things be chosen, or none.

        Args:
            title: What is chosen.
            choices: What there is to choose from.
            chosen: The values that are chosen at first.
            then: What is done with the values that were chosen; None where it was left.
        """
        from tui.dialogs.checklist import Checklist  # noqa: PLC0415 - as above

        self.app.push_screen(Checklist(title, choices, self.keymap, chosen), then)
