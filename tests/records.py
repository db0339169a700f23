"""Records to test with: everything a test does not say is the same each time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import count
from typing import TYPE_CHECKING, Final
from uuid import UUID

from habits import tally
from habits.cadence import parse_cadence
from habits.model import Entry, FollowUp, Habit
from habits.practices import BY_SLUG
from habits.store import Op, codec, outlook_codec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from habits.cadence import Cadence
    from habits.model import Pause
    from habits.service import Workspace
    from habits.streaks import HabitHistory, Member

_NUMBERS: Final = count(1)


def noon(day: date) -> datetime:
    """Return the instant of noon on a day, in UTC."""
    return datetime.combine(day, time(12), UTC)


def entry(  # noqa: PLR0913 - a record has many fields, a test names few
    day: date,
    what: str = "",
    *,
    practice: str = "thanks",
    move: str | None = None,
    people: tuple[UUID, ...] = (),
    logged_on: date | None = None,
) -> Entry:
    """Return an entry dated on a day, logged at noon of it or of another."""
    return Entry(
        id=UUID(int=next(_NUMBERS)),
        practice=practice,
        date=day,
        logged_at=noon(logged_on or day),
        zone="UTC",
        move=move,
        what=what,
        people=people,
    )


def promised(workspace: Workspace, text: str, due: date, people: tuple[UUID, ...] = ()) -> FollowUp:
    """Let a follow-up be there that was promised on its day, which may be over by now."""
    made = FollowUp(UUID(int=next(_NUMBERS)), text, due, noon(due), people)
    fields = outlook_codec.follow_up_fields(made)
    workspace.store.commit(lambda: [Op(codec.FOLLOW_UPS, made.id, fields)])
    return made


def habit(  # noqa: PLR0913 - as above
    created: date,
    *cadences: str | tuple[date, str],
    practice: str = "thanks",
    name: str = "Thank someone",
    flagship: bool = False,
    moves: tuple[str, ...] = (),
    each_person: bool = False,
    archived: date | None = None,
    made_on: date | None = None,
) -> Habit:
    """Return a habit, weekly unless said; a cadence without a date is in force from the start."""
    return Habit(
        id=UUID(int=next(_NUMBERS)),
        practice=practice,
        name=name,
        created=created,
        made_at=noon(made_on or created),
        cadences=tuple(_dated(cadence, created) for cadence in cadences or ("weekly",)),
        flagship=flagship,
        moves=moves,
        each_person=each_person,
        archived=archived,
    )


def _dated(cadence: str | tuple[date, str], created: date) -> tuple[date, Cadence]:
    day, phrase = (created, cadence) if isinstance(cadence, str) else cadence
    return day, parse_cadence(phrase)


def history_of(
    promise: Habit, entries: Iterable[Entry], pauses: Iterable[Pause], roster: Mapping[UUID, Member]
) -> HabitHistory:
    """Return the history of a habit of a practice that nobody has changed."""
    return tally.history_of(BY_SLUG[promise.practice], promise, entries, pauses, roster)
