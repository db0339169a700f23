"""What can be done in each step of the weekly close about the line at the cursor."""

from __future__ import annotations

from abc import abstractmethod
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from habits.reviews import CloseStep
from habits.when import past_phrase
from habits.words import day_words
from tui import tasks, week_sight
from tui.screens.week_screen import WeekScreen

if TYPE_CHECKING:
    from datetime import date

    from habits.model import FollowUp, Person
    from habits.review.page_line import PageLine
    from habits.review.week_close import WeekClose

LOGGING: Final = frozenset({CloseStep.MISSED, CloseStep.SLIPS, CloseStep.CONTACT})
"""The steps in which something may be logged for another day."""

_LABELS: Final = {
    CloseStep.MISSED: "log it",
    CloseStep.STUBS: "say more",
    CloseStep.SLIPS: "log one",
    CloseStep.CONTACT: "log it",
    CloseStep.FOLLOW_UPS: "done",
    CloseStep.NOTICED: "write",
}
"""What each step asks for."""


class CloseActs(WeekScreen):
    """A place with one step of a close at a time.

    Attributes:
        step: The step; None for what the close came to.
        chosen: The day for which is logged, if one was chosen.
    """

    step: CloseStep | None = None
    chosen: date | None = None

    @property
    @abstractmethod
    def close(self) -> WeekClose:
        """The close, as it may be shown."""

    @abstractmethod
    def show_step(self, step: CloseStep | None, cursor: int = 0) -> None:
        """Show a step, or what the close came to."""

    @abstractmethod
    def say_yes(self, would_be: PageLine | None) -> None:
        """Say that there were slips, and open the line for one."""

    def act_in(self, step: CloseStep) -> None:
        """Do what a step asks for about the line at the cursor.

        Raises:
            RapportError: The mask hides what would be changed.
        """
        acts = {
            CloseStep.MISSED: self._log_missed,
            CloseStep.STUBS: self._sharpen,
            CloseStep.SLIPS: self._log_slip,
            CloseStep.CONTACT: self._log_contact,
            CloseStep.FOLLOW_UPS: self.action_finish,
            CloseStep.NOTICED: self.notice,
        }
        acts[step]()

    def action_turn_day(self, by: int) -> None:
        """Choose another day of the week for which is logged."""
        day = self.day + timedelta(days=by)
        if self.step not in LOGGING:
            self.tell("Nothing is logged in this step.")
        elif self.close.first <= day <= self.close.until:
            self.chosen = day
            self.show_step(self.step, self.list_.cursor)
        else:
            is_to_come = day > self.close.as_of
            self.tell(f"That day is {'still to come' if is_to_come else 'not of the week'}.")

    def before(self) -> str:
        """Return the beginning of a line for the day that is chosen."""
        phrase = past_phrase(self.day, self.close.as_of) if self.step in LOGGING else ""
        return f"{phrase}: " if phrase else ""

    @property
    def act_label(self) -> str:
        """What the step asks for; where that is nothing, one goes on."""
        step = self.step
        if step is None or not self.does_something:
            return "next"
        is_logged_slip = step is CloseStep.SLIPS and self.here and not self.here.move
        return "edit" if is_logged_slip else _LABELS[step]

    @property
    def day(self) -> date:
        """The day for which is logged: yesterday, as far as it is of the week, unless chosen."""
        close = self.close
        day = self.chosen or close.as_of - timedelta(days=1)
        return min(max(day, close.first), close.until)

    @property
    def people(self) -> list[Person]:
        """Who had no contact."""
        return [row.person for row in self.close.apart]

    @property
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """The follow-ups that are late or due."""
        return self.close.follow_ups

    @property
    def does_something(self) -> bool:
        """Whether the step has something to be done."""
        return self.step is CloseStep.NOTICED or bool(self.stops)

    @property
    def asides(self) -> list[str]:
        """What else there is to say of the step."""
        if self.step not in LOGGING or self.close.first == self.close.as_of:
            return []
        earlier, later = self.key_of("close.earlier"), self.key_of("close.later")
        day = day_words(self.day, self.close.as_of)
        return [f"What is logged here is dated {day}; {earlier} and {later} turn the day."]

    def notice(self) -> None:
        """Open the line for what was noticed.

        Raises:
            RefusedError: The mask hides what was noticed.
        """
        self.write(tasks.weeks.noticing(self.session, self.close))

    def _log_missed(self) -> None:
        if self.here:
            self.begin(self.session.practices[str(self.here.about)], "")

    def _sharpen(self) -> None:
        if entry := week_sight.entry_at(self.session, self.here):
            self.write(tasks.weeks.sharpening(self.session, entry, self.close))

    def _log_slip(self) -> None:
        if self.here and self.here.move:
            self.say_yes(self.here)
        elif entry := week_sight.entry_at(self.session, self.here):
            self.write(tasks.acts.mending(self.session, entry))

    def _log_contact(self) -> None:
        if self.person:
            self.meet(self.person)
