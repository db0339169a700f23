"""The standing of a habit: every figure that is shown of it (cadence spec, section 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from habits.streaks.verdicts import Verdict, is_required, judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habits.streaks.history import HabitHistory
    from habits.streaks.verdicts import Judgement, Period

RATE_DAYS: Final = 90
"""How many days the recent rate looks back, today included."""

_MOST_WARNING_DAYS: Final = 14
_SCORE_HALF_LIFE: Final = 13
"""The score of a daily habit halves in this many days missed: Loop's `Score.kt`."""


class Status(StrEnum):
    """Where a habit stands today, in the words in which it is told."""

    ARCHIVED = "archived"
    PAUSED = "paused"
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
        rate_90: The same over verdicts of the last `RATE_DAYS` days.
        score: Strength of the habit, 0 to 1.
        completions: Completions in the running period.
        target: Completions that the running period asks for.
        days_left: Days that count from today to the end of the running period, both included.
        next_due: The last day on which the next unmet promise can be kept, if there is one.
        left: Names of those who are still to be reached; empty unless the habit is each-person.
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
    running, today = judgement.running, judgement.as_of
    recent_from = today - timedelta(days=RATE_DAYS - 1)
    current, best = streaks([period.verdict for period in judgement.periods])
    return Standing(
        status=_status(judgement),
        current=current,
        best=best,
        total=judgement.total,
        rate=_rate(judgement.periods),
        rate_90=_rate([p for p in judgement.periods if min(p.last, today) >= recent_from]),
        score=_score(judgement.periods),
        completions=running.logs,
        target=running.target,
        days_left=_days_left(judgement),
        next_due=None if judgement.archived else _next_due(judgement),
    )


def streaks(verdicts: Sequence[Verdict]) -> tuple[int, int]:
    """Return the current and the best streak: kept adds one, missed ends it, the rest hold it."""
    current = best = 0
    for verdict in verdicts:
        if verdict is Verdict.KEPT:
            current += 1
            best = max(best, current)
        elif verdict is Verdict.MISSED:
            current = 0
    return current, best


def _rate(periods: Sequence[Period]) -> float | None:
    kept = sum(period.verdict is Verdict.KEPT for period in periods)
    missed = sum(period.verdict is Verdict.MISSED for period in periods)
    return kept / (kept + missed) if kept + missed else None


def _score(periods: Sequence[Period]) -> float:
    """Return the score: for each verdict, what was and what is, weighed by the period's length.

    The weight of what was is 0.5 ** (sqrt(n * L) / 13) for n logs asked for in L days, which is
    the daily factor of Loop's `Score.kt` raised to the days of the period.
    """
    score = 0.0
    for period in periods:
        if period.verdict in {Verdict.KEPT, Verdict.MISSED}:
            memory = 0.5 ** ((period.target * period.length) ** 0.5 / _SCORE_HALF_LIFE)
            score = score * memory + min(1.0, period.logs / period.target) * (1 - memory)
    return score


def _days_left(judgement: Judgement) -> int:
    return judgement.paused_days.active_between(judgement.as_of, judgement.running.last)


def _status(judgement: Judgement) -> Status:
    running, days_left = judgement.running, _days_left(judgement)
    if judgement.archived:
        return Status.ARCHIVED
    if judgement.as_of in judgement.paused_days:
        return Status.PAUSED
    if running.verdict is Verdict.KEPT:
        return Status.DONE
    if _is_overdue(judgement):
        return Status.OVERDUE
    if running.required and days_left == 1:
        return Status.DUE_TODAY
    if running.required and days_left <= max(_warning_days(running), running.target - running.logs):
        return Status.AT_RISK
    return Status.ON_TRACK


def _is_overdue(judgement: Judgement) -> bool:
    """Return whether the latest verdict of the current segment is a miss with no log after it."""
    for period in reversed(judgement.periods[judgement.current_from :]):
        if period.verdict is Verdict.KEPT:
            return False
        if period.verdict is Verdict.MISSED:
            return judgement.last_log is None or judgement.last_log <= period.last
    return False


def _warning_days(period: Period) -> int:
    return min(_MOST_WARNING_DAYS, period.length // 7 + 1)


def _next_due(judgement: Judgement) -> date | None:
    """Return the last day that counts, today or later, of the first unmet required period."""
    running, calendar, paused = judgement.running, judgement.calendar, judgement.paused_days
    if running.verdict is not Verdict.KEPT and running.required:
        due = paused.last_active(judgement.as_of, running.last)
        if due is not None:
            return due
    number = calendar.number(judgement.as_of) + 1
    while (first := calendar.first(number)) < date.max:
        last = calendar.last(number)
        due = paused.last_active(first, last)
        if due is not None and is_required(
            paused.active_between(first, last), (last - first).days + 1
        ):
            return due
        rests_until = paused.resting_until(last) or last
        number = max(number + 1, calendar.number(rests_until))
    return None
