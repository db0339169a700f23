"""People: with whom there was contact, in which practice, how long ago, and with whom not."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from habits.errors import RefusedError
from habits.review.coverage import WINDOWS
from habits.text import folded
from tui import people_sight, tasks
from tui.actions import PEOPLE
from tui.messages import PlaceWanted
from tui.present_people import SIGNS, person_texts
from tui.screens.looking_back import LookingBack
from tui.screens.person_actions import PersonActions
from tui.task import Reading, Task
from tui.widgets.bars import TitleBar
from tui.widgets.people_table import PeopleTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from textual.widget import Widget

    from habits.model import Person
    from habits.review.coverage import PersonRow
    from tui.outcome import Outcome

NOBODY: Final = (
    "Nobody is known yet. Name somebody in an entry as @maya, or press {key} to add one."
)


class PeopleScreen(LookingBack, PersonActions):
    """All people, those first with whom there was no contact for longest."""

    NAME = "People"
    GOES_BY = "people"
    ACTIONS = PEOPLE
    NOTE: ClassVar[str] = SIGNS

    _rows: tuple[PersonRow, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Return the title and the table."""
        yield TitleBar("People", "")
        yield PeopleTable(self._details, lambda: self.why_nobody)

    def on_mount(self) -> None:
        """Show the people, with the cursor on whom one looked at last."""
        self.carry_out(self.show_all)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what an act changed."""
        del outcome
        self.show_all()

    def show_known(self) -> bool:
        """Show what is known until now, and return whether that is all."""
        session = self.session
        told = people_sight.coverage(session)
        here = self._number_of(session.person, told.rows)
        self._rows = told.rows
        practices = session.practices.values()
        titles = tuple((str(each.key), each.name) for each in practices)
        self._table.show(person_texts(told, session.practices), titles, here)
        self._remember()
        count = len(told.rows) - len(told.left)
        people = f"{count} {'person' if count == 1 else 'people'}"
        self.title_bar.show_day(f"{people} · {told.weeks} weeks")
        return told.is_whole

    def _number_of(self, person: UUID | None, rows: tuple[PersonRow, ...]) -> int:
        """Return the number of a person; of one who is gone, that of who was next."""
        numbers = {row.person.id: number for number, row in enumerate(rows)}
        return numbers.get(person, self._table.cursor) if person else self._table.cursor

    def action_move(self, by: int) -> None:
        """Move the cursor, stopping at the ends."""
        self._go_to(self._table.cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by a page."""
        self.action_move(by * self._table.page)

    def action_jump(self, to: int) -> None:
        """Move the cursor to the first person or to the last."""
        self._go_to(to if to >= 0 else self._table.count + to)

    def on_cursor_list_chosen(self, event: PeopleTable.Chosen) -> None:
        """Move the cursor to whom was clicked."""
        self._go_to(event.number)

    def action_open_page(self) -> None:
        """Open the page of the person at the cursor."""
        person = self.person
        if person is None:
            self.tell(self.why_nobody, "warning")
        else:
            self.app.post_message(PlaceWanted("person", person=person.id))

    def action_add_person(self) -> None:
        """Make somebody known."""
        self.write(tasks.people.adding(self.session))

    def action_turn_window(self) -> None:
        """Look back over another number of weeks."""
        place = WINDOWS.index(people_sight.weeks_of(self.session)) + 1
        self.session.weeks = WINDOWS[place % len(WINDOWS)]
        self.carry_out(self.show_all)
        self.tell(f"The last {self.session.weeks} weeks.")

    def action_find(self) -> None:
        """Find a person by name as one types, and open their page."""
        before = self._table.cursor

        def number_of(text: str) -> int:
            wanted = folded(text.strip().removeprefix("@"))
            people = [row.person for row in self._rows]
            names = [folded(f"{each.name} @{each.handle}") for each in people]
            begins = [number for number, name in enumerate(names) if name.startswith(wanted)]
            holds = [number for number, name in enumerate(names) if wanted in name]
            if not wanted:
                return before
            if not holds:
                message = "Nobody is called so."
                raise RefusedError(message)
            return (begins or holds)[0]

        def read(text: str) -> Reading:
            self._go_to(number_of(text))
            return Reading(self._row.person.name if self._row else self.why_nobody)

        def save(text: str) -> None:
            number_of(text)
            self.action_open_page()

        hint = "the beginning of a name"
        self.write(Task("find", hint, read, save, leave=lambda: self._go_to(before)))

    def _go_to(self, number: int) -> None:
        self._table.cursor = max(min(number, self._table.count - 1), 0)
        self._remember()

    def _remember(self) -> None:
        row = self._row
        self.session.person = None if row is None else row.person.id

    def _details(self) -> tuple[str, ...]:
        row = self._row
        return () if row is None else people_sight.details(self.session, row)

    @property
    def person(self) -> Person | None:
        """The person at the cursor, as they are known; None for nobody."""
        row = self._row
        return None if row is None else people_sight.person_named(self.session, row.person.id)

    @property
    def why_nobody(self) -> str:
        """Why there is nobody at the cursor."""
        return NOBODY.format(key=self.key_of("people.add"))

    @property
    def _row(self) -> PersonRow | None:
        number = self._table.cursor
        return self._rows[number] if number < len(self._rows) else None

    @property
    def _table(self) -> PeopleTable:
        return self.query_one(PeopleTable)
