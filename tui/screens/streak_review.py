"""The streaks of a practice or a habit: its year, its runs, its score, its rhythm, its entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from habits import service
from tui import review_sight
from tui.actions import STREAKS
from tui.keymap import USUAL
from tui.messages import ReviewWanted
from tui.present_review import SIGNS
from tui.present_streaks import streak_details
from tui.review_look import VIEWS
from tui.screens.balance_view import BalanceView
from tui.screens.entries_view import EntriesView
from tui.screens.find_actions import BREATH
from tui.screens.review_views import RhythmView, RunsView, ScoreView, YearView
from tui.screens.view_place import ViewPlace
from tui.widgets.bars import TitleBar
from tui.widgets.view_bar import ViewBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from textual.widget import Widget

    from habits.review.streak_review import StreakReview
    from tui.keymap import Keymap
    from tui.review_look import Look
    from tui.screens.review_view import View
    from tui.session import Session


class StreakReviewScreen(ViewPlace):
    """A practice as a whole, or one of its habits, looked back on.

    Args:
        open_session: Returns the session.
        look: What is looked at, and in which view.
        keymap: Which keys do which action.
    """

    NAME = "its streaks"
    GOES_BY = "streaks"
    ACTIONS = STREAKS
    NOTE: ClassVar[str] = SIGNS

    review: StreakReview

    def __init__(
        self, open_session: Callable[[], Session], look: Look, keymap: Keymap = USUAL
    ) -> None:
        super().__init__(open_session, keymap)
        self.look = look
        views = (YearView, RunsView, ScoreView, RhythmView, BalanceView, EntriesView)
        self._views: dict[str, View] = {each.NAME: each(self) for each in views}

    def body(self) -> Iterable[Widget]:
        """Return the title, the names of the views, and what draws the one that is turned to."""
        yield TitleBar("", "")
        yield ViewBar(VIEWS)
        yield self.view.widget

    def on_mount(self) -> None:
        """Show what is looked at."""
        self.carry_out(self.show_all)

    def show_all(self) -> None:
        """Show everything as it is now; where the habit is gone, its practice as a whole."""
        if self.look.habit not in self._turns:
            self.look = replace(self.look, habit=None)
        self.review = review_sight.streak_review(self.session, self.look)
        self._show()

    def _show(self) -> None:
        """Show what was reckoned, in the view that is turned to."""
        review, view = self.review, self.view
        self.bring_in(view.widget)
        self.query_one(ViewBar).show(view.NAME)
        self.title_bar.show_place(f"Review · {review_sight.name_of(self.session, self.look)}")
        streak = streak_details(review)[0]
        self.title_bar.show_day(" · ".join(filter(None, [str(review.heat.year), streak])))
        view.show()

    def look_at(self, look: Look) -> None:
        """Look at something else, and reckon anew only where that is asked for."""
        before, self.look = self.look, look
        is_same = (look.practice, look.habit) == (before.practice, before.habit)
        if is_same and review_sight.day_of(self.session, look).year == self.review.heat.year:
            self._show()
        else:
            self.show_all()

    def open_entries(self, look: Look) -> None:
        """Show the entries of the day that is looked at."""
        self.app.post_message(ReviewWanted("reviewed", replace(look, behind=self.GOES_BY)))

    def do_later(self, act: Callable[[], None]) -> None:
        """Do something once the keys that wait have had their turn."""
        self.set_timer(BREATH, lambda: self.carry_out(act))

    def action_turn_view(self, by: int) -> None:
        """Go to the next view, or to the one before."""
        place = VIEWS.index(self.look.view) + by
        self._carry(replace(self.look, view=VIEWS[place % len(VIEWS)]))

    def action_step(self, by: int) -> None:
        """Move the cursor to the side."""
        self.carry_out(lambda: self.view.step(by))

    def action_turn_year(self, by: int) -> None:
        """Look at the same day of another year, or at today where that is to come."""
        today = self.session.workspace.today
        day = review_sight.day_in_year(self.session, self.look, by)
        years = service.years_of(self.session.workspace)
        if day.year not in years:
            first = f"Nothing was logged before {years.start}."
            self.tell(first if by < 0 else "The next year is still to come.")
        else:
            self._carry(replace(self.look, day=min(day, today)))

    def action_turn_habit(self) -> None:
        """Look at the practice as a whole, or at its habits in turn."""
        turns = self._turns
        habit = turns[(turns.index(self.look.habit) + 1) % len(turns)]
        self._carry(replace(self.look, habit=habit))

    def action_turn_numbers(self) -> None:
        """Show numbers in place of pictures, or pictures again."""
        self._carry(replace(self.look, is_numbers=not self.look.is_numbers))

    def _carry(self, look: Look) -> None:
        self.carry_out(lambda: self.look_at(look))

    @property
    def _turns(self) -> list[UUID | None]:
        """What can be looked at: the practice as a whole, and its habits."""
        return [None, *review_sight.habits_of(self.session, self.look.practice)]

    @property
    def view(self) -> View:
        """The view that is turned to."""
        return self._views[self.look.view]
