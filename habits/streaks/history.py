"""What is known of one habit: all that its figures are reckoned from."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from habits.cadence import Quota
from habits.record import dataclass, field
from habits.streaks.pauses import PausedDays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.cadence import Cadence

Span = tuple[date, date | None]
"""A pause: its first and last day, both included; no last day while it is open."""


@dataclass(frozen=True, slots=True)
class Member:
    """An engineer whom an each-person habit is to reach.

    Attributes:
        name: The name by which logs name them.
        joined: Their first day.
        left: Their last day, None while they are here.
        away: Days on which they are not there.
    """

    name: str
    joined: date
    left: date | None = None
    away: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class HabitHistory:
    """The past of one habit, by local dates (cadence spec, sections 1 and 15).

    Attributes:
        created: The day from which the habit is promised.
        cadences: Pairs of the date from which a cadence is in force and the cadence. The first
            governs everything before it too. Of two on one date the later pair holds.
        logs: The dates of the completions, in any order, repeats included.
        pauses: Days that do not count; they may overlap.
        archived: The day on which all figures stand still, if any.
        roster: Those whom an each-person habit is to reach; None for all other habits.
        log_people: Whom each log names, parallel to `logs`; may be left out without a roster.

    Raises:
        ValueError: There is no cadence, an each-person habit has another one than a quota, or
            `log_people` does not match `logs`.
    """

    created: date
    cadences: tuple[tuple[date, Cadence], ...]
    logs: tuple[date, ...]
    pauses: tuple[Span, ...] = ()
    archived: date | None = None
    roster: tuple[Member, ...] | None = None
    log_people: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        """Check that the parts go together."""
        if not self.cadences:
            message = "a habit's history needs a cadence"
            raise ValueError(message)
        if self.roster is None:
            return
        if not all(isinstance(cadence, Quota) for _, cadence in self.cadences):
            message = "only a quota can hold for each person: it is counted in calendar periods"
            raise ValueError(message)
        if len(self.log_people) != len(self.logs):
            message = "log_people needs the names of each log"
            raise ValueError(message)


class Segment(NamedTuple):
    """Days governed by one cadence: `first` to `last`, without end where `last` is None."""

    first: date
    last: date | None
    effective_from: date
    cadence: Cadence


@dataclass(frozen=True, slots=True)
class Days:
    """What a history is reckoned with on a day.

    Attributes:
        today: The local today, or the day of archiving where that is earlier.
        logs: The dates of the completions up to then, sorted.
        people: Whom each of them names; empty without a roster.
        paused: The days that do not count.
        week_start: The first day of the week, counted from Monday = 0.
        roster: Those whom an each-person habit is to reach, with the days that count for them.
    """

    today: date
    logs: Sequence[date]
    people: Sequence[tuple[str, ...]]
    paused: PausedDays
    week_start: int
    roster: Sequence[tuple[Member, PausedDays]] | None = field(default=None)

    @property
    def last_log(self) -> date | None:
        """The date of the latest completion."""
        return self.logs[-1] if self.logs else None


def days_of(history: HabitHistory, as_of: date, week_start: int) -> Days:
    """Return what a history is reckoned with on a day."""
    today = as_of if history.archived is None else min(as_of, history.archived)
    order = sorted(range(len(history.logs)), key=history.logs.__getitem__) if history.roster else ()
    logs = sorted(history.logs)
    known = bisect_right(logs, today)
    return Days(
        today=today,
        logs=logs[:known],
        people=[history.log_people[index] for index in order[:known]],
        paused=PausedDays(history.pauses),
        week_start=week_start,
        roster=None
        if history.roster is None
        else [(member, PausedDays((*history.pauses, *member.away))) for member in history.roster],
    )


def segments(history: HabitHistory, days: Days) -> list[Segment]:
    """Return the segments that exist today, oldest first (section 6).

    The first one begins with the history: on the day of creation or of the first log.
    """
    by_date = dict(sorted(history.cadences, key=lambda pair: pair[0]))
    dates = list(by_date)
    known = dates[:1] + [day for day in dates[1:] if day <= days.today]
    start = min([history.created, *days.logs[:1]])
    firsts = [min(start, known[0]), *known[1:]]
    lasts = [day - timedelta(days=1) for day in known[1:]]
    return [
        Segment(first, last, day, by_date[day])
        for first, last, day in zip(firsts, [*lasts, None], known, strict=True)
    ]
