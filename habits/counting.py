"""Counting: which entries a habit counts, and whom it is to reach."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

from habits.streaks import Member

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date, datetime
    from uuid import UUID

    from habits.model import Habit, Pause, Person
    from habits.practices import Practice


class Act(Protocol):
    """What of an entry tells whether a habit counts it."""

    @property
    def practice(self) -> str:
        """The slug of its practice."""

    @property
    def move(self) -> str | None:
        """The slug of its move, if one was named."""

    @property
    def date(self) -> date:
        """The local date it counts for."""

    @property
    def logged_at(self) -> datetime:
        """The instant at which it was logged."""


def counts(habit: Habit, entry: Act, practice: Practice) -> bool:
    """Return whether a habit counts an entry.

    It counts those of its practice that are no slips, or only the moves it names; a limit counts
    slips alone. They are dated from its start, or logged after it was made and backdated: older
    entries are no part of a promise that was not made yet.

    Args:
        habit: The habit.
        entry: The entry.
        practice: The habit's practice, which says what is a slip.
    """
    if entry.practice != habit.practice or not _counts_move(habit, entry.move, practice):
        return False
    return entry.date >= habit.created or entry.logged_at >= habit.made_at


def roster_of(
    people: Iterable[Person], joined: Mapping[UUID, date], pauses: Iterable[Pause]
) -> Mapping[UUID, Member]:
    """Return the engineers by their ids, in the order of their names.

    One has joined on the date that is said, else on that of the first entry that names them, and is
    away on the days of their own pauses. Whom no entry names and no date is not on it yet. Of two
    with one name, both bear their handle too, so that a promise to one is not kept with the other.

    Args:
        people: All people.
        joined: The date of the first entry that names each of them.
        pauses: All pauses.
    """
    away: dict[UUID | None, list[tuple[date, date | None]]] = {}
    for pause in pauses:
        away.setdefault(pause.person, []).append((pause.first, pause.last))
    known = sorted(
        (person for person in people if person.joined or person.id in joined),
        key=lambda person: (person.name.casefold(), person.handle),
    )
    names = told_apart(known)
    return {
        person.id: Member(
            name=names[person.id],
            joined=person.joined or joined[person.id],
            left=person.left,
            away=tuple(away.get(person.id, ())),
        )
        for person in known
    }


def told_apart(people: Collection[Person]) -> Mapping[UUID, str]:
    """Return the names of people by their ids; of two with one name, both with their handle."""
    times = Counter(person.name for person in people)
    return {
        person.id: person.name if times[person.name] == 1 else f"{person.name} (@{person.handle})"
        for person in people
    }


def is_archived(habit: Habit, as_of: date) -> bool:
    """Return whether a habit is archived on a day."""
    return habit.archived is not None and habit.archived <= as_of


def _counts_move(habit: Habit, slug: str | None, practice: Practice) -> bool:
    if habit.moves:
        return slug in habit.moves
    move = practice.move(slug) if slug else None
    return habit.is_limit == (move is not None and move.slip)
