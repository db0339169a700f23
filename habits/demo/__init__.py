"""A made-up year: what a home looks like after twelve months of use, so that the app is alive.

The same seed and moment give the same year. Each habit's periods are kept with the odds of a good
but busy colleague, there is a fortnight's holiday, and the last weeks leave something to do.
"""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle
from typing import TYPE_CHECKING, Final, cast

from habits import quicklog
from habits.cadence import BlockCalendar
from habits.day import Moment, first_of_week, zone_of
from habits.defaults import flagship
from habits.demo.lines import LINES
from habits.demo.outlook import ahead, further_habits
from habits.demo.people import known, on_leave
from habits.demo.reviews import reviews
from habits.model import Entry, Habit, Pause, Person
from habits.practices import PRACTICES, Practice
from habits.store import Op, codec
from habits.store.ids import fixed_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from habits.cadence import Quota

SEED: Final = 8

_WEEKS: Final = 52
_HOLIDAY_WEEKS_AGO: Final = 8
_HOLIDAY_DAYS: Final = 14
_ODDS_KEPT: Final = 0.9
_ODDS_EXTRA: Final = 0.2
_ODDS_SLIP: Final = 0.05
_DONE: Final = frozenset({"vision", "respect", "credit"})
"""Practices whose running period is kept already."""
_LOST: Final = frozenset({"thanks"})
"""Practices whose last period fell short."""


def made_up_year(now: Moment, seed: int = SEED) -> tuple[Op, ...]:
    """Return the operations that turn an empty home into one with a year of entries.

    Args:
        now: The moment at which the year ends.
        seed: What the chances are drawn from.
    """
    return tuple(_Year(now, seed).ops())


class _Year:
    """One year in the making."""

    def __init__(self, now: Moment, seed: int) -> None:
        self._now = now
        self._today = now.day()
        self._random = random.Random(seed)  # noqa: S311 - a story, not a secret
        self._monday = first_of_week(self._today)
        self._start = self._monday - timedelta(weeks=_WEEKS)
        holiday = self._monday - timedelta(weeks=_HOLIDAY_WEEKS_AGO)
        self._holiday = holiday, holiday + timedelta(days=_HOLIDAY_DAYS - 1)

    def ops(self) -> Iterator[Op]:
        """Yield what was promised a year ago, who is known, what lies ahead, what was logged."""
        pause = Pause(fixed_id("demo", "holiday"), *self._holiday)
        yield Op(codec.PAUSES, pause.id, codec.pause_fields(pause))
        entries: list[Entry] = []
        people: dict[str, Person] = {}
        for practice in PRACTICES:
            habit = flagship(practice, self._start, self._moment(self._start))
            yield Op(codec.HABITS, habit.id, codec.habit_fields(habit))
            entries += self._entries(practice, habit, people)
        yield from further_habits(self._monday, self._now)
        for person in people.values():
            yield Op(codec.PEOPLE, person.id, codec.person_fields(known(person, self._monday)))
        yield from on_leave(self._monday, people)
        yield from ahead(self._monday, self._now, people)
        yield from reviews(self._monday)
        for entry in sorted(entries, key=lambda entry: entry.logged_at):
            yield Op(codec.ENTRIES, entry.id, codec.entry_fields(entry))

    def _entries(
        self, practice: Practice, habit: Habit, people: dict[str, Person]
    ) -> Iterator[Entry]:
        drafts = [
            quicklog.parse(line, practice, self._today, {})
            for line in self._random.sample(LINES[practice.slug], len(LINES[practice.slug]))
        ]
        slips = [draft for draft in drafts if _is_slip(draft, practice)]
        acts = cycle(draft for draft in drafts if draft not in slips)
        quota = cast("Quota", habit.cadence(self._today))
        calendar = BlockCalendar(quota, self._start)
        for number in range(calendar.number(self._today) + 1):
            logs = self._logs(practice, quota, calendar.last(number))
            days = self._days(logs, calendar.first(number), calendar.last(number))
            told = [next(acts) for _ in days]
            if slips and days and self._random.random() < _ODDS_SLIP:
                days, told = [*days, days[-1]], [*told, slips[0]]
            for place, (day, draft) in enumerate(zip(days, told, strict=True)):
                name = f"{practice.slug}/{day.isoformat()}/{place}"
                yield self._entry(name, practice, draft, day, people)

    def _logs(self, practice: Practice, quota: Quota, last: date) -> int:
        """Return how often something is logged in the block that ends on a day."""
        if last >= self._today:
            return quota.count if practice.slug in _DONE else 0
        calendar = BlockCalendar(quota, self._start)
        if calendar.number(last) + 1 == calendar.number(self._today):
            return quota.count - (practice.slug in _LOST)
        if self._random.random() > _ODDS_KEPT:
            return quota.count - 1
        return quota.count + (self._random.random() < _ODDS_EXTRA)

    def _days(self, logs: int, first: date, last: date) -> list[date]:
        """Return days of a block on which something is logged."""
        first, last = max(first, self._start), min(last, self._today)
        days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        free = [day for day in days if not self._holiday[0] <= day <= self._holiday[1]]
        working = [day for day in free if day.weekday() < 5]  # noqa: PLR2004 - Saturday
        return sorted(self._random.choices(working, k=logs)) if working else []

    def _entry(
        self,
        name: str,
        practice: Practice,
        draft: quicklog.Draft,
        day: date,
        people: dict[str, Person],
    ) -> Entry:
        named = [
            people.setdefault(handle, Person(fixed_id("demo/people", handle), known_as, handle))
            for handle, known_as in draft.people
        ]
        moment = self._moment(day)
        return Entry(
            id=fixed_id("demo/entries", name),
            practice=practice.slug,
            date=day,
            logged_at=moment.instant,
            zone=moment.zone,
            move=draft.move,
            what=draft.what,
            why=draft.why,
            people=tuple(person.id for person in named),
            tags=draft.tags,
        )

    def _moment(self, day: date) -> Moment:
        """Return a moment of a working day, not after the year's end."""
        wall = time(self._random.randrange(9, 17), self._random.randrange(60))
        instant = datetime.combine(day, wall, zone_of(self._now.zone)).astimezone(UTC)
        return Moment(min(instant, self._now.instant), self._now.zone)


def _is_slip(draft: quicklog.Draft, practice: Practice) -> bool:
    move = practice.move(draft.move) if draft.move else None
    return move is not None and move.slip
