"""A look back on a week, a quarter or a year: its figures, before they are told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from calendar import monthrange
from datetime import date
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from habits.record import dataclass
from habits.review.balance import balances
from habits.review.coverage import Contact, Presence
from habits.review.covering import Met, Window, cover
from habits.review.evidence_choice import is_slip
from habits.review.slips_by_kind import slips_by_kind
from habits.review.specific import most_specific
from habits.reviews import Decision
from habits.streaks import Verdict
from habits.streaks.weeks import days_of_week, week_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from uuid import UUID

    from habits.model import Entry, FollowUp, Habit, NorthStar, Pause, Person
    from habits.practices import Eight
    from habits.review.balance import Balance
    from habits.review.coverage import PersonRow
    from habits.review.practice_weeks import PracticeWeeks
    from habits.review.slips_by_kind import SlipKind
    from habits.reviews import Decided
    from habits.today import PracticeRow

_MONTHS_OF_QUARTER = 3
_last = attrgetter("last")


class Kind(StrEnum):
    """Over how long it is looked back."""

    WEEK = "week"
    QUARTER = "quarter"
    YEAR = "year"


class Look(NamedTuple):
    """The days that are looked back on.

    Attributes:
        kind: How many they are.
        first: The first day.
        last: The last day, which may be to come.
        as_of: The local today.
    """

    kind: Kind
    first: date
    last: date
    as_of: date

    @property
    def until(self) -> date:
        """The last day of which anything is known."""
        return min(self.last, self.as_of)

    def holds(self, day: date) -> bool:
        """Return whether a day is one of them, and is not to come."""
        return self.first <= day <= self.until


class Records(NamedTuple):
    """What is looked through.

    Attributes:
        eight: The practices, as the user has made them.
        entries: The entries of the days, the oldest first.
        people: All people.
        pauses: All pauses.
        stars: All north stars that ever held.
        follow_ups: All follow-ups, also those that are done.
        rows: The practices as they stand.
        weeks: The practices by week.
        noticed: What was noticed in these weeks, the earliest first.
        decided: What was decided about habits in this look back, by their ids.
    """

    eight: Eight
    entries: Sequence[Entry]
    people: Sequence[Person]
    pauses: Sequence[Pause]
    stars: Sequence[NorthStar]
    follow_ups: Sequence[FollowUp]
    rows: Sequence[PracticeRow]
    weeks: PracticeWeeks
    noticed: Sequence[Noticed] = ()
    decided: Mapping[UUID, Decided] = {}


class Noticed(NamedTuple):
    """What was noticed in a week, as its close says.

    Attributes:
        week: The first day of the week.
        text: The line.
    """

    week: date
    text: str


class Kept(NamedTuple):
    """How a habit was kept.

    Attributes:
        habit: The habit.
        kept: How many of its periods that ended in the days were kept.
        missed: How many were missed.
        decided: What was decided about it in this look back; None for nothing yet.
    """

    habit: Habit
    kept: int
    missed: int
    decided: Decided | None = None


@dataclass(frozen=True, slots=True)
class LookBack:
    """The figures of a look back.

    Attributes:
        look: The days.
        eight: The practices.
        names: The names of all people by their ids.
        weeks: The practices by week.
        stars: All north stars that ever held.
        entries: The entries, the oldest first.
        people: Who was there, by how long ago the last contact in the days was, then by name.
        balances: Of what kinds the acts were.
        slips: The slips, by kind.
        specific: The most specific entries, the oldest first.
        habits: The habits that are not archived, or were in this look back, each with how it was
            kept.
        done: The follow-ups that were done in the days.
        open: Those that are open now.
        noticed: What was noticed in the weeks, the earliest first.
    """

    look: Look
    eight: Eight
    names: Mapping[UUID, str]
    weeks: PracticeWeeks
    stars: tuple[NorthStar, ...]
    entries: tuple[Entry, ...]
    people: tuple[PersonRow, ...]
    balances: tuple[Balance, ...]
    slips: tuple[SlipKind, ...]
    specific: tuple[Entry, ...]
    habits: tuple[Kept, ...]
    done: tuple[FollowUp, ...]
    open: tuple[FollowUp, ...]
    noticed: tuple[Noticed, ...]

    @property
    def acts(self) -> tuple[Entry, ...]:
        """The entries that are no slips."""
        return tuple(entry for entry in self.entries if not is_slip(entry, self.eight))


def look_at(kind: Kind, day: date, as_of: date, week_start: int) -> Look:
    """Return the days of the week, the quarter or the year that holds a day.

    Args:
        kind: Which of them.
        day: The day.
        as_of: The local today.
        week_start: The first day of the week, counted from Monday = 0.
    """
    if kind is Kind.WEEK:
        days = days_of_week(week_of(day, week_start), week_start)
        return Look(kind, days[0], days[-1], as_of)
    if kind is Kind.YEAR:
        return Look(kind, date(day.year, 1, 1), date(day.year, 12, 31), as_of)
    begin = day.month - (day.month - 1) % _MONTHS_OF_QUARTER
    end = begin + _MONTHS_OF_QUARTER - 1
    last = date(day.year, end, monthrange(day.year, end)[1])
    return Look(kind, date(day.year, begin, 1), last, as_of)


def look_back(look: Look, records: Records, names: Mapping[UUID, str]) -> LookBack:
    """Return the figures of a look back.

    Args:
        look: The days.
        records: What is looked through.
        names: The names of all people by their ids.
    """
    eight, entries = records.eight, tuple(records.entries)
    acts = [entry for entry in entries if not is_slip(entry, eight)]
    followed = records.follow_ups
    return LookBack(
        look,
        eight,
        names,
        records.weeks,
        tuple(records.stars),
        entries,
        _people(look, records, acts),
        balances(entries, eight),
        slips_by_kind(entries, eight),
        most_specific(entries, eight),
        tuple(_kept(records, look)),
        tuple(each for each in followed if each.done and look.holds(each.done)),
        tuple(each for each in followed if not each.done),
        tuple(records.noticed),
    )


def _people(look: Look, records: Records, acts: Sequence[Entry]) -> tuple[PersonRow, ...]:
    """Return those who were there, as they were met in the days and never before them."""
    met: dict[UUID, dict[str, Contact]] = {person.id: {} for person in records.people}
    for entry in reversed(acts):
        for person in entry.people:
            mine = met.get(person)
            if mine is not None and entry.practice not in mine:
                mine[entry.practice] = Contact(entry.date, entry.practice, entry.id)
    there = [each for each in records.people if each.left is None or each.left >= look.first]
    weeks = max((look.until - look.first).days // 7, 1)
    rows = cover(
        [(each, Met(met[each.id], None, 0)) for each in there],
        records.pauses,
        Window(look.until, weeks),
    )
    return tuple(row for row in rows if row.presence is not Presence.TO_COME)


def _kept(records: Records, look: Look) -> Iterable[Kept]:
    for row in records.rows:
        for each, judgement in zip(row.habits, row.judged, strict=True):
            habit, decided = each.habit, records.decided.get(each.habit.id)
            if each.is_archived and (decided is None or decided.decision is not Decision.RETIRE):
                continue
            periods = judgement.periods
            begin = bisect_left(periods, look.first, key=_last)
            end = bisect_right(periods, look.until, key=_last)
            verdicts = [each.verdict for each in periods[begin:end]]
            kept, missed = (verdicts.count(each) for each in (Verdict.KEPT, Verdict.MISSED))
            yield Kept(habit, kept, missed, decided)
