"""Review: which weeks each practice kept, over a quarter or a year."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from habits.words import long_day_words
from tui import review_sight, week_sight
from tui.actions import REVIEW
from tui.keymap import USUAL
from tui.messages import ReviewWanted
from tui.present_review import SIGNS, number_signs, week_details, weeks_text
from tui.review_look import SPANS, Look
from tui.screens.common_actions import CommonActions
from tui.widgets.bars import TitleBar
from tui.widgets.week_table import WeekTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from habits.review.practice_weeks import PracticeWeeks
    from tui.keymap import Keymap
    from tui.session import Session


class ReviewScreen(CommonActions):
    """All practices by week.

    Args:
        open_session: Returns the session.
        look: What is looked at.
        keymap: Which keys do which action.
    """

    NAME = "Review"
    GOES_BY = "review"
    ACTIONS = REVIEW
    NOTE: ClassVar[str] = SIGNS

    def __init__(
        self, open_session: Callable[[], Session], look: Look, keymap: Keymap = USUAL
    ) -> None:
        super().__init__(open_session, keymap)
        self.look = look
        self._weeks: PracticeWeeks | None = None
        self._open: tuple[str, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Return the title and the table."""
        yield TitleBar("Review", "")
        yield WeekTable(self._details)

    def on_mount(self) -> None:
        """Show the weeks."""
        self.carry_out(self.show_all)

    def show_all(self) -> None:
        """Show everything as it is now, with the cursor on the practice that it was on."""
        session, look = self.session, self.look
        self._open = self._what_is_open()
        weeks = self._weeks = review_sight.practice_weeks(session, look)
        text = weeks_text(weeks, session.practices, is_numbers=look.is_numbers)
        slugs = [row.slug for row in weeks.rows]
        self._table.show(text, slugs.index(look.practice))
        first = long_day_words(weeks.weeks[0])
        self.title_bar.show_day(f"{look.weeks} weeks · from {first}")

    def _what_is_open(self) -> tuple[str, ...]:
        """Return what is to be done about the week by now, on the days when something is."""
        told = ("week.close", "closes the week"), ("week.aim", "says what is intended for it")
        is_open = week_sight.what_is_open(self.session)
        words = [
            f"{self.key_of(key)} {what}"
            for (key, what), is_one in zip(told, is_open, strict=True)
            if is_one
        ]
        return (f"This week: {' · '.join(words)}",) if words else ()

    def _details(self) -> tuple[str, ...]:
        weeks, look = self._weeks, self.look
        if weeks is None:
            return ()
        row = weeks.rows[self._table.cursor]
        told = week_details(row, self.session.practices[row.slug].name)
        shown = self._table.weeks_shown
        fits = f"Only the latest {shown} of {look.weeks} weeks fit here."
        signs = number_signs("act") if look.is_numbers else SIGNS
        return (told, *self._open, signs, *([fits] if shown < look.weeks else []))

    def action_move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        self._go_to(self._table.cursor + by)

    def action_jump(self, to: int) -> None:
        """Move the cursor to the first practice or to the last."""
        self._go_to(to if to >= 0 else self._table.count + to)

    def on_cursor_list_chosen(self, event: WeekTable.Chosen) -> None:
        """Move the cursor to the practice that was clicked."""
        self._go_to(event.number)

    def action_open_streaks(self) -> None:
        """Look at the streaks of the practice at the cursor."""
        self.app.post_message(ReviewWanted("streaks", self.look))

    def action_look_back(self) -> None:
        """Look back on a quarter, or on a year."""
        self.app.post_message(ReviewWanted("look_back", self.look))

    def action_turn_span(self) -> None:
        """Look over another number of weeks."""
        place = SPANS.index(self.look.weeks) + 1
        self._look_at(replace(self.look, weeks=SPANS[place % len(SPANS)], back=0))

    def action_turn_back(self, by: int) -> None:
        """Look at as many weeks before these, or after them."""
        look = replace(self.look, back=self.look.back + by)
        if look.back < 0:
            self.tell("These are the latest weeks.")
        elif review_sight.is_before_all(self.session, look):
            self.tell("Nothing was logged before these weeks.")
        else:
            self._look_at(look)

    def action_turn_numbers(self) -> None:
        """Show numbers in place of signs, or signs again."""
        self._look_at(replace(self.look, is_numbers=not self.look.is_numbers))

    def _look_at(self, look: Look) -> None:
        self.look = look
        self.carry_out(self.show_all)

    def _go_to(self, number: int) -> None:
        if self._weeks is not None:
            self._table.cursor = max(min(number, self._table.count - 1), 0)
            slug = self._weeks.rows[self._table.cursor].slug
            self.look = replace(self.look, practice=slug)

    @property
    def _table(self) -> WeekTable:
        return self.query_one(WeekTable)
