"""Domain values to what is shown: glyphs, tones and labels. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from habits.follow_ups import due_soon, follow_up_words
from habits.pause_words import planned_words
from habits.slips import plan_words
from habits.streaks import Status, Verdict
from habits.streaks.fold import STRIP_PERIODS
from habits.text import one_line
from habits.words import (
    act_words,
    cadence_words,
    day_words,
    entry_words,
    habit_status_words,
    long_day_words,
    reason_words,
    sentence,
    streak_words,
)
from tui.row_text import AgendaLine, EntryText, RowText, Tone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from habits.model import Entry, FollowUp, NorthStar, Pause
    from habits.practices import Practice
    from habits.quicklog import Draft
    from habits.streaks import Period, Standing
    from habits.today import HabitRow, PracticeRow
    from tui.row_text import Cell


MOST_NAMED: Final = 3
"""How many people a line names."""

_BEFORE_START: Final[Cell] = (" ", Tone.QUIET)
_CELLS: Final[Mapping[Verdict, Cell]] = {
    Verdict.KEPT: ("■", Tone.KEPT),
    Verdict.MISSED: ("□", Tone.MISSED),
    Verdict.OPEN: ("·", Tone.OPEN),
    Verdict.EXCUSED: ("-", Tone.QUIET),
}
_WANTS_ATTENTION: Final = frozenset({Status.AT_RISK, Status.DUE_TODAY, Status.OVERDUE})


def row_text(
    row: PracticeRow, names: Mapping[UUID, str], today: date, planned: Pause | None = None
) -> RowText:
    """Return how a practice's row reads; the habit that leads it speaks for it."""
    return replace(
        habit_text(row.leading, today, planned),
        key=str(row.practice.key),
        name=row.practice.name,
        last=sentence(row.last, names) if row.last else "",
        name_tone=Tone.PLAIN if row.is_active else Tone.QUIET,
        thing=row.practice.slug,
    )


def _strip_of(row: HabitRow) -> tuple[Cell, ...]:
    """Return a habit's strip; one that was never started has none."""
    never = row.standing.status is Status.ARCHIVED and not row.standing.total
    return strip_cells(() if never else row.strip)


def habit_text(row: HabitRow, today: date, planned: Pause | None = None) -> RowText:
    """Return how a habit reads under the row of its practice.

    Args:
        row: The habit as it stands.
        today: The local today.
        planned: The pause that it comes to next, if one is planned.
    """
    habit, standing = row.habit, row.standing
    streak = streak_words(standing.current, habit.cadence(today), changed=habit.was_changed(today))
    count, _, unit = streak.partition(" ")
    best = [f"best {standing.best}"] if standing.best else []
    pause = [f"pause {planned_words(planned, today)}"] if planned else []
    # What is news comes first: the end is cut where there is no room for it.
    promise = [
        *pause,
        habit.name,
        *cadence_words(habit, today),
        *best,
        *plan_words(habit),
        *reason_words(habit),
    ]
    return RowText(
        key="",
        name=habit.name,
        strip=_strip_of(row),
        count=count,
        unit=unit,
        status=habit_status_words(row, today),
        tone=status_tone(standing),
        last=" · ".join(filter(None, [habit.name, left_words(row)])),
        promise=" · ".join(promise),
        thing=str(habit.id),
    )


def entry_text(
    practice: Practice, entry: Entry, names: Mapping[UUID, str], today: date
) -> EntryText:
    """Return how an entry reads in a list."""
    move = f"/{entry.move}" if entry.move else ""
    why = [f"because {one_line(entry.why)}"] if entry.why else []
    beside = " ".join([*why, *(f"#{tag}" for tag in entry.tags)])
    words = " ".join(filter(None, [move, sentence(entry, names)]))
    return EntryText(
        day=day_words(entry.date, today),
        key=str(practice.key),
        practice=practice.name,
        words=f"{words} " if words else "",
        why=beside,
        tone=Tone.PLAIN if words else Tone.QUIET,
    )


