"""Domain values to what is shown: glyphs, tones and labels. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from habits.streaks import Status, Verdict
from habits.streaks.fold import STRIP_PERIODS
from habits.words import (
    act_words,
    cadence_words,
    day_words,
    habit_status_words,
    sentence,
    streak_words,
)
from tui.row_text import RowText, Tone

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date
    from uuid import UUID

    from habits.practices import Practice
    from habits.quicklog import Draft
    from habits.streaks import Period, Standing
    from habits.today import PracticeRow
    from tui.row_text import Cell


_BEFORE_START: Final[Cell] = (" ", Tone.QUIET)
_CELLS: Final[Mapping[Verdict, Cell]] = {
    Verdict.KEPT: ("■", Tone.KEPT),
    Verdict.MISSED: ("□", Tone.MISSED),
    Verdict.OPEN: ("·", Tone.OPEN),
    Verdict.EXCUSED: ("-", Tone.QUIET),
}
_WANTS_ATTENTION: Final = frozenset({Status.AT_RISK, Status.DUE_TODAY, Status.OVERDUE})


def row_text(row: PracticeRow, names: Mapping[UUID, str], today: date) -> RowText:
    """Return how a practice's row reads; the habit that leads it speaks for it."""
    habit, standing = row.leading.habit, row.leading.standing
    cadence = habit.cadence(today)
    streak = streak_words(standing.current, cadence, changed=habit.was_changed(today))
    count, _, unit = streak.partition(" ")
    best = [f"best {standing.best}"] if standing.best else []
    return RowText(
        key=str(row.practice.key),
        name=row.practice.name,
        strip=strip_cells(row.leading.strip),
        count=count,
        unit=unit,
        status=habit_status_words(row.leading, today),
        tone=status_tone(standing),
        last=sentence(row.last, names) if row.last else "",
        promise=" · ".join([habit.name, *cadence_words(habit, today), *best]),
    )


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


def draft_text(practice: Practice, draft: Draft, known: Collection[str], today: date) -> str:
    """Return what a line would log, read back: "Thanks · Maya · the fix · because … · today".

    Args:
        practice: The practice it is for.
        draft: What the line says.
        known: The handles of people already known.
        today: The local today.
    """
    people = [f"{name}{'' if handle in known else ' (new)'}" for handle, name in draft.people]
    return f"{act_words(practice, draft, people)} · {day_words(draft.date or today, today)}"
