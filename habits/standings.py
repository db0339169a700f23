"""Standings: every habit as it is judged on one day, and kept up with what is logged on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from habits.counting import is_archived, roster_of
from habits.streaks import judge
from habits.streaks.standing import standing
from habits.tally import names_in
from habits.today import HabitRow, PracticeRow

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, Habit, Pause, Person
    from habits.practices import Practice
    from habits.streaks import HabitHistory, Judgement, Member
    from habits.tally import Added, Tally


class Basis(NamedTuple):
    """What all habits are judged by alike.

    Attributes:
        as_of: The local today.
        week_start: The first day of the week, counted from Monday = 0.
    """

    as_of: date
    week_start: int = 0


class Standings:
    """All habits as they stand on a day.

    Args:
        tally: Returns the tally of a practice, by its slug.
        slugs: The slugs of all practices.
        people: All people.
        pauses: All pauses.
        basis: The day, and how weeks are cut.

    Attributes:
        basis: The day, and how weeks are cut.
    """

    def __init__(
        self,
        tally: Callable[[str], Tally],
        slugs: Collection[str],
        people: Collection[Person],
        pauses: Collection[Pause],
        basis: Basis,
    ) -> None:
        self.basis = basis
        self._tally = tally
        self._slugs = slugs
        self._people = people
        self._pauses = pauses
        self._judged: dict[UUID, tuple[Habit, Judgement]] = {}
        self._known_roster: Mapping[UUID, Member] | None = None
        self._added: list[tuple[Added, Mapping[UUID, tuple[Habit, Judgement]]]] = []

    def row(self, practice: Practice) -> PracticeRow:
        """Return a practice as it stands."""
        tally = self._tally(practice.slug)
        leading_first = sorted(
            tally.habits,
            key=lambda habit: (is_archived(habit, self.basis.as_of), not habit.flagship),
        )
        judged = [(habit, self._judgement(habit)) for habit in leading_first]
        return PracticeRow(
            practice,
            tuple(HabitRow(habit, standing(each), each.strip) for habit, each in judged),
            tally.last,
            tuple(judgement for _, judgement in judged),
        )

    def judged(self) -> Iterator[Judgement]:
        """Yield the judgements of all habits."""
        for slug in self._slugs:
            yield from map(self._judgement, self._tally(slug).habits)

    def history(self, habit: Habit) -> HabitHistory:
        """Return the history of a habit."""
        roster = self._roster if habit.each_person else {}
        return self._tally(habit.practice).history(habit, self._pauses, roster)

    def add(self, entry: Entry) -> None:
        """Take one more entry in; one of today is added to what was judged."""
        added = self._tally(entry.practice).add(entry)
        before = dict(self._judged)
        if added.first_named:
            self.meet(self._people)
        for habit in added.counting:
            known = self._judged.pop(habit.id, None)
            if known is not None and entry.date == self.basis.as_of:
                names = names_in(entry.people, self._roster) if habit.each_person else ()
                self._judged[habit.id] = habit, known[1].with_log(entry.date, names)
        self._added.append((added, before))

    def take_back(self, entry: Entry) -> bool:
        """Let an entry not be there, if it is the one taken in last; return whether it is."""
        if not self._added or self._added[-1][0].entry != entry:
            return False
        added, before = self._added.pop()
        self._tally(entry.practice).take_back(added)
        for habit in added.counting:
            self._judged.pop(habit.id, None)
            if habit.id in before:
                self._judged[habit.id] = before[habit.id]
        if added.first_named:
            self.meet(self._people)
        return True

    def meet(self, people: Collection[Person]) -> None:
        """Take in who is known: it matters where a habit holds for each person."""
        self._people = people
        self._known_roster = None
        each = [key for key, (habit, _) in self._judged.items() if habit.each_person]
        for key in each:
            del self._judged[key]

    def _judgement(self, habit: Habit) -> Judgement:
        if habit.id not in self._judged:
            self._judged[habit.id] = habit, judge(self.history(habit), *self.basis)
        return self._judged[habit.id][1]

    @property
    def first_named(self) -> Mapping[UUID, date]:
        """The date of the first entry that names a person, for all whom one names."""
        first: dict[UUID, date] = {}
        for slug in self._slugs:
            for person, day in self._tally(slug).first_named.items():
                first[person] = min(day, first.get(person, day))
        return first

    @property
    def _roster(self) -> Mapping[UUID, Member]:
        if self._known_roster is None:
            self._known_roster = roster_of(self._people, self.first_named, self._pauses)
        return self._known_roster
