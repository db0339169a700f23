"""The views of a quarter or a year that are tables: practices by week, people by practices."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from habits.errors import RefusedError
from tui import present_look_back as present
from tui.messages import PlaceWanted, ReviewWanted
from tui.present_review import SIGNS, week_details, weeks_text
from tui.screens.back_view import BackView
from tui.widgets.week_table import WeekTable

if TYPE_CHECKING:
    from tui.screens.back_view import LookingBack

_NAMES: Final = ((80, 24), (60, 16), (0, 9))
"""From which width on the name of a person has how many cells."""


class WeeksView(BackView):
    """Practices by week."""

    NAME = "weeks"

    def __init__(self, place: LookingBack) -> None:
        super().__init__(place)
        self._table = WeekTable(self._details)

    @property
    def widget(self) -> WeekTable:
        """The table."""
        return self._table

    @property
    def count(self) -> int:
        """How many practices there are."""
        return len(self.place.back.weeks.rows)

    def show(self) -> None:
        """Show the practices."""
        back, look = self.place.back, self.place.look
        text = weeks_text(back.weeks, back.eight, is_numbers=look.is_numbers)
        self._table.show(text, self._table.cursor)

    def open(self) -> None:
        """Look at the streaks of the practice."""
        slug = self.place.back.weeks.rows[self._table.cursor].slug
        look = replace(self.place.look, practice=slug, habit=None)
        self.place.go_on(ReviewWanted("streaks", look))

    def _details(self) -> tuple[str, ...]:
        back, numbers = self.place.back, self.place.look.is_numbers
        row = back.weeks.rows[self._table.cursor]
        signs = "The numbers are acts; + is more than 9." if numbers else SIGNS
        shown, weeks = self._table.weeks_shown, len(back.weeks.weeks)
        fits = f"Only the latest {shown} of {weeks} weeks fit here."
        told = week_details(row, back.eight[row.slug].name)
        return (told, signs, *([fits] if shown < weeks else []))


class PeopleView(BackView):
    """People by practices."""

    NAME = "people"

    def __init__(self, place: LookingBack) -> None:
        super().__init__(place)
        self._table = WeekTable(self._details, _NAMES)

    @property
    def widget(self) -> WeekTable:
        """The table."""
        return self._table

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self.place.back.people)

    @property
    def page_size(self) -> int:
        """How many people are in sight."""
        return max(self._table.room - 1, 1)

    def show(self) -> None:
        """Show the people."""
        text = present.people_text(self.place.back, is_numbers=self.place.look.is_numbers)
        self._table.show(text, min(self._table.cursor, max(self.count - 1, 0)))

    def open(self) -> None:
        """Go to the person's page."""
        if not self.count:
            message = "Nobody is known yet."
            raise RefusedError(message)
        person = self.place.back.people[self._table.cursor].person
        self.place.go_on(PlaceWanted("people", person=person.id))

    def _details(self) -> tuple[str, ...]:
        back = self.place.back
        if not back.people:
            return ("Nobody is known yet.",)
        told = present.person_details(back, back.people[self._table.cursor])
        keys = " ".join(f"{each.key} {each.name}" for each in back.eight.values())
        signs = "The numbers are days, weeks or months before the end."
        return (told, signs if self.place.look.is_numbers else present.PEOPLE_SIGNS, keys)
