"""The weekly close: a page for each step, each answer kept at once, and what it came to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from habits import service
from habits.review.close_pages import done_lines
from habits.review.close_words import CLOSED, TITLES, week_words
from habits.reviews import CloseStep
from tui import week_sight
from tui.action import labelled
from tui.actions import CLOSE
from tui.keymap import USUAL
from tui.messages import ReviewWanted
from tui.present_week import close_rows, done_rows
from tui.screens.close_acts import LOGGING, CloseActs

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.review.close_pages import ClosePage
    from habits.review.page_line import PageLine
    from habits.review.week_close import WeekClose
    from tui.action import Action
    from tui.keymap import Keymap
    from tui.outcome import Outcome
    from tui.review_look import Look
    from tui.session import Session

_STEPS: Final = tuple(CloseStep)
_SAID: Final = frozenset({CloseStep.SLIPS, CloseStep.NOTICED})
"""The steps that want an answer; the others are only gone through."""

_ONLY_IN: Final = {
    "close.yes": {CloseStep.SLIPS},
    "close.no": {CloseStep.SLIPS},
    "close.earlier": LOGGING,
    "close.later": LOGGING,
    "follow.done": {CloseStep.FOLLOW_UPS},
    "follow.move": {CloseStep.FOLLOW_UPS},
}
"""Which actions only some steps have."""


class WeekCloseScreen(CloseActs):
    """The close of a week, at the step that it was left at.

    Args:
        open_session: Returns the session.
        look: A day in the week, none for the running one, and from where one came.
        keymap: Which keys do which action.
    """

    NAME = "the close"
    GOES_BY = "close"
    ACTIONS = CLOSE

    def __init__(
        self, open_session: Callable[[], Session], look: Look, keymap: Keymap = USUAL
    ) -> None:
        super().__init__(open_session, keymap)
        self._look = look
        self._close: WeekClose | None = None
        self._pages: dict[CloseStep, ClosePage] = {}

    def show_all(self) -> None:
        """Show the week as it is now, at the step that one was at, or that was opened again."""
        before, after = self._close, week_sight.week_close(self.session, self._look.day)
        self._close = after
        self._pages = {page.step: page for page in week_sight.pages(self.session, after)}
        step = _step_after(self.step, before, after)
        self.show_step(step, self.list_.cursor if step is self.step else 0)

    def show_step(self, step: CloseStep | None, cursor: int = 0) -> None:
        """Show a step, or what the close came to."""
        self.step = step
        page = self._page
        if page is None:
            again, back = self.key_of("close.again"), self.key_of("close.back")
            asides = [f"{again} opens the week again, {back} goes back to Review."]
            rows = done_rows(CLOSED, done_lines(self.close), asides)
        else:
            rows = close_rows(page, self.asides)
        self.title_bar.show_place(f"Weekly close {page.number if page else 'done'}")
        self.title_bar.show_day(week_words(self.close.first, self.close.last))
        self.list_.show(rows, cursor)
        self._show_keys()

    @property
    def close(self) -> WeekClose:
        """The close, as it may be shown.

        Raises:
            RapportError: It cannot be read.
        """
        return self._close or week_sight.week_close(self.session, self._look.day)

    @property
    def offered(self) -> tuple[Action, ...]:
        """What the step offers."""
        step, is_ended = self.step, bool(self._close and self._close.ended)
        missing = {each for each, steps in _ONLY_IN.items() if step not in steps}
        missing |= {"close.act", "close.next"} if step is None else set()
        missing |= set() if is_ended else {"close.again"}
        left_out = dict.fromkeys(missing, "")
        return labelled(super().offered, left_out | ({"close.back": "back"} if is_ended else {}))

    def action_act(self) -> None:
        """Do what the step asks for about the line at the cursor; where that is nothing, go on."""
        if self.step is None or not self.does_something:
            self.action_turn(1)
        else:
            self.carry_out(partial(self.act_in, self.step))

    def action_turn(self, by: int) -> None:
        """Go to the next step, by which this one was looked at, or to the one before."""
        step, close = self.step, self.close
        if by > 0 and step is CloseStep.NOTICED and not close.ended:
            self.carry_out(self.notice)
        elif by > 0 and step and step not in _SAID and not close.ended:
            self.carry_out(lambda: self._go_on(step))
        else:
            self._turn(by)

    def action_say_yes(self) -> None:
        """Say that there were slips, and open the line for one."""
        if self._is_at_slips():
            would_be = [line for line in self.stops if line.move]
            here = self.here if self.here in would_be else next(iter(would_be), None)
            self.carry_out(lambda: self.say_yes(here))

    def action_say_no(self) -> None:
        """Say that there were no slips, and go on."""
        if self._is_at_slips():
            self.carry_out(self._say_no)

    def action_open_again(self) -> None:
        """Open the week again, from its first step."""
        self.carry_out(self._open_again)

    def action_turn_week(self, by: int) -> None:
        """Open the close of the week before, or of the week after."""

        def turn() -> None:
            day = week_sight.turned(self.session, self.close, by)
            self._look, self.chosen = replace(self._look, day=day), None
            self.show_all()

        self.carry_out(turn)

    def action_leave_close(self) -> None:
        """Go back to where one came from, or to Review."""
        place = "look_back" if self._look.behind == "look_back" else "review"
        self.app.post_message(ReviewWanted(place, replace(self._look, day=None)))

    @property
    def stops(self) -> list[PageLine]:
        """The lines of the step about which something can be done."""
        page = self._page
        return [line for line in page.lines if line.about is not None] if page else []

    @property
    def _page(self) -> ClosePage | None:
        return self._pages.get(self.step) if self.step else None

    def say_yes(self, would_be: PageLine | None) -> None:
        """Say that there were slips, and open the line for one."""
        self._say("yes")
        if would_be:
            self.begin(self.session.practices[str(would_be.about)], f"/{would_be.move} ")

    def _open_again(self) -> Outcome:
        outcome = self.session.outcome(
            service.reopen_close(self.session.workspace, self.close.first), "Changed"
        )
        self.show_all()
        self.show_step(self.close.step)
        return outcome

    def _say_no(self) -> None:
        self._say("no")
        self._turn(1)

    def _say(self, slipped: str) -> None:
        """Answer whether there were slips, unless that was said already."""
        if self._pages[CloseStep.SLIPS].answer != slipped:
            self._answer(CloseStep.SLIPS, slipped)

    def _answer(self, step: CloseStep, said: str = "") -> None:
        """Keep an answer; what it says is seen, and so not told."""
        home, week = self.session.workspace, self.close.first
        self.session.outcome(service.answer_close(home, step, said, week))
        self.show_all()

    def _go_on(self, step: CloseStep) -> None:
        if not self.close.answered(step):
            self._answer(step)
        self._turn(1)

    def _turn(self, by: int) -> None:
        places = [*_STEPS, *([None] if self.close.ended else [])]
        place = places.index(self.step) + by
        if 0 <= place < len(places):
            self.show_step(places[place])

    def _is_at_slips(self) -> bool:
        """Return whether the step is the one that is answered yes or no; where not, tell it."""
        is_there = self.step is CloseStep.SLIPS
        if not is_there:
            self.tell(f"Yes and no answer another step: {TITLES[CloseStep.SLIPS]}.")
        return is_there


def _step_after(
    step: CloseStep | None, before: WeekClose | None, after: WeekClose
) -> CloseStep | None:
    """Return at which step to be: the same one, unless the week changed, ended or was opened."""
    if before is None or before.first != after.first:
        return after.step
    opened = (each for each in _STEPS if before.answered(each) and not after.answered(each))
    ends = after.ended is not None and before.ended is None
    return None if ends else next(opened, step)
