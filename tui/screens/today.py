"""Today: the eight practices, what is due, and the line in which an act is logged in seconds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from habits.errors import RapportError
from tui import tasks
from tui.action import labelled
from tui.actions import TODAY
from tui.keymap import USUAL
from tui.messages import HomeFailed
from tui.screens.habit_actions import HabitActions
from tui.screens.outlook_actions import FollowActions, StarActions
from tui.screens.practice_actions import NO_HABIT
from tui.widgets.bars import StarLine, TitleBar
from tui.widgets.practice_grid import PracticeGrid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.widget import Widget

    from habits.today import HabitRow, PracticeRow
    from tui.action import Action
    from tui.first_frame import FirstFrame
    from tui.keymap import Keymap
    from tui.outcome import Outcome
    from tui.row_text import AgendaLine, RowText
    from tui.session import Session


class TodayScreen(HabitActions, FollowActions, StarActions):
    """The first place of the app.

    Args:
        open_session: Returns the session, and opens the home for it the first time.
        keymap: Which keys do which action.
        frame: What is shown before that; None to open the home for it.
    """

    NAME = "Today"
    GOES_BY = "today"
    ACTIONS = TODAY
    NOTE = "■ kept  □ missed  · open  ‖ paused  - free"

    def __init__(
        self,
        open_session: Callable[[], Session],
        keymap: Keymap = USUAL,
        frame: FirstFrame | None = None,
    ) -> None:
        super().__init__(open_session, keymap)
        first = frame or self.session.first_frame()
        self._agenda: Sequence[AgendaLine] = first.agenda
        self._day = TitleBar("", first.day)
        self._star = StarLine(first.star)
        self._grid = PracticeGrid(first.rows, first.agenda)
        self._unfolded: set[str] = set()

    def body(self) -> Iterable[Widget]:
        """Return the day, the north star and the rows."""
        return self._day, self._star, self._grid

    def on_mount(self) -> None:
        """Open the home behind the first frame."""
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show what there is to tell of the home, and follow it from here on."""
        try:
            self.show_all()
        except RapportError as error:
            self.app.post_message(HomeFailed(error))
            return
        self.tell_reports()

    def show_all(self) -> None:
        """Show all rows anew."""
        self._rows = list(self.session.rows())
        self._show_rows()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the rows that an act changed."""
        for row in outcome.rows:
            self._rows[row.practice.key - 1] = row
        if self._unfolded:
            self._show_rows()
        else:
            texts = {row.practice.key - 1: self.session.row_text(row) for row in outcome.rows}
            self._grid.replace(texts)
            self._show_beside()

    @property
    def offered(self) -> tuple[Action, ...]:
        """What is offered here: of the line at the cursor what can be done with it."""
        label = self._space_label
        labels = {"log.bare": label, "follow.done": "" if label == "done" else "done"}
        return labelled(super().offered, labels)

    @property
    def _space_label(self) -> str:
        """What space does with the line at the cursor, in a word; empty where it does nothing."""
        # In the first frame the cursor is on a row, and nothing may be asked of the home yet.
        if self._grid.is_on_row or (self.follow_up is None and self._place):
            return "bare"
        return "done" if self.follow_up else ""

    def action_move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        self._put_cursor(min(max(self._grid.cursor + by, 0), self._grid.lines - 1))

    def action_jump(self, to: int) -> None:
        """Move the cursor to the first line or to the last."""
        self._put_cursor(to if to >= 0 else self._grid.lines + to)

    def action_open_line(self, key: int) -> None:
        """Open the line for the practice with this key, with what was left in it."""
        self._go_to(key)
        super().action_open_line(key)

    def action_log_bare(self) -> None:
        """Log a bare entry for the habit at the cursor, or mark the follow-up there as done.

        A habit that names people is asked for them.
        """
        if self.follow_up is not None:
            self.action_finish()
            return
        row, at = self.row, self.habit
        if row is None or at is None:
            self.tell(NO_HABIT, "warning")
            return
        practice, habit = row.practice, at.habit
        if habit.each_person:
            line = self.session.bare_line(habit)
            self.write(tasks.acts.logging(self.session, practice, line))
        else:
            self.carry_out(lambda: self.session.log_bare(practice, habit))

    def action_edit_habit(self) -> None:
        """Change the habit or the practice at the cursor, or say the follow-up otherwise."""
        if self.follow_up is None:
            super().action_edit_habit()
        else:
            self.action_reword()

    def action_unfold(self) -> None:
        """Show the further habits of the row at the cursor, or hide them."""
        if (row := self.row) is None:
            self.tell(NO_HABIT, "warning")
            return
        if not self._further(row):
            key = self.key_of("habit.add")
            self.tell(f"{row.practice.name} has no further habits. Press {key} to add one.")
            return
        self._unfolded ^= {row.practice.slug}
        self._show_rows()
        self._go_to(row.practice.key)

    def on_practice_grid_chosen(self, event: PracticeGrid.Chosen) -> None:
        """Move the cursor to the line that was clicked."""
        self._put_cursor(event.number)

    @property
    def row(self) -> PracticeRow | None:
        """The practice at the cursor, also where it is on one of its habits; else None."""
        place = self._place
        return None if place is None else place[0]

    @property
    def habit(self) -> HabitRow | None:
        """The habit at the cursor: the leading one on the row of a practice; else None."""
        place = self._place
        return None if place is None else place[1] or place[0].leading

    @cached_property
    def _rows(self) -> list[PracticeRow]:
        """The practices as they were read last, in the order of their keys."""
        return list(self.session.rows())

    @property
    def _lines(self) -> list[tuple[PracticeRow, HabitRow | None]]:
        """What the lines of the grid show, the further habits of what is unfolded among them."""
        lines: list[tuple[PracticeRow, HabitRow | None]] = []
        for row in self._rows:
            lines.append((row, None))
            if row.practice.slug in self._unfolded:
                lines += [(row, habit) for habit in self._further(row)]
        return lines

    @property
    def _place(self) -> tuple[PracticeRow, HabitRow | None] | None:
        """The practice at the cursor, and which of its habits where it is on one."""
        lines, cursor, due = self._lines, self._grid.cursor, self._due
        if due is None:
            return lines[cursor] if cursor < len(lines) else None
        habits = ((row, habit) for row in self._rows for habit in row.habits)
        return next((each for each in habits if str(each[1].habit.id) == due.habit), None)

    @property
    def _due(self) -> AgendaLine | None:
        """What is due at the cursor; None where that is on a row."""
        number = self._grid.cursor - len(self._lines)
        return self._agenda[number] if 0 <= number < len(self._agenda) else None

    @property
    def follow_up(self) -> UUID | None:
        """The id of the follow-up at the cursor; None where there is none."""
        due = self._due
        return UUID(due.follow_up) if due and due.follow_up else None

    @property
    def why_no_follow_up(self) -> str:
        """Why there is no follow-up at the cursor."""
        return "There is no follow-up here. Go to one below the rows."

    @staticmethod
    def _further(row: PracticeRow) -> Sequence[HabitRow]:
        return row.habits[1:]

    def _go_to(self, key: int) -> None:
        """Move the cursor to the row of a practice."""
        for number, (row, habit) in enumerate(self._lines):
            if row.practice.key == key and habit is None:
                self._put_cursor(number)

    def _put_cursor(self, number: int) -> None:
        self._grid.cursor = number
        self._show_keys()

    def _show_rows(self) -> None:
        self._grid.show([self._text(row, habit) for row, habit in self._lines])
        self._show_beside()

    def _text(self, row: PracticeRow, habit: HabitRow | None) -> RowText:
        return self.session.row_text(row) if habit is None else self.session.habit_text(habit)

    def _show_beside(self) -> None:
        """Show what stands around the rows."""
        self._day.show_day(self.session.day_words())
        self._star.show_sentence(self.session.north_star())
        self._agenda = self.session.agenda(self._rows)
        self._grid.show_agenda(self._agenda)
        self._show_keys()
