"""The views that are pictures: the year, the runs, the score, weekdays and months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from habits import service
from habits.errors import RefusedError
from tui import review_sight
from tui.present_review import day_details, heat_signs, heat_text, number_signs
from tui.present_streaks import (
    SCORE,
    act_word,
    chart_points,
    rhythm_lines,
    run_lines,
    score_details,
    score_lines,
    streak_details,
)
from tui.screens.bar_view import BarView
from tui.screens.review_view import View
from tui.widgets.bar_list import BarList
from tui.widgets.heat_grid import HeatGrid
from tui.widgets.score_chart import ScoreChart

if TYPE_CHECKING:
    from habits.review.score_line import ScorePoint
    from tui.screens.review_view import Looking
    from tui.widgets.cursor_list import CursorList

_WEEK: Final = 7
_MONTH: Final = 28


class YearView(View):
    """A year as a heat map."""

    NAME = "year"

    def __init__(self, place: Looking) -> None:
        super().__init__(place)
        self._grid = HeatGrid(self._details)
        self._said: tuple[str, ...] = ()

    @property
    def widget(self) -> CursorList:
        """The grid."""
        return self._grid

    @property
    def count(self) -> int:
        """How many days are shown."""
        return len(self.place.review.heat.days)

    def show(self) -> None:
        """Show the year, with the cursor on the day that is looked at."""
        heat = self.place.review.heat
        text = heat_text(heat, is_numbers=self.place.look.is_numbers)
        self._said = review_sight.said_on(self.place.session, self.place.look)
        self._grid.show(text, (self.day - heat.first).days)

    def go_to(self, number: int) -> None:
        """Move the cursor, into another year too, but not beyond today or before the first one."""
        session, heat = self.place.session, self.place.review.heat
        first = date(service.years_of(session.workspace).start, 1, 1)
        wanted = heat.first + timedelta(days=number)
        day = max(min(wanted, session.workspace.today), first)
        self.place.look_at(replace(self.place.look, day=day))

    def step(self, by: int) -> None:
        """Move the cursor by weeks."""
        self.move(_WEEK * by)

    def page(self, by: int) -> None:
        """Move the cursor by four weeks."""
        self.move(_MONTH * by)

    def jump(self, to: int) -> None:
        """Move the cursor to the first day of the year, or to the last one up to today."""
        heat = self.place.review.heat
        day = date(heat.year, 1, 1) if to >= 0 else date(heat.year, 12, 31)
        self.go_to((day - heat.first).days)

    def open(self) -> None:
        """Show the entries of the day."""
        self.place.open_entries(replace(self.place.look, day=self.day, at=None))

    def _details(self) -> tuple[str, ...]:
        review = self.place.review
        unit, is_numbers = act_word(review), self.place.look.is_numbers
        told = day_details(review.heat.days[self._grid.cursor], unit)
        signs = number_signs(unit) if is_numbers else heat_signs(review.heat.most)
        return (told, signs, *self._said)


class RunsView(BarView, View):
    """The runs of kept periods, the newest first."""

    NAME = "runs"

    def __init__(self, place: Looking) -> None:
        super().__init__(place)
        self._list = BarList(
            lambda: streak_details(self.place.review), lambda: "No period was kept yet."
        )

    def show(self) -> None:
        """Show the runs."""
        lines = run_lines(self.place.review, is_numbers=self.place.look.is_numbers)
        self._list.show(lines, self._list.cursor)

    def open(self) -> None:
        """Look at the year in which the run ended."""
        if not self.count:
            message = "There is no run yet."
            raise RefusedError(message)
        self.show_day(self.place.review.runs[self._list.cursor].last)


class ScoreView(View):
    """The score over time."""

    NAME = "score"

    def __init__(self, place: Looking) -> None:
        super().__init__(place)
        self._chart = ScoreChart(self._details)
        self._list = BarList(self._details, lambda: "No period was judged yet.")
        self._cursor: int | None = None

    @property
    def widget(self) -> CursorList:
        """The chart, or its numbers."""
        return self._list if self.place.look.is_numbers else self._chart

    @property
    def count(self) -> int:
        """How many periods were judged."""
        return len(self.place.review.scores)

    @property
    def page_size(self) -> int:
        """How many periods are in sight."""
        return self._list.page if self.place.look.is_numbers else self._chart.page

    def show(self) -> None:
        """Show the score, with the cursor on the last period unless it was moved."""
        scores = self.place.review.scores
        if self.place.look.is_numbers:
            self._list.show(score_lines(scores), self.count - 1 - self._number)
        else:
            self._chart.show(chart_points(scores), self._number)

    def go_to(self, number: int) -> None:
        """Move the cursor; the numbers stand the other way round."""
        number = max(min(number, self.count - 1), 0)
        self._cursor = self.count - 1 - number if self.place.look.is_numbers else number
        self.widget.cursor = number

    def open(self) -> None:
        """Look at the year in which the period was judged."""
        point = self._point
        if point is None:
            message = "No period was judged yet."
            raise RefusedError(message)
        self.show_day(point.date)

    def _details(self) -> tuple[str, ...]:
        point, review = self._point, self.place.review
        return () if point is None else (score_details(point), review.score_words, SCORE)

    @property
    def _number(self) -> int:
        last = max(self.count - 1, 0)
        return last if self._cursor is None else min(self._cursor, last)

    @property
    def _point(self) -> ScorePoint | None:
        return self.place.review.scores[self._number] if self.count else None


class RhythmView(BarView, View):
    """A year by weekday and by month."""

    NAME = "rhythm"

    def __init__(self, place: Looking) -> None:
        super().__init__(place)
        self._list = BarList(lambda: streak_details(self.place.review), lambda: "")

    def show(self) -> None:
        """Show the weekdays and the months."""
        lines = rhythm_lines(self.place.review, is_numbers=self.place.look.is_numbers)
        self._list.show(lines, self._list.cursor)

    def open(self) -> None:
        """Look at the month in its year."""
        review = self.place.review
        number = self._list.cursor - len(review.weekdays)
        if number < 0:
            message = "A weekday has no days of its own to show. A month has."
            raise RefusedError(message)
        first = date(review.heat.year, number + 1, 1)
        if first > self.place.session.workspace.today:
            message = "That month is still to come."
            raise RefusedError(message)
        self.show_day(first)
