"""What can be done to the practice at the cursor: started and archived, and taught."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from habits import service
from tui import tasks
from tui.choice import Choice
from tui.screens.common_actions import CommonActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from habits.catalogue import Offer
    from habits.practices import Practice
    from habits.today import PracticeRow
    from tui.task import Task

NO_HABIT = "That is no practice and no habit. Go up to a row."


class PracticeActions(CommonActions):
    """The actions on practices, for a place that has a cursor on one."""

    @property
    @abstractmethod
    def row(self) -> PracticeRow | None:
        """The practice at the cursor, also where it is on one of its habits; else None."""

    def action_open_slip(self) -> None:
        """Open the line on the row at the cursor with the slip that its practice knows."""
        row = self.row
        if row is None:
            self.tell(NO_HABIT, "warning")
        elif (slip := row.practice.slip) is None:
            name = row.practice.name
            self.tell(f"{name} knows no slip: what it asks for is only done or not done.")
        else:
            self.write(tasks.acts.logging(self.session, row.practice, f"/{slip.slug} "))

    def action_add_habit(self) -> None:
        """Add a habit to the practice at the cursor: one of the catalogue, or one by hand."""
        row = self.row
        if row is None:
            self.tell(NO_HABIT, "warning")
            return
        practice, session = row.practice, self.session
        choices = [
            Choice(offer.name, offer.terms, offer)
            for offer in service.catalogue(session.workspace, practice)
        ]
        choices.append(Choice("Another one", "written by hand", None))
        self.choose(f"Add to {practice.name}", choices, lambda offer: self._add(practice, offer))

    def action_start(self) -> None:
        """Start the practice at the cursor, or archive it."""
        row, session = self.row, self.session
        if row is None:
            self.tell(NO_HABIT, "warning")
            return
        practice = row.practice
        if row.is_active:
            change, told = service.archive_practice, "is archived; its entries stay"
        else:
            change, told = service.start_practice, "is started"
        words = f"{practice.name} {told}"
        self.carry_out(lambda: session.outcome(change(session.workspace, practice)).saying(words))

    def practice_choices(self, practice: Practice) -> list[Choice]:
        """Return what can be changed about a practice, each with what begins that."""
        session = self.session
        choices = [
            Choice(
                f"{practice.name}: title",
                practice.name,
                self.opening(lambda: tasks.practices.retitling(session, practice)),
            ),
            Choice(
                f"{practice.name}: teach a move",
                " ".join(f"/{move.slug}" for move in practice.moves),
                self.opening(lambda: tasks.practices.teaching(session, practice)),
            ),
        ]
        if practice.moves:
            choices.append(
                Choice(
                    f"{practice.name}: drop a move", "entries stay", lambda: self._drop(practice)
                )
            )
        return choices

    def opening(self, task: Callable[[], Task]) -> Callable[[], None]:
        """Return what opens the line for a task, or tells why it cannot be begun."""

        def begin() -> None:
            self.carry_out(lambda: self.write(task()))

        return begin

    def _add(self, practice: Practice, offer: Offer | None) -> None:
        session = self.session
        if offer is None:
            self.write(tasks.promises.adding(session, practice))
        else:
            self.carry_out(
                lambda: session.outcome(
                    service.switch_on(session.workspace, practice, offer), "Added"
                )
            )

    def _drop(self, practice: Practice) -> None:
        session = self.session
        choices = [Choice(f"/{move.slug}", move.meaning, move.slug) for move in practice.moves]

        def drop(slug: str) -> None:
            edit = service.PracticeEdit(drop=session.line(f"/{slug}"))
            self.carry_out(
                lambda: session.outcome(
                    service.edit_practice(session.workspace, practice, edit), "Changed"
                )
            )

        self.choose("Drop", choices, drop)
