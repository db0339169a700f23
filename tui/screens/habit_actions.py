"""What can be done to the habit at the cursor: changed, skipped, paused, archived, restored."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Any

from habits import service
from habits.deeds import ARCHIVED, RESTORED
from tui import tasks
from tui.choice import Choice
from tui.screens.practice_actions import NO_HABIT, PracticeActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.model import Pause
    from habits.service import Scope
    from habits.today import HabitRow
    from tui.task import Task


class HabitActions(PracticeActions):
    """The actions on habits, for a place that has a cursor on one."""

    @property
    @abstractmethod
    def habit(self) -> HabitRow | None:
        """The habit at the cursor: the leading one on the row of a practice; else None."""

    def action_edit_habit(self) -> None:
        """Change the habit or the practice at the cursor: what is promised, what it is called."""
        row, habit = self.row, self.habit
        if row is None or habit is None:
            self.tell(NO_HABIT, "warning")
            return
        session, promise, lines = self.session, habit.habit, tasks.promises
        edits: list[tuple[str, str, Callable[[], Task]]] = [
            ("Name", promise.name, lambda: lines.renaming(session, promise)),
            (
                "How often",
                str(promise.cadence(session.workspace.today)),
                lambda: lines.timing(session, promise),
            ),
            (
                "What it counts",
                " ".join(f"/{move}" for move in promise.moves) or "every move",
                lambda: lines.counting(session, promise, row.practice),
            ),
            ("Anchor", promise.anchor or "none", lambda: lines.anchoring(session, promise)),
            ("Reason", promise.reason or "none", lambda: lines.reasoning(session, promise)),
        ]
        if promise.is_limit:
            plan = promise.plan or "none"
            edits.append(("In place of a slip", plan, lambda: lines.planning(session, promise)))
        choices = [
            *(Choice(label, detail, self.opening(task)) for label, detail, task in edits),
            *self.practice_choices(row.practice),
        ]
        self.choose(promise.name, choices, lambda begin: begin())

    def action_skip_habit(self) -> None:
        """Skip the running period of the habit at the cursor."""
        self._change("Skipped", service.skip_habit)

    def action_archive(self) -> None:
        """Archive the habit at the cursor, or restore it."""
        habit = self.habit
        if habit is not None and habit.is_archived:
            self._change(RESTORED, service.restore_habit)
        else:
            self._change(ARCHIVED, service.archive_habit)

    def action_pause(self) -> None:
        """Pause everything, a practice or a habit, resume it, or withdraw a pause."""
        row, habit = self.row, self.habit
        scopes = [("Everything", service.Scope())]
        if row is not None and habit is not None:
            scopes.append((row.practice.name, service.Scope(practice=row.practice.slug)))
            scopes.append((habit.habit.name, service.Scope(habit=habit.habit.id)))
        choices = [choice for name, scope in scopes for choice in self._pause_choices(name, scope)]
        self.choose("Pause", choices, lambda act: act())

    def _pause_choices(self, name: str, scope: Scope) -> list[Choice]:
        """Return what can be done about the pauses of one scope, each with what does it."""
        session = self.session
        home = session.workspace
        return [
            self._pause_choice(name, scope),
            *(
                Choice(
                    name,
                    tasks.rests.withdrawal(each, home.today),
                    partial(self._withdraw, each, scope),
                )
                for each in service.pauses_to_come(home, scope)
            ),
        ]

    def _pause_choice(self, name: str, scope: Scope) -> Choice:
        session = self.session
        wanted = (scope.practice, scope.habit, scope.person)
        today = session.workspace.today
        pauses = service.pauses(session.workspace)
        if any(each.scope == wanted and today in each for each in pauses):
            return Choice(
                name,
                "paused now: resume",
                lambda: self.carry_out(
                    lambda: session.outcome(service.resume(session.workspace, scope), "Resumed")
                ),
            )
        return Choice(name, "pause", lambda: self.write(tasks.rests.pausing(session, scope, name)))

    def _withdraw(self, planned: Pause, scope: Scope) -> None:
        session, first, last = self.session, planned.first, planned.last
        self.carry_out(
            lambda: session.outcome(
                service.withdraw_pause(session.workspace, first, scope, last), "Withdrawn"
            )
        )

    def _change(self, deed: str, change: Callable[..., Any]) -> None:
        """Change the habit at the cursor, and show what came of it."""
        habit, session = self.habit, self.session
        if habit is None:
            self.tell(NO_HABIT, "warning")
        else:
            self.carry_out(lambda: session.outcome(change(session.workspace, habit.habit.id), deed))
