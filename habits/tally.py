"""The tally: what the habits of a practice count of its entries, as far as their figures need it.

It is small and grows by one entry at a time, so that it can be kept beside the entries and spares
reading them all.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from habits.counting import counts
from habits.model import in_order
from habits.streaks import HabitHistory

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from habits.model import Entry, Habit, Pause
    from habits.practices import Practice
    from habits.streaks import Member


class Added(NamedTuple):
    """What one more entry changed in a tally.

    Attributes:
        entry: The entry.
        counting: The habits that count it.
        first_named: Whom it names for the first time, or earlier than before, with the date until
            then, None for none.
        last: The entry that gave the last words until then.
        is_ahead: Whether an entry was dated after the day before.
    """

    entry: Entry
    counting: tuple[Habit, ...]
    first_named: dict[UUID, date | None]
    last: Entry | None
    is_ahead: bool


class Tally:
    """What the habits of one practice count.

    Args:
        practice: The practice, which says what is a slip.
        habits: Its habits.
        as_of: The local today.
        entries: Its entries.

    Attributes:
        practice: The practice.
        habits: The habits.
        as_of: The day up to which the last words are looked for.
        days: The dates of what each habit counts, by the habit's id.
        named: Whom each of these names, for habits that hold for each person.
        first_named: The date of the first entry that names a person.
        last: The latest entry that says something.
        is_ahead: Whether an entry is dated after the day.
    """

    def __init__(
        self,
        practice: Practice,
        habits: Iterable[Habit],
        as_of: date,
        entries: Iterable[Entry] = (),
    ) -> None:
        self.practice = practice
        self.habits = tuple(habits)
        self.as_of = as_of
        self.days: dict[UUID, list[date]] = {habit.id: [] for habit in self.habits}
        self.named: dict[UUID, list[tuple[UUID, ...]]] = {
            habit.id: [] for habit in self.habits if habit.each_person
        }
        self.first_named: dict[UUID, date] = {}
        self.last: Entry | None = None
        self.is_ahead = False
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> Added:
        """Take one more entry in, and return what that changed."""
        added = Added(
            entry,
            tuple(habit for habit in self.habits if counts(habit, entry, self.practice)),
            {
                person: self.first_named.get(person)
                for person in entry.people
                if entry.date < self.first_named.get(person, date.max)
            },
            self.last,
            self.is_ahead,
        )
        for habit in added.counting:
            self.days[habit.id].append(entry.date)
            if habit.each_person:
                self.named[habit.id].append(entry.people)
        self.first_named.update(dict.fromkeys(added.first_named, entry.date))
        if entry.date > self.as_of:
            self.is_ahead = True
        elif (entry.what or entry.people) and (self.last is None or _is_later(entry, self.last)):
            self.last = entry
        return added

    def take_back(self, added: Added) -> None:
        """Let the entry that was taken in last not be there."""
        for habit in added.counting:
            self.days[habit.id].pop()
            if habit.each_person:
                self.named[habit.id].pop()
        for person, day in added.first_named.items():
            if day is None:
                del self.first_named[person]
            else:
                self.first_named[person] = day
        self.last, self.is_ahead = added.last, added.is_ahead

    def holds_on(self, day: date) -> bool:
        """Return whether it is the same as one that was made for another day."""
        return day == self.as_of or (day > self.as_of and not self.is_ahead)

    def history(
        self, habit: Habit, pauses: Iterable[Pause], roster: Mapping[UUID, Member]
    ) -> HabitHistory:
        """Return the history of one of the habits.

        Args:
            habit: The habit.
            pauses: All pauses.
            roster: The engineers; only a habit that holds for each person looks at them.
        """
        each = habit.each_person
        return HabitHistory(
            created=habit.created,
            cadences=habit.cadences,
            logs=tuple(self.days[habit.id]),
            pauses=tuple((pause.first, pause.last) for pause in pauses if pause.covers(habit)),
            archived=habit.archived,
            roster=tuple(roster.values()) if each else None,
            log_people=tuple(names_in(people, roster) for people in self.named[habit.id])
            if each
            else (),
        )


def names_in(people: Iterable[UUID], roster: Mapping[UUID, Member]) -> tuple[str, ...]:
    """Return the names by which a roster calls some people."""
    return tuple(roster[person].name for person in people if person in roster)


def history_of(
    practice: Practice,
    habit: Habit,
    entries: Iterable[Entry],
    pauses: Iterable[Pause],
    roster: Mapping[UUID, Member],
) -> HabitHistory:
    """Return a habit's history from the entries it counts and the pauses that cover it.

    Args:
        practice: The habit's practice, which says what is a slip.
        habit: The habit.
        entries: Entries, of its practice or of more.
        pauses: All pauses.
        roster: The engineers.
    """
    return Tally(practice, [habit], habit.created, entries).history(habit, pauses, roster)


def _is_later(entry: Entry, other: Entry) -> bool:
    # All entries of a home go through here, and the day decides about most.
    return entry.date > other.date or (
        entry.date == other.date and in_order(entry) >= in_order(other)
    )
