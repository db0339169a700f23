"""Landing: what a foreign habit comes to here, in ids, days and words of ours."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from habits.day import EARLIEST, LATEST
from habits.practices import Move, is_move
from habits.record import replace
from habits.store.codec import ENTRIES, HABITS, PAUSES
from habits.store.ids import fixed_id
from habits.text import NAME_CHARACTERS, NOTE_CHARACTERS, fitting, folded, one_line, tidy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date
    from uuid import UUID

    from habits.exchange.foreign import ForeignHabit, Mark
    from habits.practices import Practice
    from habits.promises import Span

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


def habit_id(source: str, habit: ForeignHabit) -> UUID:
    """Return the id of the habit that a foreign one becomes, the same whenever it is read."""
    return fixed_id(HABITS, f"import/{source}/{habit.key}")


def pause_id(source: str, habit: ForeignHabit, days: Span) -> UUID:
    """Return the id of the pause that skipped days become."""
    first, last = days
    return fixed_id(PAUSES, f"import/{source}/{habit.key}/{first.isoformat()}/{last.isoformat()}")


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


def rests(habit: ForeignHabit, left: Counter[str]) -> Iterator[Span]:
    """Yield the runs of skipped days of a habit, the earliest first."""
    days = {skip.date for skip in habit.skips}
    inside = dict.fromkeys(sorted(day for day in days if EARLIEST <= day < LATEST))
    if len(inside) < len(days):
        left[OUT_OF_RANGE] += len(days) - len(inside)
    firsts = [day for day in inside if day - _DAY not in inside]
    lasts = [day for day in inside if day + _DAY not in inside]
    yield from zip(firsts, lasts, strict=True)


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


def days_of(acts: Iterable[Act], rests: Iterable[Span], today: date) -> list[date]:
    """Return the days, up to today, on which something was done or skipped, in order."""
    days = [act.date for act in acts] + [day for span in rests for day in span if day <= today]
    return sorted(days)


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
    text = ": ".join(filter(None, (one_line(mark.amount), tidy(mark.note))))
    if len(text) > NOTE_CHARACTERS:
        left[CUT] += 1
    return tidy(text[:NOTE_CHARACTERS])
