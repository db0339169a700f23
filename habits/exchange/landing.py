"""Landing: what a foreign habit comes to here, in ids, days and words of ours."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.day import EARLIEST, LATEST
from habits.practices import Move, is_move
from habits.record import replace
from habits.store.codec import ENTRIES, HABITS, PAUSES
from habits.store.ids import fixed_id
from habits.text import NAME_CHARACTERS, NOTE_CHARACTERS, fitting, folded, one_line, tidy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date, datetime
    from uuid import UUID

    from habits.exchange.foreign import ForeignHabit, Mark
    from habits.practices import Practice

AHEAD: Final = "days that lie ahead"
TOO_EARLY: Final = f"days before {EARLIEST.year}"
OUT_OF_RANGE: Final = "skipped days out of range"
CUT: Final = f"notes of which only the first {NOTE_CHARACTERS:,} characters are kept"
"""Why something is not carried, or not as it was."""

UNNAMED: Final = "A habit without a name"
_NO_SLUG: Final = "imported"
_DAY: Final = timedelta(days=1)


class Act(NamedTuple):
    """A mark with the id of the entry that it becomes."""

    id: UUID
    date: date
    text: str


class Rest(NamedTuple):
    """A run of skipped days, and what was written down of them, each note once."""

    first: date
    last: date
    note: str


def habit_id(source: str, habit: ForeignHabit) -> UUID:
    """Return the id of the habit that a foreign one becomes, the same whenever it is read."""
    return fixed_id(HABITS, f"import/{source}/{habit.key}")


def pause_id(source: str, habit: ForeignHabit, rest: Rest) -> UUID:
    """Return the id of the pause that skipped days become."""
    days = f"{rest.first.isoformat()}/{rest.last.isoformat()}"
    return fixed_id(PAUSES, f"import/{source}/{habit.key}/{days}")


def acts(source: str, habit: ForeignHabit, today: date, left: Counter[str]) -> Iterator[Act]:
    """Yield the acts that the marks of a habit become, the earliest first.

    Args:
        source: The format it was read from.
        habit: The habit.
        today: The local today.
        left: Counts what is not carried, by the reason.
    """
    of_day: Counter[date] = Counter()
    for mark in sorted(habit.marks, key=lambda mark: mark.date):
        if mark.date > today or mark.date < EARLIEST:
            left[AHEAD if mark.date > today else TOO_EARLY] += 1
            continue
        of_day[mark.date] += 1
        name = f"import/{source}/{habit.key}/{mark.date.isoformat()}/{of_day[mark.date]}"
        yield Act(fixed_id(ENTRIES, name), mark.date, _text(mark, left))


def rests(habit: ForeignHabit, left: Counter[str]) -> Iterator[Rest]:
    """Yield the runs of skipped days of a habit, the earliest first."""
    notes: dict[date, list[str]] = {}
    for skip in sorted(habit.skips, key=lambda skip: skip.date):
        if EARLIEST <= skip.date < LATEST:
            notes.setdefault(skip.date, []).append(tidy(skip.note))
        else:
            left[OUT_OF_RANGE] += 1
    run: list[date] = []
    for day in notes:
        run.append(day)
        if day + _DAY not in notes:
            said = dict.fromkeys(note for each in run for note in notes[each])
            yield Rest(run[0], day, _fitting("\n".join(filter(None, said)), left))
            run = []


def instants(first: datetime) -> Iterator[datetime]:
    """Yield the instants at which rows of a file are logged that do not say it, one after another.

    Their ids are made of what they say and stand in no order, so that this alone tells which of
    one day came first.
    """
    return (first + timedelta(microseconds=number) for number in count())


def name_for(habit: ForeignHabit, taken: Collection[str]) -> str:
    """Return a name for a habit that none of some others has, compared without regard to case."""
    name = fitting(habit.name) or UNNAMED
    folded_names = {folded(each) for each in taken}
    numbered, number = name, 1
    while folded(numbered) in folded_names:
        number += 1
        numbered = _ending_with(name, f" {number}")
    return numbered


def move_for(habit: ForeignHabit, practice: Practice, *, is_slip: bool) -> Move:
    """Return the move of a practice by which a habit's marks are logged; it may be there already.

    Args:
        habit: The foreign habit.
        practice: The practice.
        is_slip: Whether it is something that was not to be done.
    """
    meaning = one_line(habit.description or habit.name)[:NAME_CHARACTERS].strip() or UNNAMED
    base = _slug(habit.name)
    slug, number = base, 1
    while (known := practice.move(slug)) and known != Move(slug, meaning, is_slip):
        number += 1
        slug = f"{base}_{number}"
    return Move(slug, meaning, is_slip)


def taught(practice: Practice, move: Move) -> Practice:
    """Return a practice that knows a move."""
    known = practice.move(move.slug) is not None
    return practice if known else replace(practice, moves=(*practice.moves, move))


def days_of(acts: Iterable[Act], rests: Iterable[Rest], today: date) -> list[date]:
    """Return the days, up to today, on which something was done, or skipping began or ended."""
    ends = (day for rest in rests for day in (rest.first, rest.last) if day <= today)
    return sorted([*(act.date for act in acts), *ends])


def _ending_with(name: str, end: str) -> str:
    """Return a name with something at its end, cut before that where both together do not fit."""
    while fitting(name + end) != name + end:
        name = name[:-1].rstrip()
    return name + end


def _slug(name: str) -> str:
    words = re.sub(r"[\W_]+", "_", folded(one_line(name))).strip("_")
    slug = fitting(words[:40]).strip("_")
    return slug if is_move(slug) else _NO_SLUG


def _text(mark: Mark, left: Counter[str]) -> str:
    return _fitting(": ".join(filter(None, (one_line(mark.amount), tidy(mark.note)))), left)


def _fitting(text: str, left: Counter[str]) -> str:
    if len(text) > NOTE_CHARACTERS:
        left[CUT] += 1
    return tidy(text[:NOTE_CHARACTERS])
