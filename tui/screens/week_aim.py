"""The Monday aim: what the week has before it, and what is intended for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits import service
from habits.errors import RefusedError
from habits.review.close_words import week_words
from tui import tasks, week_sight
from tui.actions import AIM
from tui.keymap import USUAL
from tui.present_week import aim_rows
from tui.screens.looking_back import LookingBack
from tui.screens.week_screen import WeekScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.model import FollowUp, Person
    from habits.review.aim import Aim
    from habits.review.page_line import PageLine
    from habits.today import HabitRow
    from tui.keymap import Keymap
    from tui.outcome import Outcome
    from tui.session import Session


class WeekAimScreen(LookingBack, WeekScreen):
    """What the running week has before it, and up to three intentions.

    Args:
        open_session: Returns the session.
        keymap: Which keys do which action.
    """

    NAME = "the aim"
    GOES_BY = "aim"
    ACTIONS = AIM

    def __init__(self, open_session: Callable[[], Session], keymap: Keymap = USUAL) -> None:
        super().__init__(open_session, keymap)
        self._aim: Aim | None = None
        self._stops: list[PageLine] = []

    def show_known(self) -> bool:
        """Show what is known until now, and return whether that is all."""
        here = self.here
        aim = self._aim = week_sight.aim(self.session)
        parts = week_sight.parts(self.session, aim)
        self._stops = [line for part in parts for line in part.lines if line.about is not None]
        known = [line.about for line in self._stops]
        again = here is not None and here.about in known
        number = known.index(here.about) if here and again else self.list_.cursor
        self.title_bar.show_place("Aim of the week")
        self.title_bar.show_day(week_words(aim.first, aim.last))
        self.list_.show(aim_rows(parts), number)
        self._show_keys()
        return aim.is_whole

    def action_act(self) -> None:
        """Do what the line at the cursor tells of."""
        here = self.here
        if here is None:
            self.tell("Nothing is to be done here.")
        elif self.follow_up is not None:
            self.action_finish()
        elif self.person is not None:
            self.meet(self.person)
        elif isinstance(here.about, int):
            self._intend(here.about)
        elif habit := self._habit:
            self.begin(self.session.practices[habit.habit.practice], self._beginning(habit))

    def action_intend(self) -> None:
        """Intend something besides."""
        self._intend(len(service.intentions(self.session.workspace)))

    def action_drop(self) -> None:
        """Take what is intended out."""
        self.carry_out(self._drop)

    @property
    def act_label(self) -> str:
        """What the line at the cursor is good for."""
        if self.follow_up is not None:
            return "done"
        is_intended = self.here is not None and isinstance(self.here.about, int)
        return "write" if is_intended else "log it"

    @property
    def stops(self) -> list[PageLine]:
        """The lines about which something can be done."""
        return self._stops

    @property
    def people(self) -> list[Person]:
        """Who was without contact for longest."""
        return [each.row.person for each in self._aim.longest] if self._aim else []

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The follow-ups that are late or due in the week."""
        return self._aim.follow_ups if self._aim else ()

    @property
    def _habit(self) -> HabitRow | None:
        about, closing = (
            self.here.about if self.here else None,
            self._aim.closing if self._aim else (),
        )
        return next((each for each in closing if each.habit.id == about), None)

    def _beginning(self, row: HabitRow) -> str:
        line = self.session.bare_line(row.habit)
        return f"{line} " if line and not row.habit.each_person else line

    def _intend(self, number: int) -> None:
        self.carry_out(lambda: self.write(tasks.weeks.intending(self.session, number)))

    def _drop(self) -> Outcome:
        about = self.here.about if self.here else None
        if not isinstance(about, int) or not service.intentions(self.session.workspace):
            message = "That is no intention. What is intended stands last."
            raise RefusedError(message)
        return tasks.weeks.without(self.session, about)
