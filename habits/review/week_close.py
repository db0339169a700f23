"""The weekly close: what each of its steps looks at.

Five steps and one line, in five minutes: what was not logged, bare entries, slips, who had no
contact, follow-ups, and what was noticed. It ends by itself with that line.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from habits.record import dataclass
from habits.review.coverage import Presence
from habits.reviews import CloseStep

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from habits.model import Entry, FollowUp
    from habits.review.coverage import PersonRow
    from habits.reviews import Review
    from habits.today import PracticeRow

DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class WeekClose:
    """The close of a week, with what its steps look at.

    Of a week that is past it is told as well as it can be by now: a follow-up that was done since
    is late no more.

    Attributes:
        as_of: The local today.
        first: The first day of the week.
        review: What was answered until now; None for nothing.
        intentions: What was intended for the week.
        rows: The practices that are started, and were by the end of the week.
        logged: How many entries of the week each practice has, by its slug.
        stubs: The bare entries to be said anew, the newest first, no more than a close asks about.
        slips: The slips of the week that were logged, the earliest first.
        apart: Those who are here and had no warm contact in the week, by band and name.
        follow_ups: The follow-ups that are late or due in the week.
    """

    as_of: date
    first: date
    review: Review | None
    intentions: tuple[str, ...]
    rows: tuple[PracticeRow, ...]
    logged: Mapping[str, int]
    stubs: tuple[Entry, ...]
    slips: tuple[Entry, ...]
    apart: tuple[PersonRow, ...]
    follow_ups: tuple[FollowUp, ...]

    @property
    def last(self) -> date:
        """The last day of the week."""
        return last_of(self.first)

    @property
    def until(self) -> date:
        """The last day of the week that is not to come."""
        return min(self.last, self.as_of)

    @property
    def is_past(self) -> bool:
        """Whether the week is over."""
        return self.last < self.as_of

    @property
    def which(self) -> str:
        """Which week it is of, in words."""
        return "that week" if self.is_past else "this week"

    @property
    def ended(self) -> date | None:
        """The day on which it came to its end; None while it is open."""
        return self.review.ended if self.review else None

    @property
    def step(self) -> CloseStep | None:
        """The step to go on with; None where it has ended."""
        return self.review.step if self.review else next(iter(CloseStep))

    def answered(self, step: CloseStep) -> bool:
        """Return whether a step was gone through."""
        return self.review is not None and step in self.review.answered

    @property
    def silent(self) -> tuple[PracticeRow, ...]:
        """The practices that are started and have no entry in the week."""
        return tuple(row for row in self.rows if not self.logged.get(row.practice.slug))


def last_of(week: date) -> date:
    """Return the last day of a week."""
    return week + timedelta(days=DAYS - 1)


def looks_back_to(week: date) -> date:
    """Return from which day on a close looks at entries: it asks what the last one may have not.

    What is logged bare after a week was closed is asked about in the next one.
    """
    return week - timedelta(days=DAYS)


def is_stub(entry: Entry, slips: Collection[tuple[str, str]]) -> bool:
    """Return whether an entry says nothing, and is to: a slip is not asked why."""
    is_slip = (entry.practice, entry.move) in slips
    return not (entry.what or entry.why or is_slip)


def stubs_of(
    entries: Iterable[Entry], slips: Collection[tuple[str, str]], most: int
) -> tuple[Entry, ...]:
    """Return the newest of the entries that say nothing.

    Args:
        entries: The entries that the close looks at.
        slips: Which acts are slips, by practice and move.
        most: How many are returned at most.
    """
    bare = (entry for entry in entries if is_stub(entry, slips))
    return tuple(sorted(bare, key=_place, reverse=True)[:most])


def slips_among(
    entries: Iterable[Entry], slips: Collection[tuple[str, str]], week: date
) -> tuple[Entry, ...]:
    """Return the slips of a week, the earliest first; the other arguments as in `stubs_of`."""
    slipped = (entry for entry in entries if (entry.practice, entry.move) in slips)
    return tuple(sorted((entry for entry in slipped if entry.date >= week), key=_place))


def begun_by(rows: Iterable[PracticeRow], day: date) -> tuple[PracticeRow, ...]:
    """Return the practices that are started, and were on a day."""
    return tuple(
        row for row in rows if row.is_active and any(each.habit.created <= day for each in row.live)
    )


def apart_in(rows: Iterable[PersonRow], week: date) -> tuple[PersonRow, ...]:
    """Return those who are here and had no warm contact from a day on, in the order they came."""
    return tuple(
        row
        for row in rows
        if row.presence is Presence.HERE and (row.last is None or row.last.date < week)
    )


def due_in(follow_ups: Iterable[FollowUp], week: date) -> tuple[FollowUp, ...]:
    """Return the follow-ups that are late or due by the end of a week, in the order they came."""
    return tuple(each for each in follow_ups if each.due <= last_of(week))


def _place(entry: Entry) -> tuple[date, int]:
    return entry.date, entry.id.int
