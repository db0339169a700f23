"""The aim of a week: what is due in it, whose turn it is, and what is intended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from habits.record import dataclass
from habits.review.coverage import Band, Presence
from habits.review.week_close import last_of
from habits.streaks import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from habits.model import Entry, FollowUp
    from habits.review.coverage import PersonRow
    from habits.today import HabitRow, PracticeRow

MOST_PEOPLE: Final = 3
"""How many are named of those who were without contact: as many as a week has intentions."""

_OPEN: Final = frozenset({Status.OVERDUE, Status.DUE_TODAY, Status.AT_RISK, Status.ON_TRACK})


class Longest(NamedTuple):
    """Somebody who was without contact for long.

    Attributes:
        row: Who, and when there was contact last.
        said: The last entry about them that says something; None for none.
    """

    row: PersonRow
    said: Entry | None


@dataclass(frozen=True, slots=True)
class Aim:
    """What a week has before it.

    Attributes:
        as_of: The local today.
        first: The first day of the week.
        intentions: What is intended for it.
        follow_ups: The follow-ups that are late or due in it.
        closing: The habits of which a window that is open still closes in it.
        longest: Those without contact for longest, by name.
        is_whole: Whether all entries were looked at; where not, an older contact may be found.
    """

    as_of: date
    first: date
    intentions: tuple[str, ...]
    follow_ups: tuple[FollowUp, ...]
    closing: tuple[HabitRow, ...]
    longest: tuple[Longest, ...]
    is_whole: bool

    @property
    def last(self) -> date:
        """The last day of the week."""
        return last_of(self.first)


def closing_in(rows: Iterable[PracticeRow], week: date) -> tuple[HabitRow, ...]:
    """Return the habits that want something by the end of a week, in the order of their rows."""
    return tuple(
        habit
        for row in rows
        for habit in row.live
        if habit.standing.status in _OPEN
        and habit.standing.next_due is not None
        and habit.standing.next_due <= last_of(week)
    )


def longest_apart(rows: Iterable[PersonRow]) -> tuple[PersonRow, ...]:
    """Return who was without contact for longest, a few at most, by name.

    Who was met within two weeks is none of them, and who is not here neither.
    """
    apart = [
        row for row in rows if row.presence is Presence.HERE and row.band is not Band.TWO_WEEKS
    ]
    chosen = sorted(apart, key=lambda row: (row.days is not None, -(row.days or 0), _name(row)))
    return tuple(sorted(chosen[:MOST_PEOPLE], key=_name))


def _name(row: PersonRow) -> tuple[str, str]:
    return row.person.name.casefold(), row.person.handle
