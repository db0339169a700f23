"""The standing of a habit: every figure that is shown of it (cadence spec, section 8)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from habits.record import dataclass
from habits.streaks.judgement import judge
from habits.streaks.verdicts import Verdict

if TYPE_CHECKING:
    from datetime import date

    from habits.streaks.history import HabitHistory
    from habits.streaks.judgement import Judgement


class Status(StrEnum):
    """Where a habit stands today, in the words in which it is told."""

    ARCHIVED = "archived"
    PAUSED = "paused"
    SLIPPED = "slipped"
    DONE = "done"
    OVERDUE = "overdue"
    DUE_TODAY = "due today"
    AT_RISK = "at risk"
    ON_TRACK = "on track"


@dataclass(frozen=True, slots=True)
class Standing:
    """Every figure of one habit on one day.

    Attributes:
        status: Where it stands.
        current: The running streak, in periods.
        best: The longest streak ever, in periods.
        total: Completions ever.
        rate: Share of the judged periods that were kept, 0 to 1; None before the first.
        rate_90: The same over verdicts of the last 90 days, today included.
        score: Strength of the habit, 0 to 1.
        completions: Completions in the running period; for each person, how many were reached.
        target: Completions that the running period asks for; for each person, how many are.
        days_left: Days that count from today to the end of the running period, both included.
        next_due: The last day on which the next unmet promise can be kept, if there is one.
        left: Names of those who are still to be reached; empty unless the habit is each-person.
        counts: Whether the running period is judged; one that is too short is free.
    """

    status: Status
    current: int
    best: int
    total: int
    rate: float | None
    rate_90: float | None
    score: float
    completions: int
    target: int
    days_left: int
    next_due: date | None
    left: tuple[str, ...] = ()
    counts: bool = True


def evaluate(history: HabitHistory, as_of: date, week_start: int = 0) -> Standing:
    """Return the standing of a habit on a day.

    Args:
        history: The habit's history; logs dated after `as_of` are ignored.
        as_of: The local today.
        week_start: The first day of the week, counted from Monday = 0.
    """
    return standing(judge(history, as_of, week_start))


def standing(judgement: Judgement) -> Standing:
    """Return the figures that a judged history amounts to."""
    fold, outlook = judgement.fold, judgement.outlook
    return Standing(
        status=_status(judgement),
        current=fold.current,
        best=fold.best,
        total=judgement.total,
        rate=fold.rate,
        rate_90=fold.recent_rate,
        score=fold.score,
        completions=outlook.completions,
        target=outlook.target,
        days_left=outlook.days_left,
        next_due=None if judgement.archived else outlook.next_due,
        left=outlook.left,
        counts=outlook.counts,
    )


def _status(judgement: Judgement) -> Status:
    """Return the first status that applies, in the order of section 8."""
    outlook = judgement.outlook
    if judgement.archived:
        return Status.ARCHIVED
    if judgement.days.today in judgement.days.paused:
        return Status.PAUSED
    if outlook.slipped:
        return Status.SLIPPED
    if outlook.done:
        return Status.DONE
    if outlook.can_be_overdue and _is_overdue(judgement):
        return Status.OVERDUE
    if outlook.due_today:
        return Status.DUE_TODAY
    return Status.AT_RISK if outlook.at_risk else Status.ON_TRACK


def _is_overdue(judgement: Judgement) -> bool:
    """Return whether the latest verdict of the current segment is a miss with no log after it."""
    latest, last_log = judgement.fold.latest, judgement.last_log
    if latest is None or latest.verdict is not Verdict.MISSED:
        return False
    return last_log is None or last_log <= latest.last
