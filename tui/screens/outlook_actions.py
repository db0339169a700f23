"""What can be done about what lies ahead: the follow-up at the cursor, and the north star."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from habits import service
from habits.deeds import DONE
from tui import tasks
from tui.screens.common_actions import CommonActions

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from tui.session import Session
    from tui.task import Task


class FollowActions(CommonActions):
    """The actions on follow-ups, for a place that has a cursor on one."""

    @property
    @abstractmethod
    def follow_up(self) -> UUID | None:
        """The id of the follow-up at the cursor; None where there is none."""

    @property
    def why_no_follow_up(self) -> str:
        """Why there is no follow-up at the cursor."""
        return "There is no follow-up here."

    def action_follow_up(self) -> None:
        """Promise a follow-up."""
        self.write(tasks.outlook.following_up(self.session))

    def action_finish(self) -> None:
        """Mark the follow-up at the cursor as done."""
        key, session = self.follow_up, self.session
        if key is None:
            self.tell(self.why_no_follow_up, "warning")
            return
        self.carry_out(
            lambda: session.outcome(service.finish_follow_up(session.workspace, key), DONE)
        )

    def action_move_due(self) -> None:
        """Move the follow-up at the cursor to another day."""
        self._open_for_it(tasks.outlook.moving)

    def action_reword(self) -> None:
        """Say the follow-up at the cursor otherwise."""
        self._open_for_it(tasks.outlook.rewording)

    def _open_for_it(self, task: Callable[[Session, UUID], Task]) -> None:
        if (key := self.follow_up) is None:
            self.tell(self.why_no_follow_up, "warning")
        else:
            self.write(task(self.session, key))


class StarActions(CommonActions):
    """The actions on the north star."""

    def action_set_star(self) -> None:
        """Set the north star."""
        self.write(tasks.outlook.star(self.session))

    def action_show_stars(self) -> None:
        """Show the north stars with the days they held; one that is chosen may be set again."""
        session = self.session
        choices = tasks.outlook.stars(session)
        if choices:
            self.choose(
                "North stars", choices, lambda text: self.write(tasks.outlook.star(session, text))
            )
        else:
            self.tell(f"There is no north star yet. {self.key_of('star.set')} sets one.")
