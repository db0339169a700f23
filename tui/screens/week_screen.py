"""A week, to be closed or begun: a page of lines, with what can be done about each of them."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from tui import tasks
from tui.choice import Choice
from tui.screens.outlook_actions import FollowActions
from tui.widgets.bars import TitleBar
from tui.widgets.page_list import PageList

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID

    from textual.widget import Widget

    from habits.model import FollowUp, Person
    from habits.practices import Practice
    from habits.review.page_line import PageLine
    from tui.action import Action


class WeekScreen(FollowActions):
    """A place with lines, some of which tell of somebody or of a follow-up."""

    @property
    @abstractmethod
    def stops(self) -> list[PageLine]:
        """The lines that the cursor can be on."""

    @property
    @abstractmethod
    def people(self) -> list[Person]:
        """Of whom lines tell, as they may be shown."""

    @property
    @abstractmethod
    def follow_ups(self) -> tuple[FollowUp, ...]:
        """Of which follow-ups lines tell."""

    @property
    @abstractmethod
    def act_label(self) -> str:
        """What is done about the line at the cursor, in a word or two."""

    @property
    def offered(self) -> tuple[Action, ...]:
        """What is offered, with what is done about the line at the cursor."""
        return tuple(
            replace(action, label=self.act_label) if action.call == "act" else action
            for action in super().offered
        )

    def before(self) -> str:
        """Return what a line begins with that logs something here."""
        return ""

    def body(self) -> Iterable[Widget]:
        """Return the title and the lines."""
        yield TitleBar(self.NAME, "")
        yield PageList()

    def on_mount(self) -> None:
        """Show the week."""
        self.carry_out(self.show_all)

    def action_move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        self._go_to(self.list_.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self.action_move(by * self.list_.page)

    def action_jump(self, to: int) -> None:
        """Move the cursor to the first line or to the last."""
        self._go_to(to if to >= 0 else self.list_.count + to)

    def on_cursor_list_chosen(self, event: PageList.Chosen) -> None:
        """Move the cursor to what was clicked."""
        self._go_to(event.number)

    def action_open_line(self, key: int) -> None:
        """Open the line for the practice with this key; who is at the cursor is named in it."""
        practice = list(self.session.practices.values())[key - 1]
        self.begin(practice, self.named(self.person) if self.person else "")

    def action_follow_up(self) -> None:
        """Promise a follow-up, for the person at the cursor if there is one."""
        self.write(tasks.outlook.following_up(self.session, person=self.person))

    def begin(self, practice: Practice, line: str) -> None:
        """Open the line for a practice, with the beginning of what is logged."""
        preset = f"{self.before()}{line}"
        self.write(tasks.acts.logging(self.session, practice, preset))

    def meet(self, person: Person) -> None:
        """Log something about a person, once the practice is chosen."""
        practices = self.session.practices.values()
        choices = [Choice(each.name, each.why, each) for each in practices]
        self.choose(f"What was it with {person.name}?", choices, self._meeting(person))

    def _meeting(self, person: Person) -> Callable[[Practice], None]:
        return lambda practice: self.begin(practice, self.named(person))

    @staticmethod
    def named(person: Person) -> str:
        """Return the beginning of a line that names a person."""
        return f"@{person.handle} "

    @property
    def here(self) -> PageLine | None:
        """The line at the cursor; None where it can be on none."""
        stops, number = self.stops, self.list_.cursor
        return stops[number] if number < len(stops) else None

    @property
    def person(self) -> Person | None:
        """The person that the line at the cursor tells of; None for nobody."""
        about = self.here.about if self.here else None
        return next((each for each in self.people if each.id == about), None)

    @property
    def follow_up(self) -> UUID | None:
        """The id of the follow-up that the line at the cursor tells of; None for none."""
        about = self.here.about if self.here else None
        return next((each.id for each in self.follow_ups if each.id == about), None)

    @property
    def list_(self) -> PageList:
        """The lines."""
        return self.query_one(PageList)

    def _go_to(self, number: int) -> None:
        self.list_.cursor = max(min(number, self.list_.count - 1), 0)
        self._show_keys()
