"""The records: what is kept of a user's acts, promises, people and settings.

All are frozen values. Ids are UUIDs; dates are local dates, instants are aware and in UTC.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from habits.cadence import Limit
from habits.person import Person, Recognition, Remark
from habits.record import dataclass
from habits.text import one_line

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID

    from habits.cadence import Cadence
    from habits.practices import Move


__all__ = [
    "Entry",
    "FollowUp",
    "Habit",
    "NorthStar",
    "OwnPractice",
    "Pause",
    "Person",
    "Recognition",
    "Remark",
    "in_order",
]


@dataclass(frozen=True, slots=True)
class OwnPractice:
    """What a user made of one of the eight practices.

    Attributes:
        id: Its identity.
        slug: The slug of the practice.
        name: Its name on the screen.
        moves: The kinds of act it knows; None for those it has from the start.
    """

    id: UUID
    slug: str
    name: str
    moves: tuple[Move, ...] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One logged act.

    Attributes:
        id: Its identity.
        practice: The slug of its practice.
        date: The local date it counts for, fixed when it was logged.
        logged_at: The instant at which it was logged.
        zone: The zone in which it was logged (see `habits.day.Moment`).
        move: The slug of its move, if one was named.
        what: What happened; empty for a stub.
        why: Why it mattered; empty where nothing was said.
        people: The ids of the people named.
        tags: The tags, case folded, without their #.
    """

    id: UUID
    practice: str
    date: date
    logged_at: datetime
    zone: str
    move: str | None = None
    what: str = ""
    why: str = ""
    people: tuple[UUID, ...] = ()
    tags: tuple[str, ...] = ()


def in_order(entry: Entry) -> tuple[date, datetime, int]:
    """Return what entries are put in order by: their day, when they were logged, and their id.

    Ids decide where many were logged at one instant: whatever else tells them apart is no part of
    what is exported, and would be another in another home.
    """
    return entry.date, entry.logged_at, entry.id.int


@dataclass(frozen=True, slots=True)
class Habit:
    """A promise with a cadence.

    Attributes:
        id: Its identity.
        practice: The slug of the practice it belongs to.
        name: The promise in words.
        created: The day from which it is promised.
        made_at: The instant at which it was made.
        cadences: Pairs of the date from which a cadence is in force and the cadence.
        flagship: Whether it is the promise that its practice started with.
        moves: The slugs of the moves it counts; empty for all but slips, and for all slips where
            the cadence is a limit.
        each_person: Whether every engineer is to be reached separately.
        archived: The day on which it was archived, if it was.
        anchor: After or at what it is done, in the user's words: "after stand-up".
        reason: Why it is promised, in the user's words.
        plan: What is done in place of a slip, in the user's words; only limits have one.
    """

    id: UUID
    practice: str
    name: str
    created: date
    made_at: datetime
    cadences: tuple[tuple[date, Cadence], ...]
    flagship: bool = False
    moves: tuple[str, ...] = ()
    each_person: bool = False
    archived: date | None = None
    anchor: str = ""
    reason: str = ""
    plan: str = ""

    @property
    def is_limit(self) -> bool:
        """Whether it promises not to do something, and so counts slips."""
        return isinstance(self.cadences[-1][1], Limit)

    def cadence(self, as_of: date) -> Cadence:
        """Return the cadence in force on a day; before all of them, the first."""
        return self._in_force(as_of)[1]

    def in_force_since(self, as_of: date) -> date:
        """Return the date from which the cadence of a day is in force."""
        return self._in_force(as_of)[0]

    def was_changed(self, as_of: date) -> bool:
        """Return whether another cadence was in force before the one of a day."""
        return len({day for day, _ in self.cadences if day <= as_of}) > 1

    def _in_force(self, as_of: date) -> tuple[date, Cadence]:
        by_date = sorted(self.cadences, key=lambda pair: pair[0])
        return ([pair for pair in by_date if pair[0] <= as_of] or by_date[:1])[-1]


@dataclass(frozen=True, slots=True)
class Pause:
    """Days that do not count.

    Attributes:
        id: Its identity.
        first: The first day.
        last: The last day, None while it is open.
        practice: The slug of the one practice that rests, if it is only one.
        habit: The id of the one habit that rests, if it is only one.
        person: The id of the one person who is away, if it is that: no habit rests then.
        note: What was written down of these days where they were skipped in another program.
    """

    id: UUID
    first: date
    last: date | None = None
    practice: str | None = None
    habit: UUID | None = None
    person: UUID | None = None
    note: str = ""

    @property
    def scope(self) -> tuple[str | None, UUID | None, UUID | None]:
        """What rests: the practice, the habit, the person; None three times for everything."""
        return self.practice, self.habit, self.person

    def __contains__(self, day: date) -> bool:
        """Return whether a day is one of its days."""
        return self.first <= day and (self.last is None or day <= self.last)

    def covers(self, habit: Habit) -> bool:
        """Return whether a habit rests on the days of this pause."""
        if self.person is not None:
            return False
        return self.practice in {None, habit.practice} and self.habit in {None, habit.id}


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A dated promise, born from an entry or on its own.

    Attributes:
        id: Its identity.
        text: What is promised.
        due: The day by which it is to be done.
        made_at: The instant at which it was made.
        people: The ids of those whom it concerns.
        entry: The id of the entry that it was born from, if it was.
        done: The day on which it was done, if it was.
    """

    id: UUID
    text: str
    due: date
    made_at: datetime
    people: tuple[UUID, ...] = ()
    entry: UUID | None = None
    done: date | None = None

    @property
    def name(self) -> str:
        """What it is called where one of several is meant."""
        return one_line(self.text)


@dataclass(frozen=True, slots=True)
class NorthStar:
    """The one sentence that the work is for.

    Attributes:
        id: Its identity.
        text: The sentence.
        since: The day from which it holds, until the next one does.
        made_at: The instant at which it was set; of two of one day the later one holds.
    """

    id: UUID
    text: str
    since: date
    made_at: datetime