def whole_entry_text(
    practice: Practice, entry: Entry, names: Mapping[UUID, str], star: NorthStar | None = None
) -> str:
    """Return all that an entry says.

    Args:
        practice: Its practice.
        entry: The entry.
        names: The names of people by their ids.
        star: The north star that it was logged under, if that matters.
    """
    parts = [entry_words(practice, entry, names), long_day_words(entry.date)]
    return " · ".join([*parts, *([f"★ {one_line(star.text)}"] if star else [])])


def left_words(row: HabitRow) -> str:
    """Return whom a habit that holds for each person has still to reach; nothing for nobody."""
    left = row.standing.left
    if not left:
        return ""
    named = left if len(left) <= MOST_NAMED else (*left[: MOST_NAMED - 1], "others")
    *others, last = named
    return f"{', '.join(others)} and {last} left" if others else f"{last} left"


def agenda_lines(
    follow_ups: Iterable[FollowUp],
    rows: Iterable[PracticeRow],
    names: Mapping[UUID, str],
    today: date,
) -> tuple[AgendaLine, ...]:
    """Return what is due besides what the rows tell: follow-ups, and habits that lead no row.

    Args:
        follow_ups: The follow-ups that are not done, by their day.
        rows: The practices.
        names: The names of people by their ids.
        today: The local today.
    """
    due = [
        AgendaLine(
            follow_up_words(each, names, today),
            Tone.ATTENTION if each.due <= today else Tone.PLAIN,
            str(each.id),
        )
        for each in due_soon(follow_ups, today)
    ]
    habits = [
        AgendaLine(
            " · ".join(filter(None, [each.habit.name, _due_words(each, today)])),
            status_tone(each.standing),
            habit=str(each.habit.id),
        )
        for row in rows
        for each in row.live
        if (each is not row.leading or each.standing.left) and _is_due(each)
    ]
    return (*due, *habits)


def intention_lines(intentions: Iterable[str]) -> tuple[AgendaLine, ...]:
    """Return what is intended for the week, told quietly: it is due on no day."""
    return tuple(
        AgendaLine(one_line(text), Tone.QUIET, aim=str(number))
        for number, text in enumerate(intentions, 1)
    )


def _is_due(row: HabitRow) -> bool:
    status = row.standing.status
    return status in _WANTS_ATTENTION or (bool(row.standing.left) and status is Status.ON_TRACK)


def _due_words(row: HabitRow, today: date) -> str:
    return " · ".join(filter(None, [habit_status_words(row, today), left_words(row)]))


def strip_cells(periods: Sequence[Period]) -> tuple[Cell, ...]:
    """Return a strip: blank before the start, excused as paused where some of it rested."""
    cells = [
        ("‖", Tone.PAUSED)
        if period.verdict is Verdict.EXCUSED and period.paused
        else _CELLS[period.verdict]
        for period in periods
    ]
    return (*[_BEFORE_START] * (STRIP_PERIODS - len(cells)), *cells)


def status_tone(standing: Standing) -> Tone:
    """Return how a status looks: amber for what wants attention, quiet for what does not."""
    if standing.status in _WANTS_ATTENTION:
        return Tone.ATTENTION
    return Tone.QUIET if standing.status in {Status.PAUSED, Status.ARCHIVED} else Tone.PLAIN


def draft_text(practice: Practice, draft: Draft, known: Collection[str], day: str) -> str:
    """Return what a line would log, read back: "Thanks · Maya · the fix · because … · today".

    Args:
        practice: The practice it is for.
        draft: What the line says.
        known: The handles of people already known.
        day: The day that it counts for, in words.
    """
    people = [f"{name}{'' if handle in known else ' (new)'}" for handle, name in draft.people]
    return f"{act_words(practice, draft, people)} · {day}"
