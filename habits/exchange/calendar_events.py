"""Events: what of the promises and follow-ups stands in a calendar.

One that was there before keeps its identity, so that a calendar which reads them again has each of
them once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cadence import Interval, Rule
from habits.exchange.recurrence import Series, Term, series_of
from habits.record import dataclass
from habits.text import one_line
from habits.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from uuid import UUID

    from habits.cadence import Cadence
    from habits.model import FollowUp, Habit, Pause
    from habits.practices import Practice
    from habits.today import HabitRow


@dataclass(frozen=True, slots=True)
class Event:
    """Something that is due, as a calendar has it.

    Attributes:
        uid: Its identity, the same each time.
        days: The days on which it is due.
        summary: What it is called, on one line.
        told: What is to be known of it, on one line.
    """

    uid: str
    days: Series
    summary: str
    told: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What the events of all habits are told by.

    Attributes:
        as_of: The local today.
        pauses: All pauses.
        week_start: The first day of the week, counted from Monday = 0.
    """

    as_of: date
    pauses: tuple[Pause, ...] = ()
    week_start: int = 0


def events_of_habit(practice: Practice, row: HabitRow, basis: Basis) -> Iterator[Event]:
    """Yield when a habit is due, from the next promise that is not kept yet; none if archived."""
    if row.is_archived:
        return
    summary = one_line(f"{practice.name}: {row.habit.name}")
    now, *planned = _terms(row.habit, basis)
    for key, days in _series(row.habit, now, row.standing.next_due):
        yield Event(f"{key}@rapport", days, summary, _told(practice, now.cadence))
    for term in planned:
        # When the first log after the change is due depends on the last one before it.
        due = None if isinstance(term.cadence, Interval) else term.since
        for key, days in _series(row.habit, term, due):
            yield Event(f"{key}-{term.since}@rapport", days, summary, _told(practice, term.cadence))


def event_of_follow_up(follow_up: FollowUp, names: Mapping[UUID, str]) -> Event:
    """Return when a follow-up is due."""
    people = [names.get(key, UNKNOWN) for key in follow_up.people]
    summary = one_line(" · ".join([f"Follow up: {follow_up.text}", *people]))
    told = "Done with: rapport follow done"
    return Event(f"{follow_up.id}@rapport", Series(follow_up.due), summary, told)


def _terms(habit: Habit, basis: Basis) -> list[Term]:
    """Return the cadence in force, and those that are planned."""
    now = habit.in_force_since(basis.as_of)
    coming = sorted((pair for pair in habit.cadences if pair[0] >= now), key=lambda pair: pair[0])
    ends = [*(since for since, _ in coming[1:]), None]
    pauses = tuple((each.first, each.last) for each in basis.pauses if each.covers(habit))
    return [
        Term(cadence, since, before, pauses, basis.week_start)
        for (since, cadence), before in zip(coming, ends, strict=True)
    ]


def _series(habit: Habit, term: Term, due: date | None) -> Iterator[tuple[str, Series]]:
    """Yield the days of a term, each with a key: the habit's own for what is repeated."""
    repeated = 0
    for days in series_of(term, due) if due else ():
        if days.rule or isinstance(term.cadence, Interval):
            repeated += 1
            yield f"{habit.id}-{repeated}" if repeated > 1 else str(habit.id), days
        else:
            yield f"{habit.id}-{days.first}", days


def _told(practice: Practice, cadence: Cadence) -> str:
    match cadence:
        case Rule():
            when = "on this day"
        case Interval():
            when = "by this day; each log moves it"
        case _:
            when = "by this day"
    return f"Promised {cadence}, to be kept {when}. Logged with: rapport log {practice.slug}"
